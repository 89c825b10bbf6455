"""Plans for the tiny model, and the drawing of them without threads or files."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import torch
from PIL import Image

from engine.families import Family, Pictures
from engine.plan.facts import Sampler
from engine.plan.plan import Plan, PlannedReference, Row
from engine.protocol import Role, Text
from engine.worker.loop import Loop
from engine.worker.rows import Row as LiveRow
from engine.worker.rows import rows_of
from engine.worker.samplers import SAMPLERS

SIZE = 64
NOTHING = (Text("", 1.0),)
PICTURES = {
    "blue": Image.new("RGB", (64, 64), (20, 40, 240)),
    "stripes": Image.linear_gradient("L").resize((64, 64)).point(lambda value: value * 8 % 256).convert("RGB"),
    "red": Image.new("RGB", (64, 64), (220, 30, 10)),
}
PLAN = Plan(
    model="tiny",
    family="sd15",
    width=SIZE,
    height=SIZE,
    steps=6,
    stop_after=6,
    sampler=Sampler.EULER,
    guidance_scale=7.0,
    texts=(Text("red cat", 1.0),),
    negative=(Text("dog", 1.0),),
    embedding_noise=0.0,
    rows=(Row(1, 1, 7.0),),
    noise_share=0.0,
)


def plan(*, guidance: float = 7.0, seeds: Iterable[int] = (1,), **changed: Any) -> Plan:
    """A plan like PLAN."""
    rows = tuple(Row(seed, 99, guidance) for seed in seeds)
    steps = changed.get("steps", PLAN.steps)
    return replace(PLAN, **{"rows": rows, "guidance_scale": guidance, "stop_after": steps} | changed)


def sees(path: str, adapter: str = "base", scale: float = 0.6, **changed: Any) -> PlannedReference:
    """A reference picture, of a role of its own for each adapter."""
    roles = {"base": Role.IMAGE, "plus": Role.STYLE, "plus_face": Role.CHARACTER}
    made = PlannedReference(roles[adapter], path, adapter, scale, 1.0, None)
    return replace(made, **changed)


def style(code: int, scale: float = 1.0, **changed: Any) -> PlannedReference:
    """A style code, seen by all layers unless said otherwise."""
    return replace(PlannedReference(Role.STYLE, None, "base", scale, 1.0, None, code=code), **changed)


def rows(family: Family, asked: Plan, job: str = "job", pictures: Pictures = PICTURES) -> list[LiveRow]:
    """The plan's rows at their first step."""
    return rows_of(job, asked, family.encode(asked, pictures), family, SIZE)


def finish(loop: Loop) -> None:
    """Tick until nothing is left."""
    while not loop.is_idle:
        assert not loop.tick().failed


def pixels(row: LiveRow) -> Any:
    """The row's picture, (height, width, 3) in [0, 1]."""
    decoded = row.family.decode(row.clean[None], tile=row.tile)[0]
    return decoded.permute(1, 2, 0).numpy()


def draw(family: Family, asked: Plan, company: Iterable[Plan] = (), pictures: Pictures = PICTURES) -> list[Any]:
    """The plan's pictures, drawn while other plans' rows are each at another step in the same batch."""
    loop = Loop(row_budget=64)
    for number, other in enumerate(company):
        loop.add(rows(family, other, f"other {number}", pictures))
        loop.tick()
    ours = rows(family, asked, pictures=pictures)
    loop.add(ours)
    while not all(row.is_finished for row in ours):
        assert not loop.tick().failed
    return [pixels(row) for row in ours]


def start_at(family: Family, sampler: Sampler, steps: int, strength: float) -> dict[str, Any]:
    """A start picture, at the noise at which diffusers' img2img pipeline begins for that strength."""
    schedule = family.schedule(SAMPLERS[sampler].levels, steps, (4, 8, 8))
    first = steps - min(int(steps * strength), steps)
    return {"start": "stripes", "strength": strength, "start_sigma": schedule.sigmas[first]}


def difference(one: Any, other: Any) -> float:
    """The largest, of values in [0, 1]."""
    return float(abs(one - other).max())


def variety() -> list[Plan]:
    """Five plans that have nothing in common but their size, so that they share the batch."""
    return [
        plan(texts=(Text("a blue dog", 1.0),), steps=14, sampler=Sampler.EULER_A, seeds=[11]),
        plan(texts=(Text("cat", 1.0),), negative=NOTHING, steps=15, sampler=Sampler.DPMPP_2M_KARRAS, guidance=3.0),
        plan(texts=(Text("dog " * 90, 1.0),), steps=12, guidance=1.0, seeds=[13]),
        plan(references=(sees("red", "plus", 0.9), sees("blue", "base", 0.3)), steps=16, seeds=[14]),
        plan(references=(sees("red", weight=0.2), sees("blue", weight=0.8)), steps=11, seeds=[15]),
    ]


def roll(tensor: torch.Tensor, by: int) -> torch.Tensor:
    """Around both edges."""
    return tensor.roll((by, by), (-2, -1))
