"""The windows of Use this picture...: the words beside it, and what it is blended with."""

from typing import Any

import discord
from discord import ui

from bot.buttons.answers import tell, tell_refused
from bot.buttons.desk import Desk
from bot.buttons.items import Interaction
from bot.buttons.progress import asked_by, follow, in_time
from bot.buttons.windows import LONGEST, fields_of, files_of, open_window
from bot.commands.blend import SHAPES
from bot.commands.imagine import imagine
from bot.commands.linked import picture_at
from bot.imagine.asking import Given, Submission
from bot.imagine.errors import Refused
from bot.words import say

WINDOW = "FU::Using::"
PROMPT, PICTURE, MORE, SHAPE = (f"{WINDOW}{each}" for each in ("prompt", "picture", "more", "shape"))
MOST_MORE = 4
"""Pictures beside the first: a blend takes five."""


async def opened(interaction: Interaction, act: str, link: str) -> None:
    """The window for this; the picture's link is in it, so that nothing is remembered."""
    locale = interaction.locale.value
    asked = (_more(locale), _shape(locale)) if act == "blend" else (_words(act, locale),)
    picture: ui.TextInput[Any] = ui.TextInput(custom_id=PICTURE, default=link, max_length=LONGEST)
    shown = ui.Label[Any](text=say("menu.picture", locale), component=picture)
    await open_window(interaction, f"{WINDOW}{act}", say(f"use.window.{act}", locale), *asked, shown)


async def submitted(interaction: Interaction, desk: Desk, custom_id: str) -> None:
    """The window came back, perhaps to another process than the one that opened it."""
    act, fields = custom_id.removeprefix(WINDOW), fields_of(interaction)
    prompt, link = fields.get(PROMPT, ""), fields.get(PICTURE, "").strip() or None
    if act == "blend":
        links = [*([link] if link else []), *files_of(interaction, MORE)]
        await _blend(interaction, desk, links, fields.get(SHAPE))
    elif act in {"image", "style", "character"}:
        await imagine(interaction, desk, prompt, Given(**{act: link}))
    else:
        await tell(interaction, say("error.button", interaction.locale.value))


async def _blend(interaction: Interaction, desk: Desk, links: list[str], aspect: str | None) -> None:
    async def work() -> Submission:
        named = [await picture_at(interaction, desk, link) for link in links]
        return await desk.imagine.blend(asked_by(interaction), named, aspect)

    try:
        submission = await in_time(interaction, desk, work())
    except Refused as refused:
        await tell_refused(interaction, refused)
    else:
        await follow(interaction, desk, submission)


def _words(act: str, locale: str) -> ui.Label[Any]:
    prompt: ui.TextInput[Any] = ui.TextInput(
        custom_id=PROMPT,
        style=discord.TextStyle.paragraph,
        max_length=LONGEST,
        placeholder="--ar 3:2",
    )
    return ui.Label(text=say("menu.prompt", locale), description=say(f"use.words.{act}", locale), component=prompt)


def _more(locale: str) -> ui.Label[Any]:
    files: ui.FileUpload[Any] = ui.FileUpload(custom_id=MORE, min_values=1, max_values=MOST_MORE)
    return ui.Label(text=say("use.more", locale), component=files)


def _shape(locale: str) -> ui.Label[Any]:
    group: ui.RadioGroup[Any] = ui.RadioGroup(custom_id=SHAPE)
    for key, value in SHAPES:
        group.add_option(label=say(key, locale), value=value, default=value == "1:1")
    return ui.Label(text=say("blend.dimensions", locale), component=group)
