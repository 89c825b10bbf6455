"""A community's day: who gets how much, and who waits how long."""

import pytest

from bot.jobs.job import Speed
from bot.jobs.queue import WEIGHTS, Choice, Queue, oldest
from bot.scheduler.fair import Fair
from tests.bot.scheduler.community import DAY, RATE, Community, Person, bounds, fifty, used

FAIR = Fair(3, lambda: RATE).choose


@pytest.mark.parametrize("seed", [1, 2])
def test_a_days_shares_are_as_the_weights_are(seed: int) -> None:
    """Within five percent among those who always want more; of 50 members, some heavy, some light, in all classes."""
    people = fifty(seed)
    had = used(Community(people, FAIR, seed).live(DAY))
    heavy = [person for person in people if person.pause is None]
    by_weight = [had[person.flow] / (WEIGHTS[person.speed] * person.boost) for person in heavy]
    mean = sum(by_weight) / len(by_weight)
    assert [round(each / mean, 3) for each in by_weight if abs(each / mean - 1) > 0.05] == []


@pytest.mark.parametrize("seed", [1, 2])
def test_no_job_waits_longer_than_its_bound(seed: int) -> None:
    """Relaxed ones neither; and the bound is not so wide that nothing could break it."""
    drawn = Community(fifty(seed), FAIR, seed).live(DAY / 4)
    for speed in Speed:
        waits = bounds(drawn, speed)
        assert waits
        assert [(round(waited), round(most)) for waited, most in waits if waited > most] == []
    assert max(waited / most for waited, most in bounds(drawn, Speed.RELAX)) > 0.2


def test_who_asks_for_little_is_not_kept_waiting_by_who_asks_for_much() -> None:
    """Behind forty jobs of one member, the first of another is drawn next but one."""
    people = (Person(1), Person(2, pause=1800.0))
    drawn = Community(people, FAIR, 1).live(DAY / 4)
    light = [job.waited for job in drawn if job.ticket.member_id == 2 and not job.ahead]
    assert max(light) < 3 * 960 * RATE


def test_the_same_seed_gives_the_same_day() -> None:
    """So that what is found can be looked at again."""
    days = [Community(fifty(), FAIR, 3).live(3600.0) for _ in range(2)]
    assert len({tuple((job.ticket.job_id, job.begun_at) for job in day) for day in days}) == 1


def first_come(queue: Queue) -> Choice | None:
    """No fairness at all."""
    choice = oldest(queue)
    return None if choice is None else Choice(choice.job_id, 1.0, queue.shares)


def test_first_come_first_served_is_found_unfair() -> None:
    """So the tests above can fail."""
    people = fifty()
    had = used(Community(people, first_come, 1).live(DAY / 8))
    by_weight = [had[person.flow] / (WEIGHTS[person.speed] * person.boost) for person in people if not person.pause]
    mean = sum(by_weight) / len(by_weight)
    assert max(abs(each / mean - 1) for each in by_weight) > 0.05
