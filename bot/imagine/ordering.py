"""Orders of several grids: asked about before anything is written, begun when they are meant, cut short."""

from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Protocol

from bot.imagine.asking import Question, Submission
from bot.imagine.drafting import Draft
from bot.imagine.drawing import Drawing
from bot.imagine.errors import ACTION_RESTRICTED, INVALID_REQUEST, QUEUE_FULL, Refused
from bot.imagine.parts import Parts
from bot.imagine.queueing import Cancel
from bot.jobs.job import Asked, State
from bot.jobs.ordered import PATIENCE, Ordered
from bot.policy.case import Known

GONE, LATE = "order.gone", "order.late"


class Submit(Protocol):
    """Submits what was typed, now that it is meant."""

    def __call__(self, asked: Asked, typed: str, *, is_meant: bool) -> Awaitable[Submission]:
        """Raises WrongPrompt, Refused, StoreError."""


class Ordering:
    """The use cases of their authors."""

    def __init__(self, parts: Parts, drawing: Drawing, submit: Submit, cancel: Cancel) -> None:
        self._store, self._now = parts.store, parts.now
        self._new_ids: Callable[[int], list[str]] = parts.new_ids
        self._drawing, self._submit, self._cancel = drawing, submit, cancel

    async def ask(self, asked: Asked, typed: str, drafts: Sequence[Draft], known: Known) -> Question:
        """What it would take. Raises Refused where the member's queue has no room for it."""
        if known.limits.is_full(await self._store.jobs.counts(asked.member.id), len(drafts)):
            raise Refused(QUEUE_FULL, "queue.full")
        (new_id,) = self._new_ids(1)
        order = Ordered(new_id, asked.interaction_id, asked.member.id, typed, self._now(), asked.is_confirmed)
        order = await self._store.orders.ask(order)
        seconds = sum(draft.job.work for draft in drafts) * self._drawing.rate()
        question = Question(order, tuple(str(draft.prompt) for draft in drafts), seconds)
        limits, used = known.limits, known.used
        for minutes, spent, is_by_day in ((limits.gpu_day, used.day, True), (limits.gpu_month, used.month, False)):
            if minutes is not None:
                return replace(question, used=spent, allowed=60 * minutes, is_by_day=is_by_day)
        return question

    async def begin(self, asked: Asked, order_id: str) -> tuple[Ordered, Submission]:
        """It is meant: all that was asked is looked at once more. Pressed twice, the jobs are there already.

        Raises Refused for another member, and where it was too late or answered before; and as `submit` does.
        """
        order = await self.own(asked, order_id)
        if found := await self._store.jobs.asked(order.interaction_id):
            return order, Submission(found, is_new=False)
        if self._now() > order.at + PATIENCE:
            await self._store.orders.drop(order_id)
            raise Refused(INVALID_REQUEST, LATE)
        meant = replace(asked, interaction_id=order.interaction_id, is_confirmed=order.is_confirmed)
        return order, await self._submit(meant, order.typed, is_meant=True)

    async def decline(self, asked: Asked, order_id: str) -> None:
        """It is not meant. Raises Refused for another member, and where it is under way."""
        order = await self.own(asked, order_id)
        if await self._store.jobs.asked(order.interaction_id):
            raise Refused(ACTION_RESTRICTED, "order.begun")
        await self._store.orders.drop(order_id)

    async def cancel(self, order_id: str, by: int, *, is_moderator: bool) -> int:
        """What is left of it is not wanted any more; how many jobs that were. Raises Refused for others."""
        order = await self.may_cancel(order_id, by, is_moderator=is_moderator)
        cancelled = 0
        for job in reversed(await self._store.jobs.asked(order.interaction_id)):
            if job.state in {State.WAITING, State.RUNNING}:
                with suppress(Refused):  # its pictures came meanwhile
                    await self._cancel(job.id, by, is_moderator=is_moderator)
                    cancelled += 1
        return cancelled

    async def may_cancel(self, order_id: str, by: int, *, is_moderator: bool) -> Ordered:
        """Whose it is, and moderators. Raises Refused for others, and where it is forgotten."""
        order = await self._store.orders.get(order_id)
        if order is None:
            raise Refused(INVALID_REQUEST, GONE)
        if by != order.member_id and not is_moderator:
            raise Refused(ACTION_RESTRICTED, "cancel.not_yours")
        return order

    async def own(self, asked: Asked, order_id: str) -> Ordered:
        """The order of whoever asks. Raises Refused for others, and where it was answered with no or is forgotten."""
        order = await self._store.orders.get(order_id)
        if order is None:
            raise Refused(INVALID_REQUEST, GONE)
        if order.member_id != asked.member.id:
            raise Refused(ACTION_RESTRICTED, "order.not_yours")
        return order
