"""A row: one picture being denoised, whoever asked for it, with all that its steps depend on."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import torch

from engine.families import Ask, Condition, Encoded, Family
from engine.families.schedules import Schedule
from engine.plan import plan as planning
from engine.plan.noise import SEEDS, mixed
from engine.plan.steps import MOST_STEPS
from engine.worker.samplers import SAMPLERS, SamplerState, Sampling


@dataclass(frozen=True)
class Kept:
    """What stays of a picture while the rest of it is drawn: its latents, the noise on them, and where it is drawn,
    (1, height, width), 1 there and 0 elsewhere.
    """

    clean: torch.Tensor
    noise: torch.Tensor
    drawn: torch.Tensor

    def over(self, latents: torch.Tensor, sigma: float) -> torch.Tensor:
        """The latents at this noise level, with what stays in its place."""
        return torch.where(self.drawn > 0, latents, self.clean + sigma * self.noise)


@dataclass(eq=False)
class Row:
    """One picture of a job. What becomes of it depends on what stands here and on nothing else."""

    job_id: str
    picture: int
    """Its number in the grid, from 0."""
    family: Family
    condition: Condition
    guidance_scale: float
    tile: bool
    sampling: Sampling
    state: SamplerState
    stop_after: int
    noisy: torch.Tensor
    clean: torch.Tensor
    """The latest estimate of what it will be, (channels, height, width); at first the picture that it starts from."""
    cost: float
    """Lines of a forward pass at the model's own size that it weighs."""
    heavier: float = 1.0
    """How many times as much as without the pictures that it sees."""
    guided_before: int | None = None
    """The step from which it needs no guidance any more, and weighs half; None for never."""
    pane: int = 0
    """Of those that the picture is put together from."""
    kept: Kept | None = None
    seconds: float = 0.0
    """Its share of the device's time so far."""
    steps_before: int = 0
    """Those that the picture took in a round before this one."""
    steps_after: int = 0
    """Those that it will take in a round after this one."""
    is_last: bool = True
    """False where another round follows, however short."""
    is_dropped: bool = False
    """Set from any thread: nobody wants it any more."""

    def __post_init__(self) -> None:
        self._first = self.state.step

    @property
    def is_finished(self) -> bool:
        """True where no step is left to be taken."""
        return self.state.step >= self.stop_after

    @property
    def steps(self) -> tuple[int, int]:
        """How many are done, and how many there are, of all rounds."""
        own = max(self.stop_after - self._first, 0)
        return self.steps_before + self.state.step - self._first, self.steps_before + own + self.steps_after

    def ask(self) -> Ask:
        """What it wants of the next step."""
        timestep = self.state.schedule.timesteps[self.state.step]
        is_over = self.guided_before is not None and self.state.step >= self.guided_before
        return Ask(self.condition, self.state.sigma, timestep, 1.0 if is_over else self.guidance_scale)

    def advance(self, denoised: torch.Tensor) -> None:
        """Take the step, with the model's estimate."""
        self.clean = denoised
        self.noisy = self.sampling.step(self.noisy, denoised, self.state)
        if self.state.is_finished:
            # what the sampler ends with: mostly the last estimate; what noise it leaves was scaled to a variance of 1
            self.clean = self.noisy / math.hypot(1.0, self.state.sigma)
        if self.state.step == self.guided_before and self.guidance_scale > 1:
            self.cost /= 2
        if self.kept is not None:
            self.clean = self.kept.over(self.clean, 0.0)
            self.noisy = self.kept.over(self.noisy, self.state.sigma)


@dataclass(frozen=True)
class Pane:
    """A part of a picture, as it is drawn; one is all of it where nothing says otherwise. In latents."""

    encoded: Encoded
    number: int = 0
    left: int = 0
    top: int = 0
    whole: tuple[int, int] | None = None
    """Height and width of the picture; None for those of the pane."""
    drawn: torch.Tensor | None = None
    """Where it is drawn, (1, height, width); None for everywhere."""


def rows_of(job_id: str, plan: planning.Plan, encoded: Encoded, family: Family, size: int) -> list[Row]:
    """The rows of a job, each at its first step; `size` is the side of the model's own square in pixels."""
    return rows_of_pane(job_id, plan, Pane(encoded), family, size)


