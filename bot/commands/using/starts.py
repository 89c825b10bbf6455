"""What is done with a picture that was made elsewhere as with one of ours: it is taken up first, then enlarged, varied
or drawn anew in a region.
"""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

import discord
from discord import ui

from bot.buttons import regions
from bot.buttons.answers import tell, tell_refused, tell_wrong
from bot.buttons.desk import Desk
from bot.buttons.ids import Act, Press
from bot.buttons.items import Interaction
from bot.buttons.progress import asked_by, follow, in_time
from bot.buttons.windows import LONGEST, fields_of, files_of, open_window
from bot.imagine.asking import Asking, Marked, Submission
from bot.imagine.errors import Refused
from bot.jobs.job import Asked, Job, Strength
from bot.prompt.errors import WrongPrompt
from bot.words import say
from engine.protocol import Edit

WINDOW, AGAIN = "FU::Taking::", "FU::TakingAgain::"
SHOWS, PICTURE, WHERE, MASK = (f"{WINDOW}{each}" for each in ("shows", "picture", "where", "mask"))
EDITS = {"subtle": Edit.UPSCALE_SUBTLE, "creative": Edit.UPSCALE_CREATIVE}
STRENGTHS = {"low": Strength.SUBTLE, "high": Strength.STRONG}
REGION = "region"
ACTS = (*EDITS, *STRENGTHS, REGION)

Go = Callable[[Asked, Job], Awaitable[Submission]]
"""What is asked of the picture, once it is a job."""


async def pressed(interaction: Interaction, desk: Desk, act: str, link: str) -> None:
    """A button of the panel: a page for a region where there is one, a window for what is missing otherwise."""
    if act == REGION and desk.editor is not None:
        job = await in_time(interaction, desk.imagine.adopt(asked_by(interaction), link))
        await regions.press(interaction, desk, Press(Act.REGION, job.id, 1))
    else:
        await _open(interaction, act, {PICTURE: link})


async def again(interaction: Interaction, desk: Desk, custom_id: str) -> None:
    """The window once more, with what was typed into it."""
    act = custom_id.removeprefix(AGAIN)
    if act not in ACTS:
        await tell(interaction, say("error.button", interaction.locale.value))
        return
    drafts, member_id = desk.store.drafts, interaction.user.id
    typed = {field: await drafts.of(member_id, _draft(act, field)) or "" for field in (SHOWS, PICTURE, WHERE)}
    await _open(interaction, act, typed)


async def submitted(interaction: Interaction, desk: Desk, custom_id: str) -> None:
    """The window came back. What was typed is kept until it is drawn."""
    act, fields = custom_id.removeprefix(WINDOW), fields_of(interaction)
    if act not in ACTS:
        await tell(interaction, say("error.button", interaction.locale.value))
        return
    for field in (SHOWS, PICTURE, WHERE):
        await desk.store.drafts.put(interaction.user.id, _draft(act, field), fields.get(field, ""))
    marked = Marked(next(iter(files_of(interaction, MASK)), None), fields.get(WHERE, ""))
    shows, link, reopens = fields.get(SHOWS, ""), fields.get(PICTURE, "").strip(), f"{AGAIN}{act}"
    try:
        submission = await taken(interaction, desk, link, shows, doing(desk, act, marked))
    except WrongPrompt as wrong:
        await tell_wrong(interaction, wrong, shows, again=reopens)
    except Refused as refused:
        await tell_refused(interaction, refused, shows, again=reopens)
    else:
        for field in (SHOWS, PICTURE, WHERE):
            await desk.store.drafts.drop(interaction.user.id, _draft(act, field))
        await follow(interaction, desk, submission)


async def taken(interaction: Interaction, desk: Desk, link: str, shows: str, go: Go) -> Submission:
    """The picture taken up, and what comes of it. Raises WrongPrompt, Refused."""
    asked = asked_by(interaction)

    async def work() -> Submission:
        return await go(asked, await desk.imagine.adopt(asked, link, shows))

    return await in_time(interaction, work())


def doing(desk: Desk, act: str, marked: Marked) -> Go:
    """What the act asks of the use cases."""

    async def go(asked: Asked, job: Job) -> Submission:
        if act in EDITS:
            return await desk.imagine.edit(asked, job.id, 1, Asking(EDITS[act]))
        if act in STRENGTHS:
            return await desk.imagine.vary(asked, job.id, 1, STRENGTHS[act])
        return await desk.imagine.region(asked, job.id, 1, marked)

    return go


async def _open(interaction: Interaction, act: str, texts: dict[str, str]) -> None:
    locale = interaction.locale.value
    is_region = act == REGION
    text = partial(ui.TextInput[Any], required=is_region, max_length=LONGEST)
    shows = text(custom_id=SHOWS, style=discord.TextStyle.paragraph, default=texts.get(SHOWS) or None)
    about = say("use.words.region" if is_region else "use.words.shows", locale)
    fields: list[ui.Label[Any]] = [
        ui.Label(text=say("menu.prompt" if is_region else "use.shows", locale), description=about, component=shows)
    ]
    if is_region:
        place: ui.TextInput[Any] = ui.TextInput(
            custom_id=WHERE,
            required=False,
            default=texts.get(WHERE) or None,
            max_length=regions.LONGEST_PLACE,
            placeholder=say("region.where.example", locale),
        )
        mask: ui.FileUpload[Any] = ui.FileUpload(custom_id=MASK, required=False, max_values=1)
        fields += [
            ui.Label(text=say("region.place", locale), component=place),
            ui.Label(text=say("region.mask", locale), description=say("region.mask.about", locale), component=mask),
        ]
    picture: ui.TextInput[Any] = ui.TextInput(custom_id=PICTURE, default=texts.get(PICTURE), max_length=LONGEST)
    fields.append(ui.Label(text=say("menu.picture", locale), component=picture))
    await open_window(interaction, f"{WINDOW}{act}", say(f"use.{act}", locale), *fields)


def _draft(act: str, field: str) -> str:
    return f"{WINDOW}{act}::{field.removeprefix(WINDOW)}"
