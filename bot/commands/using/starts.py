"""What is done with a picture that was made elsewhere as with one of ours: it is taken up first, then enlarged, varied,
drawn anew in a region, or changed in words.
"""

from collections.abc import Awaitable, Callable
from typing import Any

import discord
from discord import ui

from bot.buttons import regions
from bot.buttons.answers import tell, tell_refused, tell_wrong
from bot.buttons.desk import Desk
from bot.buttons.hidden import unless_hidden
from bot.buttons.ids import Act, Press
from bot.buttons.items import Interaction
from bot.buttons.progress import asked_by, follow, in_time
from bot.buttons.windows import LONGEST, fields_of, files_of, open_window
from bot.commands.linked import picture_at
from bot.imagine.asking import Asking, Marked, Submission, Told
from bot.imagine.errors import Refused
from bot.jobs.job import Asked, Job, Strength
from bot.prompt.errors import WrongPrompt
from bot.words import say
from engine.protocol import Edit

WINDOW, AGAIN = "FU::Taking::", "FU::TakingAgain::"
SHOWS, PICTURE, WHERE, MASK = (f"{WINDOW}{each}" for each in ("shows", "picture", "where", "mask"))
EDITS = {"subtle": Edit.UPSCALE_SUBTLE, "creative": Edit.UPSCALE_CREATIVE}
STRENGTHS = {"low": Strength.SUBTLE, "high": Strength.STRONG}
REGION, EDIT = "region", "edit"
ACTS = (*EDITS, *STRENGTHS, REGION, EDIT)
OURS = "::"
"""Stands between the act and our own job, where the window is about one."""

LONGEST_TOLD = 400
"""Characters of an edit: what is longer is a prompt."""

Go = Callable[[Asked, Job], Awaitable[Submission]]
"""What is asked of the picture, once it is a job."""


async def pressed(interaction: Interaction, desk: Desk, act: str, link: str, job_id: str | None) -> None:
    """A button of the panel: a page for a region where there is one, a window for what is missing otherwise."""
    if act == REGION and desk.editor is not None:
        job = await in_time(interaction, desk, desk.imagine.adopt(asked_by(interaction), link))
        await regions.press(interaction, desk, Press(Act.REGION, job.id, 1))
    else:
        await _open(interaction, f"{act}{OURS}{job_id}" if job_id else act, {PICTURE: link})


async def again(interaction: Interaction, desk: Desk, custom_id: str) -> None:
    """The window once more, with what was typed into it."""
    window = custom_id.removeprefix(AGAIN)
    if window.partition(OURS)[0] not in ACTS:
        await tell(interaction, say("error.button", interaction.locale.value))
        return
    drafts, member_id = desk.store.drafts, interaction.user.id
    typed = {field: await drafts.of(member_id, _draft(window, field)) or "" for field in (SHOWS, PICTURE, WHERE)}
    await _open(interaction, window, typed)


async def submitted(interaction: Interaction, desk: Desk, custom_id: str) -> None:
    """The window came back. What was typed is kept until it is drawn."""
    window, fields = custom_id.removeprefix(WINDOW), fields_of(interaction)
    act, _, job_id = window.partition(OURS)
    if act not in ACTS:
        await tell(interaction, say("error.button", interaction.locale.value))
        return
    for field in (SHOWS, PICTURE, WHERE):
        await desk.store.drafts.put(interaction.user.id, _draft(window, field), fields.get(field, ""))
    marked = Marked(next(iter(files_of(interaction, MASK)), None), fields.get(WHERE, ""))
    shows, link, reopens = fields.get(SHOWS, ""), fields.get(PICTURE, "").strip(), f"{AGAIN}{window}"
    try:
        if act == EDIT:
            submission = await _told(interaction, desk, job_id or link, Told(shows, marked.where))
        else:
            submission = await taken(interaction, desk, link, shows, doing(desk, act, marked))
    except WrongPrompt as wrong:
        await tell_wrong(interaction, wrong, shows, again=reopens)
    except Refused as refused:
        await tell_refused(interaction, refused, shows, again=reopens)
    else:
        for field in (SHOWS, PICTURE, WHERE):
            await desk.store.drafts.drop(interaction.user.id, _draft(window, field))
        await follow(interaction, desk, submission)