def rows_of_pane(job_id: str, plan: planning.Plan, pane: Pane, family: Family, size: int) -> list[Row]:
    """Those that draw one pane of each of the job's pictures."""
    sampling, encoded = SAMPLERS[plan.sampler], pane.encoded
    way = partial(_way, plan, lambda steps: family.schedule(sampling.levels, steps, encoded.shape))
    is_anew = encoded.start is None or (pane.drawn is not None and plan.strength == 1)
    schedule, first, stop_after = way(None if is_anew else (plan.strength, plan.start_sigma))
    after = 0
    if plan.refining is not None:
        _, begin, end = way((plan.refining.strength, plan.refining.start_sigma))
        after = max(end - begin, 0)
    rows = []
    for number, (planned, condition) in enumerate(zip(plan.rows, encoded.conditions, strict=True)):
        generator = torch.Generator().manual_seed(planned.seed)
        clean = None if encoded.start is None else encoded.start.sample(generator)
        noise = _noise_of(pane, planned, plan.noise_share, generator).to(family.device)
        row = Row(
            job_id=job_id,
            picture=number,
            family=family,
            condition=condition,
            guidance_scale=planned.guidance_scale,
            tile=plan.tile,
            sampling=sampling,
            state=SamplerState(schedule, _beside(generator, planned.seed, pane.number), first),
            stop_after=stop_after,
            noisy=schedule.noised(noise, None if is_anew else clean, first),
            clean=torch.zeros_like(noise) if clean is None else clean,
            cost=encoded.heavier * cost_of(plan, planned, size),
            heavier=encoded.heavier,
            guided_before=None if plan.guided_until == 1 else math.ceil(plan.guided_until * len(schedule)),
            pane=pane.number,
            kept=None if pane.drawn is None or clean is None else Kept(clean, noise, pane.drawn.to(noise)),
            steps_after=after,
            is_last=plan.refining is None,
        )
        rows.append(row)
    return rows


def _way(
    plan: planning.Plan, schedule_of: Callable[[int], Schedule], start: tuple[float | None, float | None] | None
) -> tuple[Schedule, int, int]:
    """The noise levels, the first step that is taken, and the one before which it stops.

    A start picture of some strength takes that share of the steps, and one at least: where so few levels lie below
    its noise that they would be fewer, as with models that take four steps in all, the levels are laid closer.
    """
    schedule = schedule_of(plan.steps)
    if start is None:
        return schedule, 0, plan.stop_after
    strength, sigma = (each or 0.0 for each in start)
    wanted = max(1, int(plan.steps * strength)) if strength else 0
    first = schedule.first_at_most(sigma)
    while len(schedule) - first < wanted and len(schedule) < MOST_STEPS:
        schedule = schedule_of(len(schedule) + 1)
        first = schedule.first_at_most(sigma)
    return schedule, first, round(plan.stop_after * len(schedule) / plan.steps)


def next_round(row: Row, begun: Row) -> Row:
    """`begun` as what follows for the picture of `row`."""
    begun.picture, begun.seconds = row.picture, row.seconds
    begun.steps_before, _ = row.steps
    return begun


def cost_of(plan: planning.Plan, planned: planning.Row, size: int) -> float:
    """What the row weighs: its pixels in squares of the model's own side, and as much again for its twin; half as much
    more where it follows a control, whose network is the downward half of the model's.
    """
    area = plan.width * plan.height / size**2 * (1.5 if plan.control is not None else 1)
    return area * (2 if planned.guidance_scale > 1 else 1)


def _noise_of(pane: Pane, planned: planning.Row, share: float, generator: torch.Generator) -> torch.Tensor:
    """The pane's part of the noise on the whole picture, so that panes agree where they overlap."""
    channels, height, width = pane.encoded.shape
    whole = _noise(planned, share, (channels, *(pane.whole or (height, width))), generator)
    return whole[:, pane.top : pane.top + height, pane.left : pane.left + width]


def _beside(generator: torch.Generator, seed: int, pane: int) -> torch.Generator:
    """Each pane after the first has a stream of its own, lest fresh noise repeat from pane to pane."""
    return torch.Generator().manual_seed(mixed(seed ^ (pane << 40)) % SEEDS) if pane else generator


def _noise(
    planned: planning.Row, share: float, shape: tuple[int, int, int], generator: torch.Generator
) -> torch.Tensor:
    """The row's own noise and what it shares with the rest of its grid; together of variance 1 (`--chaos`)."""
    own = torch.randn(shape, generator=generator)
    if not share:
        return own
    common = torch.randn(shape, generator=torch.Generator().manual_seed(planned.shared_seed))
    return math.sqrt(share) * common + math.sqrt(1 - share) * own
