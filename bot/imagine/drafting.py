"""Jobs before they are written: what is asked for read, planned, and held to the policy."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.imagine.adopting import shaped
from bot.imagine.deciding import Deciding, grid_of, shown_to
from bot.imagine.drawing import Drawing
from bot.imagine.errors import INTERNAL_ERROR, Refused
from bot.imagine.frames import FRAMING, apart, framed
from bot.imagine.models import notices
from bot.imagine.parts import Parts
from bot.imagine.requests import seed_of
from bot.imagine.starting import Starting
from bot.jobs.job import Action, Asked, Job, New, Speed
from bot.messages.reasons import why
from bot.policy.case import Known
from bot.policy.order import Order
from bot.prompt.prompt import Prompt
from bot.prompt.read import parse
from bot.scheduler.cost import work_of
from engine.protocol import Edit


@dataclass(frozen=True)
class Draft:
    """A job that is not written yet, with its prompt as it was read."""

    job: Job
    prompt: Prompt


class Drafting:
    """Makes drafts. Nothing is stored."""

    def __init__(self, parts: Parts, starting: Starting, deciding: Deciding, drawing: Drawing) -> None:
        self._parts, self._starting, self._deciding, self._drawing = parts, starting, deciding, drawing

    def new(self, asked: Asked, job_id: str, ordinal: int, prompt: Prompt) -> Draft:
        """A grid of this prompt."""
        named = seed_of(prompt)
        seed = self._parts.new_seed() if named is None else named
        new = New(job_id, seed, replace(asked, ordinal=ordinal))
        return Draft(Job.imagine(new, str(prompt), _speed(prompt)), prompt)

    def as_before(self, job: Job, known: Known) -> Draft:
        """The job with the prompt of the one that it comes of, for those to see who may here."""
        prompt = parse(job.prompt, self._parts.rules)
        shown = shown_to(prompt, known)
        return Draft(job if shown is prompt else replace(job, prompt=str(shown)), shown)

    async def derived(self, known: Known, job: Job, typed: str | None, parent: Job) -> Draft:
        """A button's job with the prompt of the one that it comes of, or with what was typed in its place.

        Of a picture that was brought, what is typed is the first prompt, and has its shape. Raises WrongPrompt for
        that, Refused.
        """
        draft = self.as_before(job, known) if typed is None else await self._remixed(known, job, typed)
        if parent.action is Action.ADOPT and job.index is not None:
            picture = parent.picture(job.index)
            prompt = shaped(draft.prompt, (picture.width, picture.height))
            draft = Draft(replace(draft.job, prompt=str(prompt), is_remix=False), prompt)
        return await self._framed(draft)

    async def planned(self, command: str, drafts: Sequence[Draft], known: Known) -> tuple[list[Draft], list[str]]:
        """The drafts with what each takes, where they can be drawn and may be; what is drawn otherwise than it was
        asked for. Raises Refused.
        """
        if trouble := self._drawing.unavailable:
            raise Refused(INTERNAL_ERROR, "imagine.unavailable", reason=why(trouble))
        if not self._parts.has_room():
            raise Refused(INTERNAL_ERROR, "imagine.full")
        planned: list[Draft] = []
        said: list[str] = []
        grids = []
        for draft in drafts:
            request = await self._starting.outline(draft.job, draft.prompt)
            plan = self._parts.models.plan(request)
            locale = draft.job.asked.member.locale
            said += [each.told(locale) for each in notices(request, plan, self._parts.models.catalogue)]
            work = work_of(plan, self._parts.models.facts(request.parameters).size)
            limits = known.limits
            weighed = replace(draft.job, boost=limits.boost, most_running=limits.running)
            job = replace(weighed, model=plan.model, work=work)
            planned.append(replace(draft, job=job))
            grid = grid_of(draft.prompt, plan, draft.job.speed)
            told = f" {job.instruction.typed}" if job.instruction else ""
            grids.append(replace(grid, words=f"{grid.words}{told}", gpu_seconds=work * self._drawing.rate()))
        noted = await self._deciding.decide(drafts[0].job.asked, Order(command, tuple(grids)), known)
        return planned, [*noted, *said]

    async def _remixed(self, known: Known, job: Job, typed: str) -> Draft:
        """The job with what was typed in the place of its prompt: one grid. Raises WrongPrompt.

        `--zoom` belongs to this one job, and is no part of what its own buttons draw.
        """
        mine = await self._parts.store.preferences.of(job.asked.member.id)
        rules = replace(self._parts.rules, most_jobs=1, is_zoom=job.edit is Edit.ZOOM)
        (prompt,) = (await self._parts.read(mine.replaced(typed), rules)).prompts
        prompt = shown_to(prompt, known)
        if job.edit is Edit.ZOOM:
            zoom, prompt = apart(prompt, "zoom")
            job = replace(job, zoom=zoom if isinstance(zoom, int | float) else job.zoom)
        return Draft(job.remixed(str(prompt), _speed(prompt)), prompt)

    async def _framed(self, draft: Draft) -> Draft:
        """A pan with the shape of its pictures in its prompt. Raises Refused."""
        if draft.job.edit not in FRAMING:
            return draft
        plan = self._parts.models.plan(await self._starting.outline(draft.job, draft.prompt))
        prompt = framed(draft.prompt, plan.final_size)
        return Draft(replace(draft.job, prompt=str(prompt)), prompt)


def _speed(prompt: Prompt) -> Speed:
    return Speed(str(prompt.parameters.get("speed", Speed.FAST)))
