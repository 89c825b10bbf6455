"""/imagine: a prompt, and pictures beside it, become a grid."""

import asyncio
from dataclasses import replace
from typing import Any

import discord
import structlog
from discord import app_commands, ui

from bot.buttons import embeds
from bot.buttons.answers import SUBMIT_CURE, tell, tell_refused, tell_wrong
from bot.buttons.desk import Desk
from bot.buttons.items import Interaction
from bot.buttons.progress import asked_by, follow, in_time
from bot.commands import orders
from bot.commands.linked import picture_at, pictures_in
from bot.commands.wording import said
from bot.imagine.asking import Given, Submission
from bot.imagine.errors import Refused
from bot.prompt.completion import Known, completions
from bot.prompt.errors import WrongPrompt
from bot.prompt.tokens import LONGEST
from bot.store.errors import StoreError
from bot.words import say

log = structlog.stdlib.get_logger("bot.commands")

Text = app_commands.Range[str, 1, LONGEST]


def imagine_command(desk: Desk) -> app_commands.Command[Any, ..., None]:
    """The command /imagine, with what is offered while its prompt is typed."""

    @app_commands.command(name="imagine", description=said("imagine.description"))
    @app_commands.describe(
        prompt=said("imagine.prompt"),
        image=said("imagine.image"),
        style=said("imagine.style"),
        character=said("imagine.character"),
    )
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def answer(
        interaction: Interaction,
        prompt: Text,
        image: discord.Attachment | None = None,
        style: discord.Attachment | None = None,
        character: discord.Attachment | None = None,
    ) -> None:
        given = Given(*(each.url if each else None for each in (image, style, character)))
        await imagine(interaction, desk, prompt, given)

    @answer.autocomplete("prompt")
    async def offer(interaction: Interaction, current: str) -> list[app_commands.Choice[str]]:
        return await _offered(interaction, desk, current)

    return answer


async def imagine(interaction: Interaction, desk: Desk, typed: str, given: Given) -> None:
    """Submit the prompt and answer with its progress, or with what is wrong with it."""

    async def work() -> Submission:
        meant = await pictures_in(interaction, desk, typed)
        named = [
            link and await picture_at(interaction, desk, link) for link in (given.image, given.style, given.character)
        ]
        return await desk.imagine.submit(asked_by(interaction), meant, Given(*named))

    try:
        submission = await in_time(interaction, desk, work())
    except WrongPrompt as wrong:
        await tell_wrong(interaction, wrong, typed)
    except Refused as refused:
        await tell_refused(interaction, refused, given.around(typed))
    else:
        await _answer(interaction, desk, submission)


async def _answer(interaction: Interaction, desk: Desk, submission: Submission) -> None:
    """A message that shows how far the grid is; several are asked about first, and told of in a message of theirs."""
    if submission.question:
        await orders.ask(interaction, submission.question, submission.notices)
    elif desk.orders and len(submission.jobs) > 1:
        await tell(interaction, say("order.begun", interaction.locale.value))
    else:
        await follow(interaction, desk, submission)


async def imagine_cure(interaction: Interaction, desk: Desk) -> None:
    """The button under a corrected prompt: submit that one. The links of what was attached stand in it."""
    typed = embeds.cured(interaction.message) if interaction.message else None
    if typed is None or interaction.message is None:
        await tell(interaction, say("wrong.lost", interaction.locale.value))
        return
    # Of one such message one order comes, however often its button is pressed.
    asked = replace(asked_by(interaction), interaction_id=interaction.message.id)
    try:
        submission = await in_time(interaction, desk, desk.imagine.submit(asked, typed, Given()))
    except WrongPrompt as wrong:
        await tell_wrong(interaction, wrong, typed)
        return
    except Refused as refused:
        await tell_refused(interaction, refused, typed)
        return
    if submission.is_new:
        await _answer(interaction, desk, submission)
    else:
        await tell(interaction, say("wrong.again", interaction.locale.value))
    await _disarm(interaction, interaction.message)


async def _disarm(interaction: Interaction, message: discord.Message) -> None:
    """The button has done its work: it says so, and can be pressed no more."""
    label = say("wrong.submitted", interaction.locale.value)
    done = ui.View(timeout=None).add_item(ui.Button(label=label, custom_id=SUBMIT_CURE, emoji="✅", disabled=True))
    done.stop()
    try:
        await interaction.followup.edit_message(message.id, view=done)
    except Exception as failure:  # noqa: BLE001 - it was dismissed, perhaps; a press more makes nothing new
        log.info("button not disarmed", message=message.id, reason=repr(failure))


async def _offered(interaction: Interaction, desk: Desk, typed: str) -> list[app_commands.Choice[str]]:
    """What could follow; where the database does not answer, what can be told without it."""
    member_id = interaction.user.id
    installed = {"model": desk.models, "lora": desk.loras}
    try:
        mine = await desk.store.preferences.of(member_id)
        recent = dict.fromkeys(job.prompt for job in await desk.store.jobs.of(member_id))
        known = Known(mine.macros, tuple(recent), installed)
    except StoreError as failure:
        log.warning("nothing known of the member", reason=str(failure))
        known = Known({}, installed=installed)
    offered = await asyncio.to_thread(completions, typed, known, desk.rules, interaction.locale.value)
    return [app_commands.Choice(name=each.label, value=each.value) for each in offered]
