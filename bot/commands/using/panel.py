"""The panel: the pictures of a message, and what can be made of the one that is chosen.

The links are in the panel itself: the bot could not read a message of somebody else's once more.
"""

import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, cast

import discord
from discord import ui

from bot.buttons import regions, remix
from bot.buttons.answers import reply, tell
from bot.buttons.connection import acknowledged
from bot.buttons.desk import Desk
from bot.buttons.embeds import ACCENT
from bot.buttons.hidden import unless_hidden
from bot.buttons.ids import Act, Press
from bot.buttons.items import Choice, Interaction, button
from bot.commands.describing.picture import describe
from bot.commands.using import starts, windows
from bot.jobs.job import Job
from bot.words import say

USE, SELECT = "FU::Use::", "FU::Select::Use"
MOST = 10  # embeds of a message, Discord's limit
NO_JOB = "0"
_USE = re.compile(rf"{USE}(?P<act>[a-z]+)::(?P<number>\d{{1,2}})::(?P<job>[0-9a-f-]{{36}}|{NO_JOB})")
OF_ANY = {"image": "🖼️", "style": "🎨", "character": "🧑", "blend": "🧬", "edit": "✏️"}
OF_ONE = {"subtle": "🔍", "creative": "🔍", "low": "🪄", "high": "🪄", "region": "🖌️"}
READ = {"describe": "🔎"}
"""Signs of what is made with any picture, of one that stands by itself, and of what is read of any."""
DRAWS = {
    "subtle": Act.UPSCALE_SUBTLE,
    "creative": Act.UPSCALE_CREATIVE,
    "low": Act.LOW_VARIATION,
    "high": Act.HIGH_VARIATION,
    "region": Act.REGION,
}


@dataclass(frozen=True)
class Chosen:
    """The pictures, the number of the one that is chosen, and our job of one picture that they are of."""

    links: tuple[str, ...]
    number: int = 1
    job_id: str | None = None
    is_grid: bool = False

    @property
    def link(self) -> str:
        """Of the one that is chosen."""
        return self.links[self.number - 1]


async def offered(interaction: Interaction, desk: Desk, links: Sequence[str], job: Job | None) -> None:
    """The panel for these pictures of a message, which may show a job of ours. Raises Refused."""
    if job is not None:
        await unless_hidden(interaction, desk, job)
    is_single = job is not None and len(job.pictures) == 1
    chosen = Chosen(
        tuple(links[:MOST]), 1, job.id if job and is_single else None, is_grid=job is not None and not is_single
    )
    embeds, view = _panel(chosen, desk, interaction.locale.value)
    await reply(interaction, embeds=embeds, view=view)


async def turned(interaction: Interaction, desk: Desk, _custom_id: str) -> None:
    """Another picture of the message was chosen."""
    chosen = _chosen(interaction)
    number = int(cast("dict[str, Any]", interaction.data)["values"][0])
    if chosen is None or not 1 <= number <= len(chosen.links):
        await tell(interaction, say("error.button", interaction.locale.value))
        return
    embeds, view = _panel(replace(chosen, number=number), desk, interaction.locale.value)
    await acknowledged(partial(interaction.response.edit_message, embeds=embeds, view=view))


async def used(interaction: Interaction, desk: Desk, custom_id: str) -> None:
    """Something is to be made of it: for one of ours what its own button does, else a window for what is missing."""
    found, chosen = _USE.fullmatch(custom_id), _chosen(interaction)
    act = found["act"] if found else ""
    if chosen is None or found is None or act not in {*OF_ANY, *DRAWS, *READ}:
        await tell(interaction, say("error.button", interaction.locale.value))
    elif act in starts.ACTS and (chosen.job_id is None or act == starts.EDIT):
        await starts.pressed(interaction, desk, act, chosen.link, chosen.job_id)
    elif act in READ:
        await _described(interaction, desk, chosen.link)
    elif act in OF_ANY:
        await windows.opened(interaction, act, chosen.link)
    else:
        press = regions.press if act == starts.REGION else remix.press
        await press(interaction, desk, Press(DRAWS[act], chosen.job_id or "", 1))


async def _described(interaction: Interaction, desk: Desk, link: str) -> None:
    """Prompts for it, in a message for all here."""
    if desk.reading is None:
        await tell(interaction, say("error.button", interaction.locale.value))
    else:
        await describe(interaction, desk, desk.reading, link)


def _panel(chosen: Chosen, desk: Desk, locale: str) -> tuple[list[discord.Embed], ui.View]:
    """An embed for each picture, the chosen one large; its address is what a press goes by."""
    embeds = []
    for number, link in enumerate(chosen.links, start=1):
        is_chosen = number == chosen.number
        title = say("use.title", locale) if len(chosen.links) == 1 else say("use.number", locale, number=number)
        embed = discord.Embed(title=title, url=link, colour=ACCENT if is_chosen else None)
        embeds.append(embed.set_image(url=link) if is_chosen else embed.set_thumbnail(url=link))
    embeds[0].description = say("use.grid" if chosen.is_grid else "use.what", locale)
    view = ui.View(timeout=None)
    rows = [OF_ANY, *([] if chosen.is_grid else [OF_ONE]), *([READ] if desk.reading else [])]
    for row, acts in enumerate(rows):
        for act, sign in acts.items():
            custom_id = f"{USE}{act}::{chosen.number}::{chosen.job_id or NO_JOB}"
            item = button(say(f"use.{act}", locale), custom_id, emoji=sign)
            item.row = row
            view.add_item(item)
    if len(chosen.links) > 1:
        select: ui.Select[Any] = ui.Select(custom_id=SELECT)
        for number in range(1, len(chosen.links) + 1):
            label = say("use.number", locale, number=number)
            select.add_option(label=label, value=str(number), default=number == chosen.number)
        choice = Choice(select)
        choice.row = len(rows)
        view.add_item(choice)
    return embeds, view


def _chosen(interaction: Interaction) -> Chosen | None:
    """What the panel says itself; None where it is none."""
    message = interaction.message
    if message is None or not message.embeds:
        return None
    links = tuple(embed.url for embed in message.embeds if embed.url)
    for row in message.components:
        for each in getattr(row, "children", ()):
            found = _USE.fullmatch(getattr(each, "custom_id", None) or "")
            if found and 1 <= int(found["number"]) <= len(links):
                return Chosen(links, int(found["number"]), None if found["job"] == NO_JOB else found["job"])
    return None


TOPICS: dict[str, Callable[[Interaction, Desk, str], Awaitable[None]]] = {
    USE: used,
    SELECT: turned,
    windows.WINDOW: windows.submitted,
    starts.WINDOW: starts.submitted,
    starts.AGAIN: starts.again,
}
