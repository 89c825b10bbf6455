"""What earlier runs were thinking about when they ended: taken away, and shown or told of in its place."""

from collections.abc import Iterator
from contextlib import contextmanager

import discord
import structlog

from bot import messages
from bot.buttons import views
from bot.delivery.parts import Parts
from bot.delivery.trouble import Trouble, judge
from bot.jobs.ids import nonce
from bot.jobs.job import Job
from bot.messages import is_private
from bot.store.messages import Kind, Message
from bot.store.thinking import Thought
from bot.words import say

log = structlog.stdlib.get_logger("bot.delivery")

DEPTH = 100
"""Messages among which it is looked for, from the interaction on: it was written within seconds."""


async def settle(parts: Parts, thought: Thought) -> list[tuple[Job, Message]]:
    """The jobs that have a message of their own from now on, in the place of what was thinking.

    Raises what may be better in a moment.
    """
    shown: list[tuple[Job, Message]] = []
    with _possible(thought):
        if not thought.is_shown:
            if not await parts.store.jobs.asked(thought.interaction_id):
                await _ask_again(parts, thought)
        elif message := await _found(parts, thought):
            with _possible(thought):
                shown = await _told(parts, thought)
            await message.delete()
    await parts.store.thinking.done(thought.interaction_id)
    return shown


@contextmanager
def _possible(thought: Thought) -> Iterator[None]:
    """What Discord refuses for good is let be: the bot may have lost its rights there, or the channel is gone."""
    try:
        yield
    except discord.HTTPException as failure:
        if judge(failure).trouble is Trouble.PASSING:
            raise
        log.info("thinking not taken away", interaction=thought.interaction_id, reason=repr(failure))


async def _found(parts: Parts, thought: Thought) -> discord.Message | None:
    """What still shows it; None where it was answered, or may not be read."""
    after = discord.Object(thought.interaction_id - 1)
    history = parts.channel(thought.channel_id).history(limit=DEPTH, after=after, oldest_first=True)
    async for message in history:
        asked = message.interaction_metadata
        if message.flags.loading and asked and asked.id == thought.interaction_id:
            return message
    return None


async def _told(parts: Parts, thought: Thought) -> list[tuple[Job, Message]]:
    """Jobs that it led to get the messages that they lack; without any the member is asked to ask once more."""
    jobs = await parts.store.jobs.asked(thought.interaction_id)
    if not jobs:
        await _ask_again(parts, thought)
    shown = []
    for job in jobs:
        if job.state.is_final or is_private(job) or await parts.store.messages.of(job.id):
            continue
        view, text = views.of_progress(job), messages.waiting(job)
        posted = await parts.channel(thought.channel_id).send(
            text, view=view, nonce=f"p{nonce(job.id)}", suppress_embeds=True
        )
        shown.append((job, Message(posted.id, thought.channel_id, job.id, Kind.PROGRESS)))
        await parts.store.messages.record(shown[-1][1])
    return shown


async def _ask_again(parts: Parts, thought: Thought) -> None:
    sentence = f"<@{thought.member_id}> {say('delivery.restarted', thought.locale)}"
    member = discord.AllowedMentions(everyone=False, roles=False, users=[discord.Object(thought.member_id)])
    await parts.channel(thought.channel_id).send(sentence, nonce=thought.nonce, allowed_mentions=member)
