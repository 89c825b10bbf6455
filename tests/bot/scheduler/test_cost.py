"""What jobs take."""

import pytest

from bot.scheduler.cost import RATE, WORK, cost, learned, work_of
from engine.plan.make import make_plan
from engine.protocol import Parameters, Reference, RenderRequest, Role, Text
from tests.bot.scheduler.test_fair import ticket
from tests.engine.plan.samples import SD15

SIZE = SD15.size


def work(**parameters: object) -> float:
    """Of a prompt with these."""
    references = (Reference(Role.START, "start.png"),) if "strength" in parameters else ()
    asked = Parameters(**parameters)  # type: ignore[arg-type]
    return work_of(
        make_plan(RenderRequest("1", (Text("an apple"),), references=references, parameters=asked), SD15), SIZE
    )


def test_it_goes_by_pictures_pixels_and_steps() -> None:
    """Twice for each picture, which has a twin without the prompt."""
    assert work(steps=30) == 2 * 4 * 30
    assert work(steps=30, count=1) == 2 * 30
    assert work(steps=60) == 2 * work(steps=30)
    assert work(steps=30, stop=50) == work(steps=15)
    assert work(steps=30, aspect=(2, 1)) == pytest.approx(work(steps=30), rel=0.1)


def test_a_variation_takes_as_much_as_it_changes() -> None:
    """And a picture that is refined a second round of twice the area and more."""
    assert work(steps=30, strength=0.5) == work(steps=15)
    assert work(steps=30, hd=True) > 1.3 * work(steps=30)


def test_a_model_is_learned_job_by_job() -> None:
    """The first measurement counts whole, each later one a part; a model that slows down is believed soon."""
    rate = learned(None, 100.0, 5.0)
    assert rate == 0.05
    for _ in range(10):
        rate = learned(rate, 100.0, 10.0)
    assert 0.09 < rate < 0.1


def test_what_was_never_measured_is_taken_for_usual() -> None:
    """A job without a plan too."""
    assert cost(ticket("1", 1, work=100.0), {}, RATE) == 100.0 * RATE
    assert cost(ticket("1", 1, work=0.0), {"one": 2.0}, RATE) == 2.0 * WORK
    assert cost(ticket("1", 1, work=0.0, model=None), {"one": 2.0}, RATE) == RATE * WORK
