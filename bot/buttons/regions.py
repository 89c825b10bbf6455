"""Vary (Region): what is to be drawn anew is marked on a page, or in a window by words or with a mask."""

from functools import partial
from typing import Any

import discord
from discord import ui

from bot.buttons import ids
from bot.buttons.answers import attempt, reply, tell, tell_refused, tell_wrong
from bot.buttons.connection import insist
from bot.buttons.desk import Desk
from bot.buttons.hidden import unless_hidden
from bot.buttons.ids import Press
from bot.buttons.items import Interaction, button
from bot.buttons.presses import colour, show
from bot.buttons.progress import announce, asked_by, in_time
from bot.buttons.windows import LONGEST, fields_of, files_of, open_window
from bot.imagine.adopting import said
from bot.imagine.asking import Marked
from bot.imagine.errors import INVALID_REQUEST, Refused
from bot.prompt.errors import WrongPrompt
from bot.words import say

WORDS = "FU::RegionWords::"
"""What the custom id of the button begins with that opens the window beside the page."""
PROMPT, WHERE, MASK = (f"{ids.REGION_WINDOW}::{name}" for name in ("prompt", "where", "mask"))
LONGEST_PLACE = 200


async def press(interaction: Interaction, desk: Desk, pressed: Press) -> None:
    """A link to the page, for this member only; the window where there is no page. Raises UnknownJob, Refused."""
    job = await desk.store.jobs.get(pressed.job_id)
    await unless_hidden(interaction, desk, job)
    if pressed.index > len(job.pictures):
        raise Refused(INVALID_REQUEST, "job.no_picture", index=pressed.index)
    if desk.editor is None:
        await _open(interaction, desk, pressed)
        return
    await invited(interaction, desk, pressed, said(job))


async def invited(interaction: Interaction, desk: Desk, pressed: Press, prompt: str) -> None:
    """The link to the page, with this prompt in its field. Raises UnknownJob; Refused where there is no page."""
    if desk.editor is None:
        raise Refused(INVALID_REQUEST, "region.nowhere")
    job, locale = await desk.store.jobs.get(pressed.job_id), interaction.locale.value
    submit = partial(_painted, interaction, desk, pressed)
    link = desk.editor.invite(job.picture(pressed.index), prompt, locale, submit)
    view = ui.View(timeout=None).add_item(ui.Button(label=say("region.open", locale), emoji="🖌️", url=link))
    view.add_item(button(say("region.words", locale), f"{WORDS}{pressed.index}::{pressed.job_id}", emoji="⌨️"))
    await reply(interaction, content=say("region.invite", locale), view=view)


async def by_words(interaction: Interaction, desk: Desk, custom_id: str) -> None:
    """The window after all, or once more, with what was typed into it."""
    index, _, job_id = custom_id.removeprefix(WORDS).partition("::")
    pressed = ids.press(ids.region(job_id, int(index) if index.isdecimal() else 0))
    if pressed is None:
        await tell(interaction, say("error.button", interaction.locale.value))
        return
    await unless_hidden(interaction, desk, await desk.store.jobs.get(job_id))
    await _open(interaction, desk, pressed)


async def submitted(interaction: Interaction, desk: Desk, custom_id: str) -> None:
    """The window came back, perhaps to another process. What was typed is kept until it is drawn."""
    pressed = ids.in_region_window(custom_id)
    if pressed is None:
        await tell(interaction, say("error.button", interaction.locale.value))
        return
    await unless_hidden(interaction, desk, await desk.store.jobs.get(pressed.job_id))
    fields, again = fields_of(interaction), f"{WORDS}{pressed.index}::{pressed.job_id}"
    typed, where = fields.get(PROMPT, ""), fields.get(WHERE, "")
    for field, text in ((PROMPT, typed), (WHERE, where)):
        await desk.store.drafts.put(interaction.user.id, _draft(pressed, field), text)
    marked = Marked(next(iter(files_of(interaction, MASK)), None), where)
    try:
        asked = asked_by(interaction)
        submission = await in_time(
            interaction, desk, desk.imagine.region(asked, pressed.job_id, pressed.index, marked, typed)
        )
    except WrongPrompt as wrong:
        await tell_wrong(interaction, wrong, typed, again=again)
    except Refused as refused:
        await tell_refused(interaction, refused, typed, again=again)
    else:
        for field in (PROMPT, WHERE):
            await desk.store.drafts.drop(interaction.user.id, _draft(pressed, field))
        await show(interaction, desk, pressed, submission)


async def _open(interaction: Interaction, desk: Desk, pressed: Press) -> None:
    locale, member_id = interaction.locale.value, interaction.user.id
    prompt = await desk.store.drafts.of(member_id, _draft(pressed, PROMPT))
    prompt = prompt or said(await desk.store.jobs.get(pressed.job_id))
    where = await desk.store.drafts.of(member_id, _draft(pressed, WHERE))
    place: ui.TextInput[Any] = ui.TextInput(
        custom_id=WHERE,
        required=False,
        default=where or None,
        max_length=LONGEST_PLACE,
        placeholder=say("region.where.example", locale),
    )
    mask: ui.FileUpload[Any] = ui.FileUpload(custom_id=MASK, required=False, max_values=1)
    words: ui.TextInput[Any] = ui.TextInput(
        custom_id=PROMPT, style=discord.TextStyle.paragraph, default=prompt[:LONGEST], max_length=LONGEST
    )
    about = say("region.mask.about", locale)
    await open_window(
        interaction,
        ids.region_window(pressed),
        say("region.title", locale),
        ui.Label(text=say("region.place", locale), component=place),
        ui.Label(text=say("remix.prompt", locale), component=words),
        ui.Label(text=say("region.mask", locale), description=about, component=mask),
    )


async def _painted(interaction: Interaction, desk: Desk, pressed: Press, typed: str, mask: bytes) -> None:
    """What was marked on the page, by the member who pressed the button: it counts as an answer to that press.

    Raises WrongPrompt, Refused.
    """
    await unless_hidden(interaction, desk, await desk.store.jobs.get(pressed.job_id))
    submission = await desk.imagine.region(asked_by(interaction), pressed.job_id, pressed.index, Marked(mask), typed)
    await announce(interaction, desk, submission.jobs, submission.notices)
    await colour(interaction, desk, pressed.job_id)
    said = say("region.sent", interaction.locale.value)
    await attempt(interaction, _put(interaction, said))


async def _put(interaction: Interaction, sentence: str) -> None:
    """In the place of the invitation."""
    await insist(partial(interaction.edit_original_response, content=sentence, view=None))


def _draft(pressed: Press, field: str) -> str:
    return f"{ids.region_window(pressed)}::{field.rpartition('::')[2]}"
