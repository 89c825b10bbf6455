"""A trial: members ask, the bot is struck, Discord has a bad day; and what came of it is counted."""

import asyncio
import time
from contextlib import suppress
from dataclasses import dataclass, field
from random import Random

from playground import Playground
from playground.member import Member
from tests.end_to_end.crowd import Person, people
from tests.end_to_end.ledger import Ledger
from tests.end_to_end.lives import Lives, processes
from tests.end_to_end.trouble import EFFECTS, Reaper, bad_day, blows
from tests.end_to_end.waiting import until

KILLED = -9
SPARE = 3
"""Jobs more than are wanted, for those that are cancelled in the last moment."""


@dataclass(frozen=True)
class Trial:
    """How many jobs are asked for at least, how often the bot is struck, and what else goes wrong."""

    seed: int
    jobs: int
    kills: int
    has_bad_day: bool = True
    knows_nonces: bool = True
    """False where Discord heeds no `enforce_nonce`."""
    effects: tuple[str, ...] = field(default=EFFECTS, repr=False)
    """With which of the bot's requests it is struck, of those blows that fall with one."""
    price: float | None = None
    """What drawing a grid costs, in seconds of the GPU; None where that differs."""
    patience: float = 90.0
    """Seconds after the last blow in which all has to come to its end."""


@dataclass
class Outcome:
    """What came of it; all lists are empty where all is well."""

    jobs: int = 0
    """Without those that were cancelled."""
    cancelled: int = 0
    kills: int = 0
    lives: int = 0
    seconds: float = 0.0
    duplicates: int = 0
    unposted: list[str] = field(default_factory=list)
    """Jobs that were not cancelled, and of which no result was ever seen; cancelled ones of which one was."""
    undelivered: list[str] = field(default_factory=list)
    """Jobs that are at no good end, with their states."""
    broken: list[str] = field(default_factory=list)
    """Promises to members that nothing came of."""
    stale: list[str] = field(default_factory=list)
    """Messages that still say that something is coming."""
    unreadable: list[str] = field(default_factory=list)
    """Pictures that are none."""
    orphans: list[str] = field(default_factory=list)
    """Processes that outlived the bot."""
    mischarged: list[str] = field(default_factory=list)
    """Jobs that cost their author something else than drawing them once, with what they cost."""
    stray: list[str] = field(default_factory=list)
    """Files that no job names, once they were collected."""
    crashes: list[int] = field(default_factory=list)
    """Exit codes of lives that nobody had ended."""
    traces: int = 0
    """Traces in the bot's log."""
    is_sound: bool = False
    """The database is whole."""

    def __str__(self) -> str:
        return (
            f"{self.jobs} jobs, {self.cancelled} cancelled ones, {self.kills} kills, {self.lives} lives, "
            f"{self.duplicates} posted twice, {self.seconds:.1f} s"
        )


async def run(trial: Trial, playground: Playground, lives: Lives) -> Outcome:
    """The outcome, once nothing is under way any more, or patience ends."""
    began, random = time.monotonic(), Random(trial.seed)
    ledger = Ledger(playground, lives.folder)
    if not trial.knows_nonces:
        playground.context.nonce_window = 0.0
    async with people(playground) as members, lives:
        await until(lambda: playground.hub.is_online(playground.application_id))
        persons = [Person(each, Random(random.random())) for each in members]
        reaper = Reaper(lives, ledger, playground)

        def missing() -> int | None:
            left = trial.jobs + SPARE - ledger.wanted()
            return min(left, reaper.horizon - ledger.wanted()) if left > 0 else None

        troubles = [asyncio.create_task(bad_day(playground, random))] if trial.has_bad_day else []
        async with asyncio.TaskGroup() as working:
            for person in persons:
                working.create_task(person.run(playground.application_id, missing))
            working.create_task(reaper.run(blows(random, trial.kills, trial.jobs, trial.effects)))
        for trouble in troubles:
            trouble.cancel()
        with suppress(TimeoutError):
            async with asyncio.timeout(trial.patience):
                await until(lambda: not ledger.unfinished() and not ledger.stale() and ledger.is_sound())
        await until(lambda: playground.hub.is_online(playground.application_id))
        outcome = count(ledger, members, persons)
        outcome.kills, outcome.lives = reaper.kills, len(lives.exit_codes) + 1
        if code := await lives.stop():
            outcome.crashes.append(code)
        outcome.crashes += [code for code in lives.exit_codes if code != KILLED]
        outcome.traces = lives.said.count("Traceback")
        outcome.orphans = [*processes(lives.folder).values()]
    outcome.mischarged = ledger.mischarged(trial.price)
    outcome.stray = await ledger.stray()
    outcome.unreadable += ledger.broken_pictures()
    outcome.seconds = time.monotonic() - began
    return outcome


def count(ledger: Ledger, members: list[Member], persons: list[Person]) -> Outcome:
    """What the database and the playground say now."""
    jobs, posted = ledger.jobs(), ledger.posted(members)
    unwanted = {job_id for person in persons for job_id in person.cancelled}
    by_themselves = {(job.parent, job.index) for job in jobs}
    return Outcome(
        jobs=ledger.wanted(),
        cancelled=len(jobs) - ledger.wanted(),
        duplicates=sum(number - 1 for number in posted.values()),
        unposted=[job.id for job in jobs if (job.state != "cancelled") != bool(posted[job.id])],
        undelivered=[
            f"{job.id} {job.state}"
            for job in jobs
            if job.state != "delivered" and (job.state != "cancelled" or job.id not in unwanted)
        ],
        broken=[
            *(ledger.promised(members) - {job.id for job in jobs}),
            *(f"U{each[1]} of {each[0]}" for one in persons for each in one.pressed if each not in by_themselves),
        ],
        stale=ledger.stale(),
        unreadable=[*ledger.broken_pictures(), *ledger.unreadable()],
        is_sound=ledger.is_sound(),
    )
