"""The panel of /queue: a page of what runs and waits, as whoever looks at it may see it, and what can be pressed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import discord
from discord import ui

from bot.buttons.connection import acknowledged, insist
from bot.buttons.desk import Desk
from bot.buttons.embeds import ACCENT
from bot.buttons.items import Choice, Interaction, Press, button
from bot.buttons.scenes import scene_of
from bot.commands.queue.lines import about_all, about_own, label_of, line_of, what_of
from bot.imagine.queueing import Overview, Place
from bot.jobs.job import Job
from bot.jobs.queue import Hold
from bot.messages.lines import held
from bot.words import say

STILL = discord.Colour(0xE0A030)
PAGE = 8
MOST = 25  # options of a select, Discord's limit
PRESS, SELECT = "FU::Queue::", "FU::Select::Queue::"


@dataclass(frozen=True)
class Seen:
    """What is looked at: the whole queue, by whom, and the jobs that are shown with their prompts."""

    overview: Overview
    member_id: int
    guild_id: int | None
    is_manager: bool
    jobs: Mapping[str, Job]

    @property
    def own(self) -> tuple[Place, ...]:
        """The member's own."""
        return tuple(place for place in self.overview.places if place.ticket.member_id == self.member_id)

    @property
    def hold(self) -> Hold | None:
        """What the queue of this server does not do."""
        return self.overview.holds.get(self.guild_id) if self.guild_id is not None else None

    def may_see(self, place: Place) -> bool:
        """Whose it is: one's own; and those of the server for who manages it."""
        return place.ticket.member_id == self.member_id or self.may_manage(place)

    def may_manage(self, place: Place) -> bool:
        """Move it and cancel it."""
        return self.is_manager and place.ticket.guild_id == self.guild_id


async def panel(interaction: Interaction, desk: Desk, page: int = 0, told: str | None = None) -> ui.LayoutView:
    """This page, from 0, or the last one where there are fewer by now."""
    locale = interaction.locale.value
    seen, page = await _seen(interaction, desk, page)
    places = seen.overview.places
    shown = places[page * PAGE : (page + 1) * PAGE]
    view: ui.LayoutView = ui.LayoutView(timeout=None)
    inside: list[ui.Item[Any]] = [
        ui.TextDisplay(f"## {say('queue.title', locale)}\n{about_all(seen.overview, locale)}")
    ]
    holds = [hold for hold in (seen.overview.host, seen.hold) if hold]
    inside += [ui.TextDisplay(f"⏸️ {held(hold, locale)}") for hold in holds]
    inside += [ui.TextDisplay(f"-# {told}")] if told else []
    if shown:
        lines = [line_of(place, seen.jobs.get(place.ticket.job_id), locale, seen.may_manage(place)) for place in shown]
        inside += [ui.Separator(), ui.TextDisplay("\n".join(lines)), ui.Separator()]
        inside.append(ui.TextDisplay(f"-# {about_own(seen.own, locale)}"))
    view.add_item(ui.Container(*inside, accent_colour=STILL if holds else ACCENT))
    if seen.own:
        choice = _select(f"{SELECT}own::{page}", say("queue.cancel_one", locale), seen.own, seen, locale)
        view.add_item(ui.ActionRow(Choice(choice)))
    if managed := [place for place in shown if seen.may_manage(place)]:
        choice = _select(f"{SELECT}job::{page}", say("queue.manage_one", locale), managed, seen, locale)
        view.add_item(ui.ActionRow(Choice(choice)))
    for row in _rows(seen, page, locale):
        view.add_item(ui.ActionRow(*row))
    return view


async def turn(interaction: Interaction, view: ui.LayoutView) -> None:
    """The message shows this from now on."""
    if interaction.response.is_done():
        await insist(partial(interaction.edit_original_response, view=view))
    else:
        await acknowledged(partial(interaction.response.edit_message, view=view))


async def _seen(interaction: Interaction, desk: Desk, page: int) -> tuple[Seen, int]:
    overview = await desk.queue.overview() if desk.queue else Overview((), {})
    scene = scene_of(interaction)
    seen = Seen(overview, interaction.user.id, interaction.guild_id, scene.is_manager, {})
    page = min(max(page, 0), max(len(overview.places) - 1, 0) // PAGE)
    shown = [each for each in overview.places[page * PAGE : (page + 1) * PAGE] if seen.may_see(each)]
    wanted = [each.ticket.job_id for each in (*shown, *seen.own[:MOST])]
    jobs = await desk.store.jobs.some(wanted)
    return Seen(overview, seen.member_id, seen.guild_id, seen.is_manager, jobs), page


def _select(custom_id: str, placeholder: str, places: Sequence[Place], seen: Seen, locale: str) -> ui.Select[Any]:
    """Of these jobs, with their prompts."""
    choice: ui.Select[Any] = ui.Select(custom_id=custom_id, placeholder=placeholder)
    for place in places[:MOST]:
        job = seen.jobs.get(place.ticket.job_id)
        choice.add_option(
            label=label_of(place, job, seen.member_id, locale),
            value=place.ticket.job_id,
            description=what_of(place, locale),
        )
    return choice


def _rows(seen: Seen, page: int, locale: str) -> list[list[Press]]:
    """Pages and a look once more; one's own; and what stops the queue."""
    last = max(len(seen.overview.places) - 1, 0) // PAGE
    row = [button(say("queue.refresh", locale), f"{PRESS}page::{page}", emoji="🔄")]
    if last:
        # Two buttons of one message may not have the same custom id.
        row.append(_turning("◀️", f"{PRESS}page::{page - 1}", is_there=page > 0))
        row.append(_turning("▶️", f"{PRESS}page::{page + 1}", is_there=page < last))
    waiting = [place for place in seen.own if place.position is not None]
    if len(waiting) > 1:
        row.append(button(say("queue.cancel_all", locale, count=len(waiting)), f"{PRESS}all", emoji="✖️"))
    if not seen.is_manager:
        return [row]
    if seen.hold:
        return [row, [button(say("queue.resume", locale), f"{PRESS}resume", emoji="▶️")]]
    stops = [("queue.pause", "paused", "⏸️"), ("queue.drain", "draining", "🚰")]
    return [row, [button(say(key, locale), f"{PRESS}why::{halt}", emoji=emoji) for key, halt, emoji in stops]]


def _turning(emoji: str, custom_id: str, *, is_there: bool) -> Press:
    made = button(None, custom_id.replace("::-1", "::none"), emoji=emoji)
    made.item.disabled = not is_there
    return made
