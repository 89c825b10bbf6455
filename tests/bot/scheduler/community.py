"""A community in simulated time: members who ask as they do, a GPU that draws two jobs side by side, and the scheduler.

Nothing waits for anything: a day takes seconds. Everything is drawn from a seed.
"""

import heapq
import math
import random
from collections import defaultdict, deque
from dataclasses import dataclass, replace

from bot.jobs.job import Speed
from bot.jobs.queue import Choose, Flow, Queue, Share, Shares, Ticket
from bot.scheduler.cost import cost
from bot.scheduler.fair import AFFINITY, PATIENCE

DAY = 24 * 3600.0
RATE = 0.05  # seconds of a unit of work
WORKS = (120.0, 240.0, 240.0, 240.0, 480.0, 960.0)
ALWAYS = 3  # jobs that a heavy member has waiting at any time


@dataclass(frozen=True)
class Person:
    """A member: `pause` is the mean time between two askings in seconds, None for a heavy one who never pauses."""

    member_id: int
    speed: Speed = Speed.FAST
    boost: float = 1.0
    pause: float | None = None
    model: str = "one"

    @property
    def flow(self) -> Flow:
        """Whose these jobs are."""
        return self.member_id, self.speed


@dataclass(eq=False)
class Drawn:
    """A job: when it was asked for and begun, what it took; `reach` is how far its turn was, in virtual time."""

    ticket: Ticket
    asked_at: float
    took: float
    reach: float
    ahead: float
    """The GPU's seconds of its member's own jobs before it."""
    begun_at: float = math.inf
    ended_at: float = math.inf
    left: float = 0.0

    @property
    def waited(self) -> float:
        """Seconds."""
        return self.begun_at - self.asked_at


class Community:
    """All of them. `slots` jobs run side by side, each at its part of the GPU's speed."""

    def __init__(self, people: tuple[Person, ...], choose: Choose, seed: int, slots: int = 2) -> None:
        self.people, self._choose, self._slots = people, choose, slots
        self._random = random.Random(seed)
        self.drawn: list[Drawn] = []
        self.shares = Shares()
        self._waiting: dict[Flow, deque[Drawn]] = {person.flow: deque() for person in people}
        self._running: list[Drawn] = []
        self._heavy = {person.flow: person for person in people if person.pause is None}
        self._asking = [(self._pause(person), index) for index, person in enumerate(people) if person.pause]
        heapq.heapify(self._asking)
        self._number = 0
        self._now = 0.0

    def live(self, until: float = DAY) -> list[Drawn]:
        """What was drawn until then, in the order in which it began."""
        for person in self._heavy.values():
            for _ in range(ALWAYS):
                self._ask(person)
        while self._now < until:
            while len(self._running) < self._slots and self._start():
                pass
            self._pass(until)
        return self.drawn

    def _pause(self, person: Person) -> float:
        return self._random.expovariate(1 / (person.pause or 1.0))

    def _ask(self, person: Person) -> None:
        self._number += 1
        work = self._random.choice(WORKS)
        name, flow = f"{self._number:08}", person.flow
        ticket = Ticket(name, *flow, is_alone=False, model=person.model, work=work, boost=person.boost)
        took = work * RATE * self._random.lognormvariate(-0.02, 0.2)  # estimates are seldom right
        before = [cost(each.ticket, {}, RATE) for each in self._waiting[flow]]
        share = self.shares.of.get(flow, Share(0.0, is_waiting=False))
        begins = share.tag if share.is_waiting else max(share.tag, self.shares.virtual + PATIENCE[person.speed])
        reach = begins + sum(before) / ticket.weight - self.shares.virtual
        self._waiting[flow].append(Drawn(ticket, self._now, took, reach, sum(before)))

    def _start(self) -> bool:
        heads = tuple(sorted((line[0].ticket for line in self._waiting.values() if line), key=lambda each: each.job_id))
        choice = self._choose(Queue(heads, tuple(each.ticket for each in self._running), self.shares))
        if choice is None or choice.shares is None:
            return False
        head = next(head for head in heads if head.job_id == choice.job_id)
        job = self._waiting[head.flow].popleft()
        job.ticket = replace(head, holder="bot", charged=choice.charged)
        job.begun_at, job.left = self._now, job.took
        self.shares = choice.shares
        self._running.append(job)
        self.drawn.append(job)
        if head.flow in self._heavy:
            self._ask(self._heavy[head.flow])
        return True

    def _pass(self, until: float) -> None:
        """To the next asking or the next end."""
        side_by_side = len(self._running)
        ends = self._now + min((each.left for each in self._running), default=math.inf) * side_by_side
        asks = self._asking[0][0] if self._asking else math.inf
        now = min(ends, asks, until)
        for job in self._running:
            job.left -= (now - self._now) / side_by_side
            if job.left <= 1e-9:
                self._end(job, now)
        self._running = [job for job in self._running if job.left > 1e-9]
        self._now = now
        while self._asking and self._asking[0][0] <= now:
            _, index = heapq.heappop(self._asking)
            for _ in range(self._random.choice((1, 1, 2, 4))):
                self._ask(self.people[index])
            heapq.heappush(self._asking, (now + self._pause(self.people[index]), index))

    def _end(self, job: Drawn, now: float) -> None:
        """As the store does it: what was charged is corrected by what was measured."""
        job.ended_at = now
        ticket = job.ticket
        share = self.shares.of.get(ticket.flow)
        if share is not None:
            tag = share.tag + (job.took - (ticket.charged or 0.0)) / ticket.weight
            self.shares = replace(self.shares, of={**self.shares.of, ticket.flow: replace(share, tag=tag)})


