"""Who is next."""

import random
from collections import Counter, deque
from dataclasses import replace

import pytest

from bot.jobs.job import Speed
from bot.jobs.queue import Choice, Queue, Share, Shares, Ticket
from bot.scheduler.fair import AFFINITY, PATIENCE, Fair

FAIR = Fair(3, lambda: 1.0)
TURBO, FAST, RELAX = Speed.TURBO, Speed.FAST, Speed.RELAX


def ticket(job_id: str, member: int, speed: Speed = FAST, **more: object) -> Ticket:
    """A job of this member's, of one GPU second unless it says otherwise."""
    return Ticket(job_id, member, speed, **{"is_alone": False, "model": "one", "work": 1.0, **more})  # type: ignore[arg-type]


def chosen(queue: Queue, fair: Fair = FAIR) -> str | None:
    """The id of the next."""
    choice = fair.choose(queue)
    return choice.job_id if choice else None


def order(tickets: list[Ticket], shares: Shares = Shares(), fair: Fair = FAIR) -> list[str]:  # noqa: B008 - frozen
    """All of them, one after the other, with nothing running meanwhile beside a job that ends as it was expected."""
    left, found = {each.job_id: each for each in tickets}, []
    running: tuple[Ticket, ...] = (ticket("-", -1),)
    while left:
        firsts = {each.flow: each for each in sorted(left.values(), key=lambda each: each.job_id, reverse=True)}
        heads = {*firsts.values(), *(each for each in left.values() if each.moved_at is not None)}
        choice = fair.choose(Queue(tuple(sorted(heads, key=lambda each: each.job_id)), running, shares))
        assert choice is not None
        assert choice.shares is not None
        shares = choice.shares
        found.append(choice.job_id)
        del left[choice.job_id]
    return found


def test_members_take_turns() -> None:
    """Whoever comes with one job does not wait for all of another's."""
    mine = [ticket(f"a{number}", 1) for number in range(4)]
    assert order([*mine, ticket("b0", 2), ticket("b1", 2)]) == ["a0", "b0", "a1", "b1", "a2", "a3"]


def test_large_jobs_count_for_more() -> None:
    """The GPU's seconds are shared, not the number of grids."""
    large = [ticket(f"a{number}", 1, work=3.0) for number in range(2)]
    small = [ticket(f"b{number}", 2) for number in range(4)]
    assert order([*large, *small]) == ["a0", "b0", "b1", "b2", "a1", "b3"]


def test_a_boost_doubles_a_share() -> None:
    """In the long run, two of theirs for each of another's."""
    boosted = [ticket(f"a{number:02}", 1, boost=2.0) for number in range(20)]
    plain = [ticket(f"b{number:02}", 2) for number in range(20)]
    assert Counter(name[0] for name in order([*boosted, *plain])[:18]) == {"a": 12, "b": 6}


def test_turbo_goes_before_fast_and_fast_before_relax() -> None:
    """Where nobody has used anything yet; and a relaxed one comes on while others have much waiting."""
    tickets = [ticket("1", 1, RELAX), ticket("2", 2), ticket("3", 3, TURBO)]
    assert order(tickets) == ["3", "2", "1"]
    many = [ticket(f"a{number:02}", 2) for number in range(60)]
    assert order([*many, ticket("r", 1, RELAX)]).index("r") == 2 * (PATIENCE[RELAX] - PATIENCE[FAST]) + 1


def test_who_was_away_has_saved_nothing_up() -> None:
    """An hour without asking gives no right to an hour's work at once."""
    shares = Shares(100.0, "one", {(1, FAST): Share(102.0, is_waiting=True)})
    news = [ticket(f"b{number}", 2) for number in range(6)]
    assert order([*news, *(ticket(f"a{number}", 1) for number in range(6))], shares)[:6] != [
        each.job_id for each in news
    ]


def test_what_was_used_up_is_remembered() -> None:
    """Whoever had much waits until the others have had as much."""
    shares = Shares(10.0, "one", {(1, FAST): Share(14.0, is_waiting=False)})
    tickets = [ticket("a", 1), *(ticket(f"b{number}", 2) for number in range(8))]
    assert order(tickets, shares).index("a") == 6


def test_an_idle_gpu_forgets_what_anybody_has_used() -> None:
    """It had the time."""
    shares = Shares(10.0, "one", {(1, FAST): Share(500.0, is_waiting=False)})
    choice = FAIR.choose(Queue((ticket("a", 1), ticket("b", 2)), (), shares))
    assert choice is not None
    assert choice.job_id == "a"
    assert choice.shares is not None
    assert choice.shares.virtual == 500.0 + PATIENCE[FAST]


def test_who_has_enough_running_lets_others_go_by() -> None:
    """Waits where there is nobody else, and saves nothing up meanwhile."""
    running = tuple(ticket(name, 1, holder="bot") for name in "xyz")
    shares = Shares(50.0, "one", {(1, FAST): Share(50.0, is_waiting=True), (2, FAST): Share(80.0, is_waiting=True)})
    queue = Queue((ticket("1", 1), ticket("2", 2)), running, shares)
    choice = FAIR.choose(queue)
    assert choice is not None
    assert choice.shares is not None
    assert choice.job_id == "2"
    assert choice.shares.of[1, FAST].tag == 80.0
    assert FAIR.choose(replace(queue, heads=queue.heads[:1])) is None
    assert chosen(replace(queue, running=running[:2])) == "1"


