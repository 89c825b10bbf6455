"""The answer to whoever asked for pictures: a message for each job, which shows from then on how far it is."""

import asyncio
from collections.abc import Coroutine, Iterable
from functools import partial
from typing import Any, TypeVar

import discord
import structlog
from discord import ui
from structlog.contextvars import bind_contextvars

from bot.buttons import views
from bot.buttons.answers import attempt, tell
from bot.buttons.conditions import is_confirming
from bot.buttons.connection import ALREADY_ANSWERED, UNKNOWN_INTERACTION, age, insist
from bot.buttons.desk import Desk
from bot.buttons.items import Interaction
from bot.buttons.scenes import scene_of
from bot.buttons.thinking import think
from bot.imagine.asking import Submission
from bot.jobs.ids import nonce
from bot.jobs.job import Asked, Job, Member
from bot.jobs.queue import Position
from bot.messages import is_private, waiting
from bot.words import say

log = structlog.stdlib.get_logger("bot.buttons")

T = TypeVar("T")

PATIENCE = 1.0
"""Seconds from its arrival after which the member is told that it takes longer. Discord waits for 3, the way to the bot
and back included.
"""


def asked_by(interaction: Interaction) -> Asked:
    """Who asks, and where."""
    user, place = interaction.user, interaction.channel_id
    member = Member(user.id, user.name, interaction.locale.value)
    pressed = str(interaction.data.get("custom_id", "")) if interaction.data else ""
    return Asked(
        interaction.id,
        member,
        place or 0,
        interaction.guild_id,
        scene=scene_of(interaction),
        is_confirmed=is_confirming(pressed),
    )


async def in_time(
    interaction: Interaction,
    desk: Desk,
    work: Coroutine[Any, Any, T],
    *,
    is_thinking: bool = True,
    expected: float = 0.0,
) -> T:
    """What comes of the work; where it takes long, Discord is told in time that the bot is at it.

    It is told at once where the work is expected to take longer, in seconds: of many who come together nobody waits for
    those before. Members see it thinking, unless the answer to a button changes the message that it stands under.
    """
    if interaction.response.is_done():
        return await work
    task = asyncio.ensure_future(work)
    left = max(PATIENCE - age(interaction), 0.0)
    try:
        done, _ = await asyncio.wait({task}, timeout=0.0 if expected > left else left)
        if not done:
            await think(interaction, desk, is_shown=is_thinking)
    except BaseException:
        task.cancel()
        raise
    return await task


async def follow(interaction: Interaction, desk: Desk, submission: Submission) -> None:
    """Answer with a message for each job.

    A job is safe in the store by now: whatever happens to these messages, its result comes.
    """
    first, *others = submission.jobs
    bind_contextvars(job=first.id)
    here = (say("stealth.here", interaction.locale.value),) if is_private(first) else ()
    notices = (*submission.notices, *here)
    try:
        message = await _answer(interaction, desk, first, notices)
    except Exception as failure:
        is_ours = isinstance(failure, discord.HTTPException) and not isinstance(failure, discord.DiscordServerError)
        log.warning("no progress message", job=first.id, reason=repr(failure), exc_info=is_ours)
        await attempt(interaction, tell(interaction, say("progress.lost", interaction.locale.value)))
        return
    if message is None:
        return
    await desk.delivery.answered(first, message, notices)
    await announce(interaction, desk, others)


async def announce(interaction: Interaction, desk: Desk, jobs: Iterable[Job], notices: tuple[str, ...] = ()) -> None:
    """A message for each job beside what answers the interaction; `notices` stand below each."""
    for job in jobs:
        if job.state.is_final:  # the interaction comes again, long after
            continue
        later = await desk.imagine.position(job)
        try:
            message = await _announced(interaction, job, _content(job, later, notices, interaction))
        except Exception as failure:  # noqa: BLE001 - whatever it is, the result comes
            # Where the bot is not a member, Discord takes five such messages for each interaction.
            log.info("no progress message", job=job.id, reason=repr(failure))
            return
        await desk.delivery.answered(job, message, notices)


async def _announced(interaction: Interaction, job: Job, content: str) -> discord.Message:
    """A message of the bot's own, which its nonce makes one however often it is sent.

    Where the bot may not write, it is one that follows the answer: those have no nonce.
    """
    view = views.of_progress(job)
    if is_private(job):
        return await interaction.followup.send(content, view=view, ephemeral=True, suppress_embeds=True, wait=True)
    channel = interaction.client.get_partial_messageable(interaction.channel_id or 0)
    send = partial(channel.send, content, view=view, nonce=f"p{nonce(job.id)}", suppress_embeds=True)
    try:
        return await insist(send)
    except (discord.Forbidden, discord.NotFound):
        return await interaction.followup.send(content, view=view, suppress_embeds=True, wait=True)


def _content(job: Job, position: Position | None, notices: tuple[str, ...], interaction: Interaction) -> str:
    return waiting(job, position, notices, interaction.locale.value)


async def _answer(interaction: Interaction, desk: Desk, job: Job, notices: tuple[str, ...]) -> discord.Message | None:
    """The message that answers the interaction; None where Discord takes none any more."""
    view, is_hidden = views.of_progress(job), is_private(job)
    content = ""
    try:
        position = await in_time(interaction, desk, desk.imagine.position(job))
        content = _content(job, position, notices, interaction)
        if interaction.response.is_done():
            if is_hidden:
                return await _hidden(interaction, content, view)
            return await insist(partial(interaction.edit_original_response, content=content, view=view))
        more = {"view": view, "suppress_embeds": True, "ephemeral": is_hidden}
        answer = await insist(partial(interaction.response.send_message, content, **more))
        return answer.resource if isinstance(answer.resource, discord.Message) else None
    except discord.NotFound as failure:
        if failure.code != UNKNOWN_INTERACTION:
            raise
        log.warning("answered too late", interaction=interaction.id, job=job.id)
        return None
    except discord.HTTPException as failure:
        if failure.code != ALREADY_ANSWERED:
            raise
        # The interaction was delivered twice, or its answer was taken and the connection broke.
        return await _answered_before(interaction, content, view)


async def _hidden(interaction: Interaction, content: str, view: ui.View) -> discord.Message:
    """What only the member sees, after a public "thinking" that is taken away."""
    if interaction.response.type is discord.InteractionResponseType.deferred_channel_message:
        await interaction.delete_original_response()
    return await interaction.followup.send(content, view=view, ephemeral=True, suppress_embeds=True, wait=True)


async def _answered_before(interaction: Interaction, content: str, view: ui.View) -> discord.Message | None:
    """The answer that stands there; None where it has gone, since the job is done."""
    try:
        message = await insist(interaction.original_response)
    except discord.NotFound:
        return None
    if not message.flags.loading:
        return message
    return await insist(partial(interaction.edit_original_response, content=content, view=view))
