"""The one place where it is decided whether a member may: every way to make a job comes here, before it is written.

A check is a function from a case to notices, and raises Refused. To add one: write it in a module of this package,
put what it has to know into `Known`, have bot.imagine.deciding load that, and add the check to CHECKS, in the order in
which a member should hear of it.
"""

from collections.abc import Callable, Iterable

from bot.policy.case import Case, Notice
from bot.policy.checks import fits, has_room_left, has_time_left, is_awake, is_rested, is_taken_in, may_draw_here
from bot.policy.members import stands_well
from bot.policy.wording import is_well_worded

Check = Callable[[Case], Iterable[Notice]]

CHECKS: tuple[Check, ...] = (
    stands_well,
    is_well_worded,
    may_draw_here,
    is_awake,
    is_taken_in,
    fits,
    is_rested,
    has_time_left,
    has_room_left,
)


def decide(case: Case, checks: Iterable[Check] = CHECKS) -> tuple[Notice, ...]:
    """What the member should know of it. Raises the Refused of the first check that refuses."""
    return tuple(notice for check in checks for notice in check(case))