def test_what_has_to_be_alone_waits_until_nothing_runs() -> None:
    """Nothing starts before it once its turn has come, and nothing beside it."""
    alone, other = ticket("1", 1, is_alone=True), ticket("2", 2)
    assert chosen(Queue((alone, other), (ticket("0", 3),))) is None
    assert chosen(Queue((alone, other), ())) == "1"
    assert chosen(Queue((other,), (alone,))) is None


def test_what_was_moved_goes_first() -> None:
    """The first that was moved before the second; its member is charged for it all the same."""
    tickets = [ticket("1", 1), ticket("2", 2), ticket("3", 2, moved_at=9.0), ticket("4", 3, RELAX, moved_at=5.0)]
    assert order(tickets) == ["4", "3", "1", "2"]


def test_the_loaded_model_goes_first_and_not_for_ever() -> None:
    """As long as others are not further behind than AFFINITY."""
    ones = [ticket(f"a{number:02}", 1) for number in range(40)]
    other = ticket("b", 2, model="two")
    place = order([*ones, other], Shares(model="one")).index("b")
    assert place == 2 * AFFINITY + 1
    assert order([*ones, other], Shares(model="two"))[0] == "b" or place > 1


def test_models_that_are_loaded_side_by_side_take_turns() -> None:
    """Where the engine has both at hand, no job goes by because of its model."""
    heads = ticket("a", 1), ticket("b", 2, model="two")
    shares = Shares(model="one", of={(1, FAST): Share(3.0, is_waiting=True)})
    both = Fair(3, lambda: 1.0, lambda: ("one", "two")).choose(Queue(heads, (), shares))
    alone = Fair(3, lambda: 1.0).choose(Queue(heads, (), shares))
    assert both is not None
    assert alone is not None
    assert (both.job_id, alone.job_id) == ("b", "a")


def test_a_model_is_as_fast_as_it_was_measured() -> None:
    """What is charged is its rate; that of the engine where it was never measured."""
    queue = Queue((ticket("1", 1, work=10.0),), (), rates={"one": 0.3})
    assert FAIR.choose(queue) == Choice("1", 3.0, Shares(1.0, "one", {(1, FAST): Share(2.5, is_waiting=True)}))
    other = Queue((ticket("1", 1, work=10.0, model="two"),), (), rates={"one": 0.3})
    choice = FAIR.choose(other)
    assert choice is not None
    assert choice.charged == 10.0


@pytest.mark.parametrize("seed", range(40))
def test_whoever_waits_is_drawn_and_the_virtual_time_never_goes_back(seed: int) -> None:
    """Whatever comes, in whatever order: each job once, its member's in turn, no more than may run, nothing forgotten
    that is still ahead.
    """
    chance = random.Random(seed)
    waiting: dict[tuple[int, Speed], deque[Ticket]] = {}
    running: list[Ticket] = []
    shares, number, drawn = Shares(), 0, []
    for _ in range(300):
        if chance.random() < 0.4 or not (waiting or running):
            number += 1
            new = ticket(
                f"{number:04}",
                chance.randrange(6),
                chance.choice([*Speed]),
                work=chance.choice((0.0, 0.1, 5.0, 900.0)),
                boost=chance.choice((0.25, 1.0, 8.0)),
                model=chance.choice(("one", "two", None)),
                is_alone=chance.random() < 0.03,
                moved_at=chance.choice((None, None, None, float(number))),
            )
            waiting.setdefault(new.flow, deque()).append(new)
        elif running and chance.random() < 0.5:
            running.pop(chance.randrange(len(running)))
        heads = {line[0] for line in waiting.values()} | {
            each for line in waiting.values() for each in line if each.moved_at is not None
        }
        queue = Queue(tuple(sorted(heads, key=lambda each: each.job_id)), tuple(running), shares)
        choice = FAIR.choose(queue)
        if choice is None:
            assert not heads or running
            continue
        assert choice.shares is not None
        assert choice.shares.virtual >= shares.virtual
        shares = choice.shares
        job = next(each for each in heads if each.job_id == choice.job_id)
        assert sum(each.member_id == job.member_id for each in running) < 3
        assert not (job.is_alone and running)
        waiting[job.flow].remove(job)
        if not waiting[job.flow]:
            del waiting[job.flow]
        running.append(job)
        drawn.append(job.job_id)
        assert all(flow in shares.of for flow in waiting if flow in {head.flow for head in heads})
    assert len(drawn) == len(set(drawn))


def test_a_member_whose_number_runs_is_passed_over() -> None:
    """Nobody is refused: others go by, and it goes on when one of theirs has ended; each job by its own number."""
    running = (ticket("r", 1),)
    one, two = ticket("a", 1, most_running=1), ticket("b", 1, RELAX, most_running=2)
    assert chosen(Queue((one,), running)) is None
    assert chosen(Queue((one, ticket("c", 2)), running)) == "c"
    assert chosen(Queue((one, two), running)) == "b"
    assert chosen(Queue((one,), ())) == "a"
    assert chosen(Queue((ticket("a", 1),), tuple(ticket(f"r{number}", 1) for number in range(3)))) is None
