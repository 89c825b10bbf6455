"""Who is next: first come, first served, with so many of one member at once."""

from collections import Counter
from dataclasses import replace

from bot.jobs.queue import Choose, Queue, oldest


def first_come(most_running: int) -> Choose:
    """The oldest waiting job of those members who have fewer than so many running."""

    def choose(queue: Queue) -> str | None:
        running = Counter(ticket.member_id for ticket in queue.running)
        heads = tuple(head for head in queue.heads if running[head.member_id] < most_running)
        return oldest(replace(queue, heads=heads))

    return choose
