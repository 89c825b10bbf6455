"""The plainest of schedulers."""

from bot.jobs.job import Speed
from bot.jobs.queue import Choice, Queue, Ticket, oldest


def ticket(job_id: str, *, is_alone: bool = False, holder: str | None = None) -> Ticket:
    """A job of some member."""
    return Ticket(job_id, 1, Speed.FAST, is_alone, holder)


def test_who_came_first_is_first() -> None:
    """Whatever runs beside it."""
    queue = Queue((ticket("a"), ticket("b")), (ticket("c", holder="one"),))
    assert oldest(queue) == Choice("a")
    assert oldest(Queue((), ())) is None


def test_what_has_to_be_alone_is_alone() -> None:
    """It waits for the others to end, and they for it."""
    alone, other = ticket("a", is_alone=True), ticket("b")
    assert oldest(Queue((alone, other), ())) == Choice("a")
    assert oldest(Queue((alone, other), (ticket("c", holder="one"),))) is None
    assert oldest(Queue((other,), (ticket("c", is_alone=True, holder="one"),))) is None
