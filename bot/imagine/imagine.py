"""The use cases as commands and buttons call them."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from bot.imagine.adopting import Adopting
from bot.imagine.asking import NOTHING, Asking, Given, Marked, Submission, Told
from bot.imagine.deciding import Deciding, shown_to
from bot.imagine.drafting import Drafting
from bot.imagine.drawing import Drawing
from bot.imagine.errors import (
    ACTION_RESTRICTED,
    DUPLICATE_IMAGES,
    INVALID_REQUEST,
    QUEUE_FULL,
    Refused,
)
from bot.imagine.forecasts import Forecasts
from bot.imagine.ordering import Ordering
from bot.imagine.originals import Gathered, Originals, are_different
from bot.imagine.parts import OnChange, Parts
from bot.imagine.queueing import Queueing
from bot.imagine.regions import MASK, inherited, mask_of
from bot.imagine.revising import Revising
from bot.imagine.starting import Starting
from bot.jobs.errors import NoSuchPicture, WrongState
from bot.jobs.job import Asked, Job, New, State, Strength
from bot.jobs.queue import Counts, Position
from bot.policy.case import Known
from bot.policy.order import Order
from bot.prompt.personal import Personal
from bot.request import links
from bot.store.errors import UnknownJob
from bot.words import say
from engine.protocol import Edit, Event

NONE: Mapping[str, str] = {}
FEWEST, MOST = 2, 5  # pictures of a blend

_log = logging.getLogger(__name__)


class Imagine:
    """Makes jobs of what members ask for, and has them drawn."""

    def __init__(self, parts: Parts, on_change: OnChange) -> None:
        self._parts = parts
        self._jobs = parts.store.jobs
        self._hears = on_change
        self._originals = Originals(parts.store, parts.pictures)
        self._starting = Starting(parts, self._originals)
        self._deciding = Deciding(parts)
        self._drawing = Drawing(parts, self._originals, self._on_change)
        self._drafting = Drafting(parts, self._starting, self._deciding, self._drawing)
        self._adopting = Adopting(parts, self._deciding)
        self._revising = Revising(parts, self._derive)
        self._forecasts = Forecasts(parts.store.leases, self._drawing, parts.host)
        self.queue = Queueing(parts, self._forecasts, self._drawing, self.cancel)
        self.orders = Ordering(parts, self._drawing, self._meant, self.cancel)

    async def run(self) -> None:
        """Draw what waits, until cancelled. One run at a time."""
        await self._drawing.run()

    async def submit(self, asked: Asked, typed: str, given: Given = NOTHING) -> Submission:
        """The grids of a prompt. Raises WrongPrompt with all that is wrong, Refused, StoreError.

        Where they are several, it is asked first whether that is meant, and nothing is drawn. An interaction that was
        seen already gives the jobs that it gave then.
        """
        return await self._submit(asked, given.around(typed))

    async def blend(self, asked: Asked, links: Sequence[str], aspect: str | None = None) -> Submission:
        """A grid of two to five pictures and no words. Raises as `submit` does."""
        if not FEWEST <= len(links) <= MOST:
            raise Refused(INVALID_REQUEST, "blend.count", fewest=FEWEST, most=MOST)
        if len(set(links)) < len(links):
            raise Refused(DUPLICATE_IMAGES, "blend.twice")
        shape = [f"--ar {aspect}"] if aspect else []
        typed = " ".join([*(f"<{link}>" for link in links), *shape])
        return await self._submit(asked, typed, "blend", are_different)

    async def reroll(self, asked: Asked, job_id: str, typed: str | None = None) -> Submission:
        """The same prompt and the same pictures with another seed; or the prompt that was typed in its place.

        Raises WrongPrompt for that one, Refused, StoreError.
        """
        if found := await self._jobs.asked(asked.interaction_id):
            return Submission(found, is_new=False)
        parent = await self._parent(job_id)
        return await self._derive(parent, parent.reroll(self._new(asked)), typed)

    async def vary(
        self, asked: Asked, job_id: str, index: int, strength: Strength, typed: str | None = None
    ) -> Submission:
        """A grid that starts from the picture of this number, from 1; with the prompt that was typed, or the same.

        Raises WrongPrompt for that one, Refused, StoreError.
        """
        if found := await self._jobs.asked(asked.interaction_id):
            return Submission(found, is_new=False)
        parent = await self._parent(job_id, index)
        job = parent.vary(index, strength, self._new(asked))
        return await self._derive(parent, job, typed)

    async def edit(self, asked: Asked, job_id: str, index: int, asking: Asking) -> Submission:
        """The picture of this number zoomed out, panned, made square or enlarged.

        Raises WrongPrompt for what was typed, Refused, StoreError.
        """
        if found := await self._jobs.asked(asked.interaction_id):
            return Submission(found, is_new=False)
        parent = await self._parent(job_id, index)
        job = parent.edited(index, asking.edit, self._new(asked), asking.zoom)
        return await self._derive(parent, job, asking.typed)

    async def region(
        self, asked: Asked, job_id: str, index: int, marked: Marked, typed: str | None = None
    ) -> Submission:
        """The picture of this number drawn anew where it is marked, with the prompt that was typed, or the same.

        Raises WrongPrompt for that one, Refused for a mask that marks nothing or all, StoreError.
        """
        if found := await self._jobs.asked(asked.interaction_id):
            return Submission(found, is_new=False)
        parent = await self._parent(job_id, index)
        job = parent.edited(index, Edit.REGION, self._new(asked))
        mask = await mask_of(parent.picture(index), marked, self._parts.pictures)
        return await self._derive(parent, job, typed, {MASK: mask})

    async def revise(self, asked: Asked, job_id: str, index: int, told: Told) -> Submission:
        """The picture of this number, changed as it was said in words.

        Raises Refused for what nothing understands, and for a place that is none; StoreError.
        """
        if found := await self._jobs.asked(asked.interaction_id):
            return Submission(found, is_new=False)
        parent = await self._parent(job_id, index)
        return await self._revising.revise(parent, index, told, self._new(asked))

    async def adopt(self, asked: Asked, link: str, shows: str = "") -> Job:
        """The picture behind the link as a job of this member's, to be varied, enlarged or edited like one of ours.

        Raises WrongPrompt for what it shows, Refused, StoreError.
        """
        return await self._adopting.adopt(asked, link, shows)

    async def upscale(self, asked: Asked, job_id: str, index: int) -> Submission:
        """The picture of this number, from 1, by itself: rendered at once, and not new where it stands already.

        Raises Refused, StoreError.
        """
        parent = await self._parent(job_id, index)
        job = parent.upscale(index, self._new(asked))
        known = await self._deciding.known(asked)
        await self._deciding.decide(asked, Order(job.action), known)
        job = self._drafting.as_before(job, known).job
        submitted = await self._jobs.submit([job], inherited(await self._jobs.originals(job_id), job, {}))
        if submitted.is_new:
            self._on_change(job, None)
        return Submission(submitted.jobs, is_new=submitted.is_new)

    async def cancel(self, job_id: str, by: int, *, is_moderator: bool = False) -> Job:
        """Its author or a moderator does not want it any more; one that is cancelled stays so.

        Raises Refused for anybody else, and where its pictures are there already.
        """
        job = await self._parent(job_id)
        if by != job.asked.member.id and not is_moderator:
            raise Refused(ACTION_RESTRICTED, "cancel.not_yours")
        is_own = by == job.asked.member.id
        reason = None if is_own else say("cancel.by_moderator", job.asked.member.locale)
        try:
            cancelled = await self._jobs.cancel(job_id, by, self._drawing.done(job_id), reason)
        except WrongState as wrong:
            if wrong.state == State.CANCELLED:
                return await self._jobs.get(job_id)
            raise Refused(ACTION_RESTRICTED, "cancel.too_late") from None
        self._drawing.drop(job_id)
        self._on_change(cancelled, None)
        return cancelled

    async def may(self, asked: Asked, command: str) -> None:
        """Something that draws nothing: what the policy has against it. Raises Refused."""
        await self._deciding.decide(asked, Order(command), await self._deciding.known(asked))

    async def position(self, job: Job) -> Position | None:
        """Its place among those that wait, and when its pictures can be expected; None where it does not wait."""
        return await self._forecasts.of(job.id)

    async def _meant(self, asked: Asked, typed: str, *, is_meant: bool) -> Submission:
        return await self._submit(asked, typed, is_meant=is_meant)

    async def _submit(
        self,
        asked: Asked,
        typed: str,
        command: str = "imagine",
        look: Callable[[Gathered], None] | None = None,
        *,
        is_meant: bool = False,
    ) -> Submission:
        """`look` may refuse the pictures, as far as they are there; several grids have to be meant."""
        if found := await self._jobs.asked(asked.interaction_id):
            return Submission(found, is_new=False)
        known = await self._deciding.known(asked)
        mine = await self._parts.store.preferences.of(asked.member.id)
        rules = replace(self._parts.rules, most_jobs=known.limits.grids)
        house = Personal(suffix=known.limits.suffix)
        order = await self._parts.read(house.expanded(mine.expanded(typed)), rules)
        notices = order.notices_for(asked.member.locale)
        ids = self._parts.new_ids(len(order.prompts))
        prompts = [shown_to(prompt, known) for prompt in order.prompts]
        drafts = [self._drafting.new(asked, *each) for each in zip(ids, range(len(ids)), prompts, strict=True)]
        drafts, said = await self._drafting.planned(command, drafts, known)
        if len(drafts) > 1 and command == "imagine" and not is_meant:
            question = await self.orders.ask(asked, typed, drafts, known)
            return Submission((), tuple(dict.fromkeys([*notices, *said])), question=question)
        gathered = await self._originals.soon(link for draft in drafts for link in links(draft.prompt))
        if look is not None:
            look(gathered)
        jobs = [draft.job for draft in drafts]
        return await self._write(known, jobs, gathered, [*notices, *said])

    async def _parent(self, job_id: str, index: int | None = None) -> Job:
        """The job of this id, which has a picture of this number where one is named. Raises Refused."""
        try:
            job = await self._jobs.get(job_id)
            if index is not None:
                job.picture(index)
        except UnknownJob:
            raise Refused(INVALID_REQUEST, "job.unknown") from None
        except NoSuchPicture:
            raise Refused(ACTION_RESTRICTED, "job.no_picture", index=index) from None
        return job

    def _new(self, asked: Asked) -> New:
        (job_id,) = self._parts.new_ids(1)
        return New(job_id, self._parts.new_seed(), asked)

    async def _derive(
        self, parent: Job, job: Job, typed: str | None = None, own: Mapping[str, str] = NONE
    ) -> Submission:
        """A button's job, with the originals of the one that it comes of, and those that a changed prompt adds."""
        known = await self._deciding.known(job.asked)
        kept = inherited(await self._jobs.originals(parent.id), job, own)
        draft = await self._drafting.derived(known, job, typed, parent)
        (draft,), said = await self._drafting.planned(job.action, [draft], known)
        gathered = Gathered(kept, {})
        if typed is not None:
            more = await self._originals.soon(link for link in links(draft.prompt) if link not in kept)
            gathered = Gathered({**kept, **more.kept}, more.coming)
        return await self._write(known, [draft.job], gathered, said)

    async def _write(self, known: Known, jobs: Sequence[Job], gathered: Gathered, said: Sequence[str]) -> Submission:
        """Store the jobs, all or none, where the queue has room and their pictures may be seen. Raises Refused."""
        limits, waits = known.limits, False

        def admit(counts: Counts) -> None:
            nonlocal waits
            if limits.is_full(counts, len(jobs)):
                raise Refused(QUEUE_FULL, "queue.full")
            waits = limits.has_to_wait(counts, len(jobs))

        try:
            await self._starting.accept_soon(jobs[0], gathered.kept)
            submitted = await self._jobs.submit(jobs, gathered.kept, admit)
        except BaseException:
            gathered.drop()
            raise
        if not submitted.is_new:
            gathered.drop()
            return Submission(submitted.jobs, is_new=False)
        self._originals.follow(jobs, gathered)
        self._drawing.wake()
        for job in submitted.jobs:
            self._on_change(job, None)
        queued = [say("queue.waits", jobs[0].asked.member.locale)] if waits else []
        return Submission(submitted.jobs, tuple(dict.fromkeys([*said, *queued])))

    def _on_change(self, job: Job, event: Event | None) -> None:
        """Whoever listens ends no job by it."""
        if event is None:
            self._forecasts.forget()
        try:
            self._hears(job, event)
        except Exception:  # noqa: BLE001 - drawing goes on
            _log.exception("a change of job %s was not heard", job.id)
