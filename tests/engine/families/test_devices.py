"""The precision in which models are held, and what it does to pictures."""

from pathlib import Path

import pytest
import torch

from engine.families import devices
from engine.families.devices import dtype_on
from engine.families.sd15 import Sd15
from engine.plan.facts import Precision
from engine.plan.make import make_plan
from engine.protocol import Parameters, RenderRequest, Text
from engine.worker.loop import Loop
from engine.worker.models import Model
from engine.worker.rows import Row, rows_of

POCKET = Path("engine/pocket/weights")
TEXTS = ("a cat", "a red apple on a beach", "a house, neon")


@pytest.mark.parametrize(
    ("device", "is_able", "precision", "held"),
    [
        ("cuda:1", False, None, torch.float16),
        ("mps", False, None, torch.float16),
        ("cuda", True, "full", torch.float32),
        ("cpu", True, None, torch.bfloat16),
        ("cpu", False, None, torch.float32),
        ("cpu", True, "full", torch.float32),
        ("cpu", False, "half", torch.bfloat16),
    ],
)
def test_a_device_holds_what_it_is_good_at(
    device: str, is_able: bool, precision: Precision | None, held: torch.dtype, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Unless something else is asked for; a processor has no use for float16."""
    monkeypatch.setattr(devices, "multiplies_bfloat16", lambda: is_able)
    assert dtype_on(device, torch.float16, precision) == held


@pytest.mark.parametrize(("precision", "held"), [("half", torch.bfloat16), ("full", torch.float32)])
def test_a_model_is_held_as_its_entry_says(precision: Precision, held: torch.dtype, tiny_sd15: Path) -> None:
    """All parts of it that are large."""
    family = Model("sd15", tiny_sd15, precision=precision).load("cpu")
    assert isinstance(family, Sd15)
    assert family._unet.dtype == family._vae.dtype == held


@pytest.fixture(scope="module")
def drawn() -> dict[str, tuple[torch.Tensor, torch.Tensor]]:
    """By precision, the same three pictures of Pocket: drawn side by side, and one by one; in levels of 0 to 255."""
    return {precision: _drawn(Sd15.load(POCKET, "cpu", precision=precision)) for precision in ("half", "full")}  # type: ignore[arg-type]


def test_in_half_precision_company_changes_nothing(drawn: dict[str, tuple[torch.Tensor, torch.Tensor]]) -> None:
    """A recipe gives the same picture again, whoever was drawn beside it."""
    for together, alone in drawn.values():
        assert float((together - alone).abs().max()) < 1


def test_half_precision_draws_the_same_pictures(drawn: dict[str, tuple[torch.Tensor, torch.Tensor]]) -> None:
    """As far as one sees: a level or so apart in the mean, where other seeds are tens."""
    half, full = drawn["half"][0], drawn["full"][0]
    assert float((half - full).abs().mean()) < 1.5
    assert float((full[0] - full[1]).abs().mean()) > 10


def _drawn(family: Sd15) -> tuple[torch.Tensor, torch.Tensor]:
    jobs = [_rows(family, str(number), text) for number, text in enumerate(TEXTS)]
    alone = [_rows(family, str(number), text) for number, text in enumerate(TEXTS)]
    return _denoised(family, jobs), torch.cat([_denoised(family, [each]) for each in alone])


def _rows(family: Sd15, name: str, text: str) -> list[Row]:
    request = RenderRequest(name, (Text(text),), parameters=Parameters(seed=5, count=1), seed=5)
    facts = Model("sd15", POCKET).facts("pocket")
    plan = make_plan(request, facts)
    return rows_of(name, plan, family.encode(plan, {}), family, facts.size)


def _denoised(family: Sd15, jobs: list[list[Row]]) -> torch.Tensor:
    loop = Loop(32)
    for rows in jobs:
        loop.add(rows)
    while not loop.is_idle:
        assert not loop.tick().failed
    return family.decode(torch.stack([row.clean for rows in jobs for row in rows]), tile=False) * 255