def used(drawn: list[Drawn]) -> dict[Flow, float]:
    """The GPU's seconds that each has had."""
    found: dict[Flow, float] = defaultdict(float)
    for job in drawn:
        found[job.ticket.flow] += job.took - max(job.left, 0.0)
    return found


def bounds(drawn: list[Drawn], speed: Speed) -> list[tuple[float, float]]:
    """How long each job of this class waited, and the longest that it might, in seconds; see docs/queue.md.

    Others come first until their tags have passed its own by AFFINITY: by their weight each, and by a job that was in
    hand and one whose measure was still to come. Only those count who had something there meanwhile.
    """
    there: dict[Flow, list[Drawn]] = defaultdict(list)
    for job in drawn:
        there[job.ticket.flow].append(job)
    longest = {flow: max(max(job.took, job.ticket.charged or 0.0) for job in jobs) for flow, jobs in there.items()}
    found = []
    for job in (job for job in drawn if job.ticket.speed is speed):
        others = [
            (jobs[0].ticket.weight, longest[flow])
            for flow, jobs in there.items()
            if flow != job.ticket.flow
            and any(each.asked_at < job.begun_at and each.ended_at > job.asked_at for each in jobs)
        ]
        most = sum(weight * (job.reach + AFFINITY) + 2 * most for weight, most in others)
        found.append((job.waited, most + job.ahead + 2 * longest[job.ticket.flow]))
    return found


def fifty(seed: int = 1) -> tuple[Person, ...]:
    """Ten heavy members in all classes, one of them boosted; forty light ones, who ask for a little now and then."""
    chosen = random.Random(seed)
    heavy = [Speed.FAST] * 6 + [Speed.RELAX] * 3 + [Speed.TURBO]
    people = [Person(number, speed, 2.0 if number == 0 else 1.0) for number, speed in enumerate(heavy)]
    speeds = (Speed.FAST, Speed.FAST, Speed.FAST, Speed.RELAX)
    light = [
        Person(number, chosen.choice(speeds), pause=chosen.uniform(1.0, 4.0) * 3600.0, model=chosen.choice("ab"))
        for number in range(len(heavy), 50)
    ]
    return (*people, *light)
