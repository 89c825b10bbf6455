"""What those who wait can expect."""

import random

import pytest

from bot.jobs.job import Speed
from bot.jobs.queue import Halt, Hold, Position, Queue, Shares, Ticket
from bot.scheduler.cost import RATE, cost
from bot.scheduler.fair import Fair
from bot.scheduler.forecast import forecast
from tests.bot.scheduler.test_fair import ticket


def test_everybody_waits_for_what_runs_and_what_comes_before() -> None:
    """And for the own job: the seconds are those until the pictures."""
    running = (ticket("0", 9, charged=8.0),)
    tickets = (ticket("1", 1), ticket("2", 1), ticket("3", 2, work=4.0))
    places = forecast(Queue(tickets, running), {}, 1.0)
    assert places == {"1": Position(1, 9.0), "3": Position(2, 13.0), "2": Position(3, 14.0)}
    assert forecast(Queue(tickets, running), {"0": 2.0}, 1.0)["1"] == Position(1, 3.0)


def test_what_was_moved_is_next() -> None:
    """Its member's others come later for it."""
    tickets = (ticket("1", 1), ticket("2", 1, Speed.RELAX), ticket("3", 2, moved_at=4.0), ticket("4", 2))
    numbers = {name: place.number for name, place in forecast(Queue(tickets, ()), {}, 1.0).items()}
    assert numbers == {"3": 1, "1": 2, "4": 3, "2": 4}


def test_what_is_held_has_a_place_in_its_server_and_no_time() -> None:
    """What was moved is first there too; and those of other servers do not wait for it."""
    holds = {8: Hold(Halt.PAUSED, 3, "a test"), 9: Hold(Halt.PAUSED, 4)}
    held = (ticket("1", 1, guild_id=8), ticket("2", 2, guild_id=9), ticket("3", 3, guild_id=8, moved_at=1.0))
    places = forecast(Queue((ticket("4", 4),), (), held=held, holds=holds), {}, 1.0)
    assert places == {
        "4": Position(1, 1.0),
        "3": Position(1, None, holds[8]),
        "1": Position(2, None, holds[8]),
        "2": Position(1, None, holds[9]),
    }


def test_the_forecast_is_what_the_scheduler_does() -> None:
    """Job by job, where one model draws and nobody comes in between."""
    chance = random.Random(5)
    tickets = [
        ticket(f"{number:03}", chance.randrange(9), chance.choice([*Speed]), work=chance.uniform(10.0, 900.0))
        for number in range(200)
    ]
    places = forecast(Queue(tuple(tickets), (ticket("-", -1),)), {}, RATE)
    expected = sorted(places, key=lambda name: places[name].number)
    assert drawn(tickets) == expected
    assert places[expected[-1]].seconds == pytest.approx(sum(cost(each, {}, RATE) for each in tickets) + RATE)


def drawn(tickets: list[Ticket]) -> list[str]:
    """The order in which the scheduler hands them out."""
    fair, shares, found, left = Fair(3, lambda: RATE), Shares(), [], [*tickets]
    while left:
        heads = {each.flow: each for each in reversed(left)}
        choice = fair.choose(
            Queue(tuple(sorted(heads.values(), key=lambda each: each.job_id)), (ticket("-", -1),), shares)
        )
        assert choice is not None
        assert choice.shares is not None
        shares = choice.shares
        found.append(choice.job_id)
        left = [each for each in left if each.job_id != choice.job_id]
    return found
