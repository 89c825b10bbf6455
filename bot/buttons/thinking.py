"""What Discord is told where an answer takes long; where the bot ends before the answer, the next run sees to it."""

import asyncio
from functools import partial

import structlog

from bot.buttons.connection import acknowledged
from bot.buttons.desk import Desk
from bot.buttons.items import Interaction
from bot.store.errors import StoreError
from bot.store.store import Store
from bot.store.thinking import Thought

log = structlog.stdlib.get_logger("bot.buttons")

NOTED = 0.5
"""Seconds that Discord may be kept waiting for the note, which a database that is locked does not take at once."""

_keeping: set[asyncio.Task[None]] = set()


async def think(interaction: Interaction, desk: Desk, *, is_shown: bool = True) -> None:
    """Show all that the bot is thinking, and note it until whoever handles the interaction is done with it.

    Of a press that changes the message with its button nothing is shown, and only the note is there.
    """
    place, user = interaction.channel_id or 0, interaction.user
    thought = Thought(interaction.id, place, user.id, interaction.locale.value, is_shown)
    noted, answered = asyncio.Event(), asyncio.Event()
    if handling := asyncio.current_task():
        handling.add_done_callback(lambda task: None if task.cancelled() else answered.set())
    keeping = asyncio.create_task(_keep(desk.store, thought, noted, answered))
    _keeping.add(keeping)
    keeping.add_done_callback(_keeping.discard)
    noting = asyncio.ensure_future(noted.wait())
    await asyncio.wait({noting}, timeout=NOTED)
    noting.cancel()
    await acknowledged(partial(interaction.response.defer, thinking=is_shown))


async def _keep(store: Store, thought: Thought, noted: asyncio.Event, answered: asyncio.Event) -> None:
    """A note that cannot be written keeps no answer from anybody."""
    try:
        await store.thinking.begin(thought)
    except StoreError as failure:
        log.warning("thinking not noted", interaction=thought.interaction_id, reason=str(failure))
        return
    finally:
        noted.set()
    await answered.wait()
    try:
        await store.thinking.done(thought.interaction_id)
    except Exception as failure:  # noqa: BLE001 - the next run finds that it was answered
        log.warning("thinking still noted", interaction=thought.interaction_id, reason=str(failure))
