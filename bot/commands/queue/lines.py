"""A job of the queue as it is shown: its place, its class, how long it takes, and its prompt to who may see it."""

from collections.abc import Sequence

from bot.imagine.queueing import Overview, Place
from bot.jobs.job import Job, Speed
from bot.messages import is_private
from bot.messages.durations import about
from bot.messages.quoting import bold, shortened
from bot.words import say

LONGEST = 60  # characters of a prompt in a line
LONGEST_LABEL = 90  # of an option; Discord takes 100
SPEEDS = {Speed.TURBO: "queue.turbo", Speed.FAST: "queue.fast", Speed.RELAX: "queue.relax"}


def line_of(place: Place, job: Job | None, locale: str, is_managed: bool) -> str:
    """A line of the list. Without the job, nothing of it is shown that is not everybody's."""
    head = f"{_mark(place)} {what_of(place, locale)}"
    if job is None:
        return head
    whose = f" · <@{place.ticket.member_id}>" if is_managed else ""
    return f"{head}{whose} · {_prompt(job, is_managed, locale)}"


def what_of(place: Place, locale: str) -> str:
    """Its class, its state, and when its pictures can be expected."""
    speed = say(SPEEDS[place.ticket.speed], locale)
    time = about(place.seconds) if place.seconds else None
    if place.position is None:
        return (
            say("queue.runs.time", locale, speed=speed, time=time) if time else say("queue.runs", locale, speed=speed)
        )
    if place.position.hold is not None:
        return say("queue.held", locale, speed=speed)
    return say("queue.waits.time", locale, speed=speed, time=time) if time else speed


def label_of(place: Place, job: Job | None, member_id: int, locale: str) -> str:
    """An option of a menu."""
    if job is None:
        return place.ticket.job_id
    is_own = place.ticket.member_id == member_id
    shown = job.prompt if is_own or not is_private(job) else say("queue.private", locale)
    whose = "" if is_own else f"{job.asked.member.name}: "
    number = f"{place.position.number}. " if place.position else ""
    return shortened(" ".join(f"{number}{whose}{shown}".split()), LONGEST_LABEL)


def about_all(overview: Overview, locale: str) -> str:
    """How much there is."""
    waiting = len(overview.waiting)
    running = len(overview.places) - waiting
    if not overview.places:
        return say("queue.empty", locale)
    if not overview.seconds:
        return say("queue.all", locale, running=running, waiting=waiting)
    return say("queue.all.time", locale, running=running, waiting=waiting, time=about(overview.seconds))


def about_own(own: Sequence[Place], locale: str) -> str:
    """How much of it is one's own, and when the next of it comes."""
    if not own:
        return say("queue.none_own", locale)
    waiting = sum(place.position is not None for place in own)
    times = [place.seconds for place in own if place.seconds]
    told = {"running": len(own) - waiting, "waiting": waiting}
    return say("queue.own.time", locale, time=about(min(times)), **told) if times else say("queue.own", locale, **told)


def _prompt(job: Job, is_managed: bool, locale: str) -> str:
    """What only its author may see is hidden from moderators too; it is theirs to move and to cancel all the same."""
    if is_managed and is_private(job):
        return f"*{say('queue.private', locale)}*"
    return bold(shortened(job.prompt, LONGEST))


def _mark(place: Place) -> str:
    if place.position is None:
        return "🖌️"
    front = "⏫ " if place.ticket.moved_at is not None else ""
    return f"{front}**{place.position.number}**"
