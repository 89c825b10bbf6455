"""What a run that died left behind: messages that show old progress, answers never recorded, and none at all."""

import asyncio
import math
from collections.abc import Callable

import discord
import structlog

from bot.delivery.line import Line
from bot.delivery.parts import Parts
from bot.delivery.progress import Board
from bot.delivery.search import answers
from bot.delivery.trouble import Trouble, is_of_the_way, judge
from bot.delivery.unanswered import settle
from bot.ids import job_id
from bot.jobs.ids import made_at
from bot.jobs.job import Job, State
from bot.store.errors import UnknownJob
from bot.store.messages import Kind, Message

log = structlog.stdlib.get_logger("bot.delivery")

RECENT = 3600.0
"""Seconds since which jobs that have ended are looked at: the bot may have died before it said so."""
LATEST_ANSWER = 30.0
"""Seconds after a job was made by which its answer was written, if ever."""


async def repair(parts: Parts, board: Board, on_untold: Callable[[Job], None]) -> None:
    """Put every message that shows progress on the board; `on_untold` is told of failed jobs that none shows."""
    tries = 0
    while True:
        try:
            await _recorded(parts, board)
            await _unrecorded(parts, board, on_untold)
            await _unanswered(parts, board)
        except Exception as failure:  # a database or a Discord that fails for a moment; what was done is not done again
            tries += 1
            log.warning("progress not repaired yet", reason=repr(failure), exc_info=not is_of_the_way(failure))
            await asyncio.sleep(max(parts.pace.retry(tries), judge(failure).wait or 0.0))
        else:
            return


async def _recorded(parts: Parts, board: Board) -> None:
    for message in await parts.store.messages.in_progress():
        if not board.has(message.job_id):
            _put(parts, board, await parts.store.jobs.get(message.job_id), message)
        # it may have been delivered between the look at it and its place on the board
        board.catch_up(await parts.store.jobs.get(message.job_id))


async def _unrecorded(parts: Parts, board: Board, on_untold: Callable[[Job], None]) -> None:
    """Raises what kept a channel from being looked at, once all others were."""
    seen: dict[int, float] = {}
    missed: Exception | None = None
    for job in await parts.store.messages.unrecorded(job_id(int((parts.now() - RECENT) * 1000), 0)):
        channel_id = job.asked.channel_id
        if made_at(job.id) + LATEST_ANSWER > seen.get(channel_id, -math.inf):
            try:
                seen[channel_id] = await _look_around(parts, board, job)
            except Exception as failure:  # noqa: BLE001 - the other channels come first
                seen[channel_id], missed = math.inf, failure
        if job.state is State.FAILED and not board.has(job.id) and not await parts.store.messages.of(job.id):
            on_untold(job)
    if missed:
        raise missed


async def _unanswered(parts: Parts, board: Board) -> None:
    """Raises what kept one from being taken away, once all others were."""
    missed: Exception | None = None
    for thought in await parts.store.thinking.left():
        try:
            for job, message in await settle(parts, thought):
                _put(parts, board, job, message)
                board.catch_up(await parts.store.jobs.get(job.id))
        except Exception as failure:  # noqa: BLE001 - the others come first
            missed = failure
    if missed:
        raise missed


async def _look_around(parts: Parts, board: Board, job: Job) -> float:
    """Find the answers in the job's channel that were written since then; until when that was done.

    A channel that the bot may not read has none. Raises what may be better in a moment.
    """
    channel_id = job.asked.channel_id
    try:
        found, until = await answers(parts, channel_id, made_at(job.id))
    except discord.HTTPException as failure:
        if judge(failure).trouble is Trouble.PASSING:
            raise
        log.info("answers not looked for", channel=channel_id, reason=repr(failure))
        return math.inf
    for its_job, message_id in found.items():
        if not board.has(its_job):
            await _adopt(parts, board, Message(message_id, channel_id, its_job, Kind.PROGRESS))
    return until


async def _adopt(parts: Parts, board: Board, message: Message) -> None:
    try:
        job = await parts.store.jobs.get(message.job_id)
    except UnknownJob:
        log.info("message about an unknown job", job=message.job_id, message=message.id)
        return
    await parts.store.messages.record(message)
    _put(parts, board, job, message)
    board.catch_up(await parts.store.jobs.get(message.job_id))


def _put(parts: Parts, board: Board, job: Job, message: Message) -> None:
    loop = asyncio.get_running_loop()
    board.put(Line(job, message, born_at=loop.time() - (parts.now() - made_at(job.id))))
