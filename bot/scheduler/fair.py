"""Who is next: start-time fair queueing between members by the GPU's seconds.

Source: Goyal, Vin, Cheng, "Start-time Fair Queuing" (SIGCOMM 1996), with one flow for each member in each class. Added
are a class's patience, a look ahead for the model that is loaded, and charges that are corrected when measured.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from bot.jobs.job import Speed
from bot.jobs.queue import Choice, Flow, Queue, Share, Shares, Ticket
from bot.scheduler.cost import cost

PATIENCE: Mapping[Speed, float] = {Speed.TURBO: 0.0, Speed.FAST: 1.0, Speed.RELAX: 10.0}
"""How far behind the others a class's members begin when they had nothing waiting, in seconds of virtual time."""

AFFINITY = 5.0
"""How far behind the first a job may be, in seconds of virtual time, to go before it because its model is loaded."""

_ORDER = {Speed.TURBO: 0, Speed.FAST: 1, Speed.RELAX: 2}


@dataclass(frozen=True)
class Fair:
    """`most_running` jobs of one member run at once where moderators set no other number; whose are that many is passed
    over, and waits. `rate` tells the seconds of a unit of work of unknown models, `loaded` which models the engine has
    at hand; where it does not say, they are those that are being drawn with.
    """

    most_running: int
    rate: Callable[[], float]
    loaded: Callable[[], Collection[str]] = tuple

    def choose(self, queue: Queue) -> Choice | None:
        """As bot.jobs.queue.Choose says. What has to be alone waits, when its turn has come, until nothing runs."""
        if not queue.heads or any(ticket.is_alone for ticket in queue.running):
            return None
        shares = arrived(queue)
        running = Counter(ticket.member_id for ticket in queue.running)
        able = [head for head in queue.heads if running[head.member_id] < (head.most_running or self.most_running)]
        if not able:
            return None
        first = min(able, key=lambda head: turn(head, shares))
        chosen = self._with_its_model(first, able, queue, shares)
        if chosen.is_alone and queue.running:
            return None
        virtual = max(shares.virtual, min(shares.of[head.flow].tag for head in able))
        charged = cost(chosen, queue.rates, self.rate())
        shares = _remembered(queue, shares, virtual, {head.flow for head in able})
        return Choice(chosen.job_id, charged, _served(chosen, charged, shares))

    def _with_its_model(self, first: Ticket, able: Iterable[Ticket], queue: Queue, shares: Shares) -> Ticket:
        """The first of those not far behind whose model is loaded; else the first of all."""
        loaded = {*self.loaded(), *(ticket.model for ticket in queue.running)} or {shares.model}
        if first.model in loaded or first.moved_at is not None or first.is_alone:
            return first
        latest = shares.of[first.flow].tag + AFFINITY
        near = [head for head in able if head.model in loaded and shares.of[head.flow].tag <= latest]
        return min(near, key=lambda head: turn(head, shares), default=first)


def arrived(queue: Queue) -> Shares:
    """With those who have come to wait since: they start now, or where they have used up to, whichever is later.

    When all that was there is drawn, what anybody has used is forgotten: the GPU had the time.
    """
    shares = queue.shares
    virtual, of = shares.virtual, dict(shares.of)
    if not queue.running and not any(of[head.flow].is_waiting for head in queue.heads if head.flow in of):
        virtual, of = max([virtual, *(share.tag for share in of.values())]), {}
    for head in queue.heads:
        share = of.get(head.flow)
        if share is None or not share.is_waiting:
            begins = virtual + PATIENCE[head.speed]
            of[head.flow] = Share(begins if share is None else max(begins, share.tag), is_waiting=True)
    return Shares(virtual, shares.model, of)


def turn(head: Ticket, shares: Shares) -> tuple[bool, float, float, int, str]:
    """The lower, the sooner: what was moved to the front, then by start tags, classes and age."""
    moved = head.moved_at
    return moved is None, moved or 0.0, shares.of[head.flow].tag, _ORDER[head.speed], head.job_id


def _remembered(queue: Queue, shares: Shares, virtual: float, able: set[Flow]) -> Shares:
    """Who waits and may not have more running saves nothing up; who is not ahead of the virtual time is forgotten."""
    waiting = {head.flow for head in queue.heads}
    busy = waiting | {ticket.flow for ticket in queue.running}
    of = {flow: share for flow, share in shares.of.items() if flow in busy or share.tag > virtual}
    for flow in waiting - able:
        of[flow] = Share(max(of[flow].tag, virtual), is_waiting=True)
    for flow in of.keys() - waiting:
        of[flow] = Share(of[flow].tag, is_waiting=False)
    return Shares(virtual, shares.model, of)


def _served(chosen: Ticket, charged: float, shares: Shares) -> Shares:
    """What is remembered when this job has been handed out."""
    share = Share(shares.of[chosen.flow].tag + charged / chosen.weight, is_waiting=True)
    return Shares(shares.virtual, chosen.model, {**shares.of, chosen.flow: share})
