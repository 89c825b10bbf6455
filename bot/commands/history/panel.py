"""A page of /history: small pictures, what was typed for each, and the ways on."""

import io
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import discord
from discord import ui

from bot.buttons.album.lineage import link_of
from bot.buttons.album.sight import read_channels
from bot.buttons.desk import Desk
from bot.buttons.embeds import ACCENT
from bot.buttons.items import Choice, Interaction, Press
from bot.buttons.scenes import scene_of
from bot.commands.history.place import LOOK, Step, find_id, turn_id
from bot.images.errors import PictureGone
from bot.jobs.ids import made_at
from bot.jobs.job import Job
from bot.messages import alt_text
from bot.messages.lines import called
from bot.messages.quoting import bold, shortened
from bot.store.history import Leaf, Sight, Wanted
from bot.words import say

PAGE = 9
"""Pictures of a page: Discord shows nine in three rows of three, and takes ten."""
LABEL = 100  # characters of a choice, Discord's limit
LINE = 140
"""Characters of a prompt in the list."""


async def page(interaction: Interaction, desk: Desk, step: Step) -> tuple[ui.LayoutView, list[discord.File]]:
    """Its layout, and the files in it."""
    locale, wanted = interaction.locale.value, step.wanted
    ways = {"older": step.job_id} if step.way == "older" else {"newer": step.job_id} if step.way == "newer" else {}
    leaf = await desk.store.history.leaf(sight_of(interaction), wanted, PAGE, **ways)
    title = f"## {_title(interaction, wanted, locale)}"
    view: ui.LayoutView = ui.LayoutView(timeout=None)
    if not leaf.jobs:
        told = ui.TextDisplay[Any](f"{title}\n{_empty(interaction, wanted, locale)}")
        return view.add_item(ui.Container(told, _ways(leaf, wanted, locale), accent_colour=ACCENT)), []
    numbers = range(leaf.before + 1, leaf.before + len(leaf.jobs) + 1)
    files, items = await _gallery(desk, leaf.jobs, numbers)
    place = say("history.place", locale, first=numbers[0], last=numbers[-1], total=leaf.total)
    lines = [await _line(interaction, desk, job, number) for job, number in zip(leaf.jobs, numbers, strict=True)]
    parts: list[ui.Item[Any]] = [
        ui.TextDisplay(f"{title}\n-# {place}"),
        *([ui.MediaGallery(*items)] if items else []),
        ui.TextDisplay("\n".join(lines)),
        ui.ActionRow(Choice(_look(leaf.jobs, numbers, locale))),
        _ways(leaf, wanted, locale),
    ]
    return view.add_item(ui.Container(*parts, accent_colour=ACCENT)), files


def sight_of(interaction: Interaction) -> Sight:
    """What whoever asks may see of others here."""
    scene = scene_of(interaction)
    return Sight(
        scene.member_id,
        scene.guild_id,
        read_channels(interaction),
        sees_hidden=scene.is_moderator,
        sees_explicit=scene.is_age_restricted,
    )


async def _gallery(
    desk: Desk, found: Sequence[Job], numbers: range
) -> tuple[list[discord.File], list[discord.MediaGalleryItem]]:
    """What is gone is left out."""
    files, items = [], []
    for job, number in zip(found, numbers, strict=True):
        with suppress(PictureGone):
            name = f"{number}.webp"
            files.append(discord.File(io.BytesIO(await desk.delivery.small(job)), name))
            is_explicit = await desk.store.rulings.are_explicit(job.with_parent)
            told = f"{number}: {alt_text(job)}"
            items.append(discord.MediaGalleryItem(f"attachment://{name}", description=told, spoiler=is_explicit))
    return files, items


async def _line(interaction: Interaction, desk: Desk, job: Job, number: int) -> str:
    link = await link_of(interaction.client, desk, job)
    named = f"[{number}](<{link}>)" if link else f"{number}"
    mine = "" if job.asked.member.id == interaction.user.id else f" · <@{job.asked.member.id}>"
    return f"**{named}** {bold(shortened(job.prompt, LINE))} · {called(job)} · <t:{int(made_at(job.id))}:R>{mine}"


def _look(found: Sequence[Job], numbers: range, locale: str) -> ui.Select[Any]:
    select: ui.Select[Any] = ui.Select(custom_id=LOOK, placeholder=say("history.look", locale))
    for job, number in zip(found, numbers, strict=True):
        label = f"{number} · {' '.join(job.prompt.split())}"
        select.add_option(label=label if len(label) <= LABEL else f"{label[: LABEL - 1]}…", value=job.id)
    return select


def _ways(leaf: Leaf, wanted: Wanted, locale: str) -> ui.ActionRow[Any]:
    """To newer and older ones, to favourites only, to words."""
    first, last = (leaf.jobs[0].id, leaf.jobs[-1].id) if leaf.jobs else ("", "")
    is_last = leaf.before + len(leaf.jobs) >= leaf.total
    newer = _button(say("history.newer", locale), turn_id("newer", wanted, first), "◀️", is_off=leaf.before == 0)
    older = _button(say("history.older", locale), turn_id("older", wanted, last), "▶️", is_off=is_last)
    hearts = _button(say("history.favourites", locale), turn_id("turn", wanted), "❤️", is_on=wanted.is_favourite)
    find = _button(say("history.find", locale), find_id(wanted.words), "🔎", is_on=bool(wanted.words))
    return ui.ActionRow(newer, older, hearts, find)


def _button(label: str, custom_id: str, emoji: str, *, is_on: bool = False, is_off: bool = False) -> Press:
    style = discord.ButtonStyle.success if is_on else discord.ButtonStyle.secondary
    return Press(ui.Button(label=label, custom_id=custom_id, emoji=emoji, style=style, disabled=is_off))


def _title(interaction: Interaction, wanted: Wanted, locale: str) -> str:
    if wanted.member_id is None:
        title = say("history.title.favourites", locale)
    elif wanted.member_id == interaction.user.id:
        title = say("history.title.own", locale)
    else:
        title = say("history.title.of", locale, member=f"<@{wanted.member_id}>")
    return f"{title} · 🔎 {bold(wanted.words)}" if wanted.words else title


def _empty(interaction: Interaction, wanted: Wanted, locale: str) -> str:
    if wanted.words:
        return say("history.none.words", locale)
    if wanted.is_favourite:
        return say("history.none.favourites", locale)
    own = wanted.member_id == interaction.user.id
    return say("history.none.own" if own else "history.none.of", locale, member=f"<@{wanted.member_id}>")