async def taken(interaction: Interaction, desk: Desk, link: str, shows: str, go: Go) -> Submission:
    """The picture taken up, and what comes of it. Raises WrongPrompt, Refused."""
    asked = asked_by(interaction)

    async def work() -> Submission:
        return await go(asked, await desk.imagine.adopt(asked, await picture_at(interaction, desk, link), shows))

    return await in_time(interaction, desk, work())


async def _told(interaction: Interaction, desk: Desk, picture: str, told: Told) -> Submission:
    """A picture changed in words: our own job by its id, any other by its link. Raises UnknownJob, Refused."""
    if ":" in picture:

        async def go(asked: Asked, job: Job) -> Submission:
            return await desk.imagine.revise(asked, job.id, 1, told)

        return await taken(interaction, desk, picture, "", go)
    await unless_hidden(interaction, desk, await desk.store.jobs.get(picture))
    return await in_time(interaction, desk, desk.imagine.revise(asked_by(interaction), picture, 1, told))


def doing(desk: Desk, act: str, marked: Marked) -> Go:
    """What the act asks of the use cases."""

    async def go(asked: Asked, job: Job) -> Submission:
        if act in EDITS:
            return await desk.imagine.edit(asked, job.id, 1, Asking(EDITS[act]))
        if act in STRENGTHS:
            return await desk.imagine.vary(asked, job.id, 1, STRENGTHS[act])
        return await desk.imagine.region(asked, job.id, 1, marked)

    return go


async def _open(interaction: Interaction, window: str, texts: dict[str, str]) -> None:
    act, _, job_id = window.partition(OURS)
    locale = interaction.locale.value
    shows: ui.TextInput[Any] = ui.TextInput(
        custom_id=SHOWS,
        style=discord.TextStyle.paragraph,
        required=act in {REGION, EDIT},
        default=texts.get(SHOWS) or None,
        max_length=LONGEST_TOLD if act == EDIT else LONGEST,
        placeholder=say("use.example.edit", locale) if act == EDIT else None,
    )
    asked, about = {REGION: ("menu.prompt", "use.words.region"), EDIT: ("use.told", "use.words.edit")}.get(
        act, ("use.shows", "use.words.shows")
    )
    fields: list[ui.Label[Any]] = [ui.Label(text=say(asked, locale), description=say(about, locale), component=shows)]
    if act in {REGION, EDIT}:
        fields.append(_where(texts.get(WHERE) or None, locale))
    if act == REGION:
        mask: ui.FileUpload[Any] = ui.FileUpload(custom_id=MASK, required=False, max_values=1)
        described = say("region.mask.about", locale)
        fields.append(ui.Label(text=say("region.mask", locale), description=described, component=mask))
    if not job_id:
        picture: ui.TextInput[Any] = ui.TextInput(custom_id=PICTURE, default=texts.get(PICTURE), max_length=LONGEST)
        fields.append(ui.Label(text=say("menu.picture", locale), component=picture))
    await open_window(interaction, f"{WINDOW}{window}", say(f"use.{act}", locale), *fields)


def _where(typed: str | None, locale: str) -> ui.Label[Any]:
    place: ui.TextInput[Any] = ui.TextInput(
        custom_id=WHERE,
        required=False,
        default=typed,
        max_length=regions.LONGEST_PLACE,
        placeholder=say("region.where.example", locale),
    )
    return ui.Label(text=say("region.place", locale), component=place)


def _draft(window: str, field: str) -> str:
    return f"{WINDOW}{window}::{field.removeprefix(WINDOW)}"
