"""What a run that died left behind: messages that show old progress, and answers that were never recorded."""

import asyncio
from collections.abc import Callable

import structlog

from bot.delivery.line import Line
from bot.delivery.parts import Parts
from bot.delivery.progress import Board
from bot.delivery.search import answer_about
from bot.ids import job_id
from bot.jobs.ids import made_at
from bot.jobs.job import Job, State
from bot.store.errors import StoreError
from bot.store.messages import Kind, Message

log = structlog.stdlib.get_logger("bot.delivery")

RECENT = 3600.0
"""Seconds since which jobs that have ended are looked at: one may have failed while the bot died."""


async def repair(parts: Parts, board: Board, on_untold: Callable[[Job], None]) -> None:
    """Put every message that shows progress on the board; `on_untold` is told of failed jobs that none shows."""
    try:
        for message in await parts.store.messages.in_progress():
            if not board.has(message.job_id):
                _put(parts, board, await parts.store.jobs.get(message.job_id), message)
        since = job_id(int((parts.now() - RECENT) * 1000), 0)
        for job in await parts.store.messages.unrecorded(since):
            await _look_for(parts, board, job, on_untold)
    except StoreError as failure:
        log.warning("progress not repaired", reason=str(failure))


def _put(parts: Parts, board: Board, job: Job, message: Message) -> None:
    loop = asyncio.get_running_loop()
    board.put(Line(job, message, born_at=loop.time() - (parts.now() - made_at(job.id))))


async def _look_for(parts: Parts, board: Board, job: Job, on_untold: Callable[[Job], None]) -> None:
    try:
        found = await answer_about(parts, job.asked.channel_id, job.id, made_at(job.id))
    except Exception as failure:  # noqa: BLE001 - what is not found today is looked for at the next start
        log.info("answer not looked for", job=job.id, reason=repr(failure))
        found = None
    if board.has(job.id):
        return
    if found is not None:
        message = Message(found, job.asked.channel_id, job.id, Kind.PROGRESS)
        await parts.store.messages.record(message)
        _put(parts, board, await parts.store.jobs.get(job.id), message)
    elif job.state is State.FAILED:
        on_untold(job)
