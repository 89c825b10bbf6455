"""In which order those who wait will be drawn, and when their pictures can be expected."""

import heapq
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Mapping
from dataclasses import replace

from bot.jobs.queue import Flow, Position, Queue, Share, Ticket
from bot.scheduler.cost import cost
from bot.scheduler.fair import arrived, turn


def forecast(queue: Queue, left: Mapping[str, float], rate: float) -> dict[str, Position]:
    """The place of each waiting job, by its id; `queue.heads` has all that wait here, not the oldest alone.

    `left` has the GPU seconds that running jobs still take, where that is known. Nobody comes in between, every job
    takes what is expected of it, and each model is at hand.
    """
    seconds = sum(left.get(each.job_id, each.charged or cost(each, queue.rates, rate)) for each in queue.running)
    places: dict[str, Position] = {}
    for number, ticket in enumerate(_in_order(queue, rate), start=1):
        seconds += cost(ticket, queue.rates, rate)
        places[ticket.job_id] = Position(number, seconds)
    return places | _held(queue)


def _held(queue: Queue) -> dict[str, Position]:
    """Those of servers whose queue is paused, each server counted by itself."""
    places: dict[str, Position] = {}
    counts: Counter[int] = Counter()
    for ticket in sorted(queue.held, key=lambda each: (each.moved_at is None, each.moved_at or 0.0, each.job_id)):
        guild_id = ticket.guild_id or 0
        counts[guild_id] += 1
        places[ticket.job_id] = Position(counts[guild_id], None, queue.holds.get(guild_id))
    return places


def _in_order(queue: Queue, rate: float) -> Iterable[Ticket]:
    """As `Fair` would hand them out."""
    lines: dict[Flow, deque[Ticket]] = defaultdict(deque)
    moved = sorted((each for each in queue.heads if each.moved_at is not None), key=lambda each: each.moved_at or 0.0)
    for ticket in sorted(queue.heads, key=lambda each: each.job_id):
        if ticket.moved_at is None:
            lines[ticket.flow].append(ticket)
    shares = arrived(queue)
    of = dict(shares.of)
    for ticket in moved:
        yield ticket
        of[ticket.flow] = _later(of[ticket.flow], ticket, queue, rate)
    shares = replace(shares, of=of)
    heap = [(turn(line[0], shares), flow) for flow, line in lines.items()]
    heapq.heapify(heap)
    while heap:
        _, flow = heapq.heappop(heap)
        ticket = lines[flow].popleft()
        yield ticket
        of[flow] = _later(of[flow], ticket, queue, rate)
        if lines[flow]:
            heapq.heappush(heap, (turn(lines[flow][0], shares), flow))


def _later(share: Share, ticket: Ticket, queue: Queue, rate: float) -> Share:
    return Share(share.tag + cost(ticket, queue.rates, rate) / ticket.weight, is_waiting=True)
