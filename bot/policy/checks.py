"""The limits as checks: each refuses by one of Midjourney's titles, with a sentence that names the cure."""

from collections.abc import Iterator

from bot.jobs.queue import Halt
from bot.policy.case import Case, Notice
from bot.policy.errors import ACTION_RESTRICTED, CREDITS_EXHAUSTED, INVALID_PARAMETER, SLOW_DOWN, Refused
from bot.policy.periods import day_of, month_of


def may_draw_here(case: Case) -> Iterator[Notice]:
    """Where drawing is on, and by the commands that are allowed."""
    limits = case.known.limits
    if not limits.drawing:
        raise Refused(ACTION_RESTRICTED, "limit.not_here")
    if limits.commands is not None and case.order.command not in limits.commands:
        allowed = ", ".join(sorted(limits.commands))
        raise Refused(ACTION_RESTRICTED, "limit.not_this", command=case.order.command, allowed=allowed)
    yield from ()


def is_awake(case: Case) -> Iterator[Notice]:
    """Nothing is drawn in quiet hours."""
    limits = case.known.limits
    until = limits.quiet.until(case.now, limits.timezone) if limits.quiet and case.order.grids else None
    if until is not None:
        raise Refused(ACTION_RESTRICTED, "limit.is_quiet", hours=limits.quiet, zone=limits.timezone, at=_at(until))
    yield from ()


def is_taken_in(case: Case) -> Iterator[Notice]:
    """Nothing that takes the GPU is, while the queue of the server is drained."""
    hold = case.known.hold
    if case.order.grids and hold and hold.halt is Halt.DRAINING:
        key = "queue.drained.why" if hold.reason else "queue.drained"
        raise Refused(ACTION_RESTRICTED, key, by=f"<@{hold.by}>", reason=hold.reason)
    yield from ()


def fits(case: Case) -> Iterator[Notice]:
    """Models, sizes and steps."""
    limits = case.known.limits
    for grid in case.order.grids:
        if limits.models is not None and grid.model not in limits.models:
            allowed = ", ".join(sorted(limits.models))
            raise Refused(INVALID_PARAMETER, "limit.not_by", model=grid.model, allowed=allowed)
        if limits.megapixels is not None and grid.pixels > limits.megapixels * 1_000_000:
            told = {"size": f"{grid.width}x{grid.height}", "most": f"{limits.megapixels:g}"}
            raise Refused(INVALID_PARAMETER, "limit.too_large", **told)
        if limits.steps is not None and grid.steps > limits.steps:
            raise Refused(INVALID_PARAMETER, "limit.too_many_steps", steps=grid.steps, most=limits.steps)
    yield from ()


def is_rested(case: Case) -> Iterator[Notice]:
    """So many seconds lie between two jobs of a member's."""
    cooldown, last = case.known.limits.cooldown, case.known.used.last_asked_at
    if case.order.grids and last is not None and last <= case.now < last + cooldown:  # later: the clock was put back
        raise Refused(SLOW_DOWN, "limit.too_soon", seconds=cooldown, at=_at(last + cooldown))
    yield from ()


def has_time_left(case: Case) -> Iterator[Notice]:
    """Minutes of the GPU, a day and a month; what is expected of this order counts too, where that is known."""
    limits, used = case.known.limits, case.known.used
    periods = (
        ("limit.no_time.day", limits.gpu_day, used.day, day_of),
        ("limit.no_time.month", limits.gpu_month, used.month, month_of),
    )
    for key, minutes, seconds, period in periods if case.order.grids else ():
        if minutes is None:
            continue
        allowed = minutes * 60
        if seconds >= allowed or seconds + case.order.gpu_seconds > allowed:
            end = period(case.now, limits.timezone).end
            told = {"used": f"{seconds / 60:.1f}", "most": f"{minutes:g}", "zone": limits.timezone, "at": _at(end)}
            raise Refused(CREDITS_EXHAUSTED, key, **told)
    yield from ()


def has_room_left(case: Case) -> Iterator[Notice]:
    """What the member's pictures take on the disk; the last grid may go beyond, since nobody knows before how much."""
    most, taken = case.known.limits.disk, case.known.used.disk
    if case.order.grids and most is not None and taken >= most * 1_000_000:
        raise Refused(CREDITS_EXHAUSTED, "limit.no_disk", used=f"{taken / 1_000_000:.1f}", most=most)
    yield from ()


def _at(second: float) -> str:
    """A moment as Discord shows it to each reader in their own time zone, and how long it is until then."""
    return f"<t:{int(second)}:t> (<t:{int(second)}:R>)"
