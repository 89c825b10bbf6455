"""What is said of an order of several grids: how far it is, and in the end what came of it."""

from collections import Counter
from collections.abc import Mapping, Sequence

from bot.jobs.job import Job, State
from bot.jobs.ordered import Ordered
from bot.messages.durations import about
from bot.messages.quoting import bold, calm, shortened
from bot.words import say

LONGEST = 2000
LONGEST_LINKS = 4000
"""Characters of an embed's description, of which Discord takes 4,096."""
MOST_REASONS = 3

PARTS: tuple[tuple[str, tuple[State, ...]], ...] = (
    ("order.drawn", (State.RENDERED, State.DELIVERED)),
    ("order.running", (State.RUNNING,)),
    ("order.waiting", (State.WAITING,)),
    ("order.failed", (State.FAILED,)),
    ("order.cancelled", (State.CANCELLED,)),
)


def has_ended(jobs: Sequence[Job]) -> bool:
    """True where nothing more comes."""
    return all(job.state.is_final for job in jobs)


def order_text(order: Ordered, jobs: Sequence[Job], seconds: float | None) -> str:
    """The whole of the message; `seconds` are those until the last picture, where that is known."""
    locale = jobs[0].asked.member.locale
    line = f"{bold(order.typed)} - <@{order.member_id}>"
    told = [f"-# {say('order.of', locale, count=len(jobs))} {_counted(jobs, locale)}"]
    if seconds is not None and not has_ended(jobs):
        told.append(f"-# {say('order.time', locale, time=about(seconds))}")
    if refunded := sum(_is_refunded(job) for job in jobs):
        told.append(f"-# {say('order.refunded', locale, count=refunded)}")
    reasons = dict.fromkeys(job.reason for job in jobs if job.reason)
    told += [f"-# {calm(reason)}" for reason in [*reasons][:MOST_REASONS]]
    return shortened("\n".join([line, *told]), LONGEST)


def order_links(jobs: Sequence[Job], links: Mapping[str, str]) -> str | None:
    """A link to each result, by its number in the order; None where there is none yet."""
    found = [f"[{number}]({links[job.id]})" for number, job in enumerate(jobs, start=1) if job.id in links]
    kept: list[str] = []
    for each in found:
        if sum(map(len, kept)) + 3 * len(kept) + len(each) > LONGEST_LINKS:
            break
        kept.append(each)
    return " · ".join(kept) or None


def _counted(jobs: Sequence[Job], locale: str) -> str:
    counts = Counter(job.state for job in jobs)
    numbers = {key: sum(counts[state] for state in states) for key, states in PARTS}
    return ", ".join(say(key, locale, count=count) for key, count in numbers.items() if count) + "."


def _is_refunded(job: Job) -> bool:
    return job.state in {State.FAILED, State.CANCELLED} and job.gpu_seconds is None
