"""Answers that only the one who asked sees: sentences, refusals, and what nobody foresaw."""

import io
import secrets
from collections.abc import Coroutine
from contextlib import suppress
from functools import partial
from typing import Any

import discord
import structlog
from discord import ui

from bot.buttons import conditions, embeds
from bot.buttons.connection import ALREADY_ANSWERED, UNKNOWN_INTERACTION, insist, is_of_the_way
from bot.buttons.items import Interaction, button
from bot.errors import BotError
from bot.imagine.errors import Refused
from bot.jobs.errors import JobError, WrongState
from bot.jobs.job import State
from bot.prompt.errors import WrongPreference, WrongPrompt
from bot.store.errors import StoreError, UnknownJob
from bot.words import say

log = structlog.stdlib.get_logger("bot.buttons")

SUBMIT_CURE = "FU::Cure"

STATES = {
    State.WAITING: "job.is.waiting",
    State.RUNNING: "job.is.running",
    State.RENDERED: "job.is.rendered",
    State.DELIVERED: "job.is.delivered",
    State.FAILED: "job.is.failed",
    State.CANCELLED: "job.is.cancelled",
}
"""The sentence about a job in each state."""


async def reply(interaction: Interaction, **fields: Any) -> None:
    """A message for the one who asked; a public "thinking" is taken away first, which would show it to all."""
    response = interaction.response
    if not response.is_done():
        try:
            await insist(partial(response.send_message, ephemeral=True, **fields))
        except discord.HTTPException as failure:
            if failure.code != ALREADY_ANSWERED:
                raise
            if not await _is_taken_away(interaction):
                return
        else:
            return
    elif response.type is discord.InteractionResponseType.deferred_channel_message:
        with suppress(discord.NotFound):
            await interaction.delete_original_response()
    await interaction.followup.send(ephemeral=True, **fields)


async def _is_taken_away(interaction: Interaction) -> bool:
    """False where the interaction was answered already: it had been delivered twice, and the other told of it."""
    try:
        if not (await interaction.original_response()).flags.loading:
            return False
        await interaction.delete_original_response()
    except discord.NotFound:
        return False
    return True


async def tell(interaction: Interaction, sentence: str) -> None:
    """One sentence."""
    await reply(interaction, content=sentence)


async def tell_wrong(interaction: Interaction, wrong: WrongPrompt, typed: str, again: str | None = None) -> None:
    """Everything that is wrong with a prompt, and the corrected one: to copy, and to submit at a press.

    What was typed into a window is changed there: `again` is the custom id of the button that opens it once more.
    """
    locale = interaction.locale.value
    found = embeds.wrong_prompt(wrong, typed, locale)
    if again:
        await reply(interaction, embeds=found, view=_again(again, locale))
        return
    if embeds.cure(wrong):
        view = ui.View(timeout=None).add_item(button(say("wrong.submit", locale), SUBMIT_CURE, emoji="✅"))
        await reply(interaction, embeds=found, view=view)
        return
    long = next((each.corrected for each in wrong.mistakes if each.corrected), None)
    if long and len(long) > embeds.LONGEST_CURE:
        await reply(interaction, embeds=found, file=discord.File(io.BytesIO(long.encode()), "prompt.txt"))
        return
    await reply(interaction, embeds=found)


async def tell_refused(
    interaction: Interaction, refused: Refused, typed: str | None = None, again: str | None = None
) -> None:
    """Midjourney's title for it, and the sentence; `again` as in `tell_wrong`."""
    locale = interaction.locale.value
    embed = embeds.refusal(refused.title, refused.sentence(locale), typed)
    pressed = str(interaction.data.get("custom_id", "")) if interaction.data else ""
    view = conditions.under(refused, embed, typed, pressed, locale) or (_again(again, locale) if again else None)
    await reply(interaction, embed=embed, **({"view": view} if view else {}))


def _again(custom_id: str, locale: str) -> ui.View:
    return ui.View(timeout=None).add_item(button(say("remix.again", locale), custom_id, emoji="✏️"))


async def tell_outdated(interaction: Interaction) -> None:
    """Discord's picker was older than the bot."""
    await attempt(interaction, tell(interaction, say("error.outdated", interaction.locale.value)))


async def tell_error(interaction: Interaction, error: BaseException) -> None:
    """The one place where errors of commands, buttons and modals end: a calm sentence, and a log where it matters."""
    locale = interaction.locale.value
    match error:
        case discord.NotFound() if error.code == UNKNOWN_INTERACTION:
            log.warning("answered too late", interaction=interaction.id)
        case discord.HTTPException() if error.code == ALREADY_ANSWERED:
            log.info("answered before", interaction=interaction.id)
        case Refused():
            await attempt(interaction, tell_refused(interaction, error))
        case WrongPrompt():
            await attempt(interaction, tell_wrong(interaction, error, ""))
        case UnknownJob():
            await attempt(interaction, tell(interaction, say("job.unknown", locale)))
        case WrongState():
            await attempt(interaction, tell(interaction, say(STATES[State(error.state)], locale)))
        case StoreError():
            await _unforeseen(interaction, error, say("error.store", locale))
        case WrongPreference():
            await attempt(interaction, tell(interaction, error.sentence(locale)))
        case JobError() | BotError():
            await attempt(interaction, tell(interaction, str(error)))
        case _:
            await _unforeseen(interaction, error)


async def _unforeseen(interaction: Interaction, error: BaseException, sentence: str | None = None) -> None:
    """The log has the trace under a number that the sentence carries.

    Nobody can be told while the bot stops, and its next run goes on with what was stored.
    """
    if interaction.client.is_closed():
        log.info("not answered, the bot stops", interaction=interaction.id, reason=repr(error))
        return
    incident = secrets.token_hex(4)
    trace = None if is_of_the_way(error) else error
    log.error("command failed", incident=incident, interaction=interaction.id, reason=repr(error), exc_info=trace)
    told = sentence or say("error.unexpected", interaction.locale.value, incident=incident)
    await attempt(interaction, tell(interaction, told))


async def attempt(interaction: Interaction, telling: Coroutine[Any, Any, None]) -> None:
    """Tell it if that can be told at all."""
    try:
        await telling
    except Exception as failure:  # noqa: BLE001 - the network may be what failed in the first place
        log.warning("the member could not be told", interaction=interaction.id, reason=str(failure))
