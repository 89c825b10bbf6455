"""Who is next."""

from bot.jobs.job import Speed
from bot.jobs.queue import Queue, Ticket
from bot.scheduler import first_come


def ticket(job_id: str, member: int, *, is_alone: bool = False) -> Ticket:
    """A job of this member's."""
    return Ticket(job_id, member, Speed.FAST, is_alone)


def test_the_oldest_comes_first() -> None:
    """Whoever's it is; none where nothing waits."""
    choose = first_come(3)
    assert choose(Queue((ticket("1", 1), ticket("2", 2)), (ticket("0", 1),))) == "1"
    assert choose(Queue((), ())) is None


def test_who_has_enough_running_lets_others_go_by() -> None:
    """And waits, where there is nobody else."""
    running = (ticket("a", 1), ticket("b", 1))
    choose = first_come(2)
    assert choose(Queue((ticket("1", 1), ticket("2", 2)), running)) == "2"
    assert choose(Queue((ticket("1", 1),), running)) is None
    assert choose(Queue((ticket("1", 1),), running[:1])) == "1"


def test_what_has_to_be_alone_waits_until_nothing_runs() -> None:
    """Nothing starts before it meanwhile, and nothing beside it; its member's limit holds up nobody else."""
    alone = ticket("1", 1, is_alone=True)
    choose = first_come(1)
    assert choose(Queue((alone, ticket("2", 2)), (ticket("0", 3),))) is None
    assert choose(Queue((alone, ticket("2", 2)), ())) == "1"
    assert choose(Queue((ticket("2", 2),), (alone,))) is None
    assert choose(Queue((alone, ticket("2", 2)), (ticket("0", 1),))) == "2"
