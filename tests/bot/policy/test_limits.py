"""How much a member may have drawn, and what of all that was set holds."""

import pytest

from bot.jobs.queue import Counts
from bot.jobs.scene import Scene
from bot.policy.limits import LIMITS, Limits, limits_of
from bot.policy.periods import Hours
from bot.policy.settings import SETTINGS, UNLIMITED, Place, Scope, Value

SCENE = Scene(1, 70, 8, parents=(71, 72), roles=frozenset({30, 31}))
SERVER, MEMBER = Place(Scope.SERVER, 8), Place(Scope.MEMBER, 1)
THREAD, CHANNEL, CATEGORY = (Place(Scope.CHANNEL, number) for number in (70, 71, 72))
ROLE, OTHER_ROLE, NOT_HIS = (Place(Scope.ROLE, number) for number in (30, 31, 32))


@pytest.mark.parametrize(
    ("waiting", "running", "more", "is_full", "has_to_wait"),
    [
        (0, 0, 1, False, False),
        (0, 0, 3, False, False),
        (0, 0, 4, False, True),
        (0, 3, 1, False, True),
        (2, 0, 2, False, True),
        (9, 3, 1, False, True),
        (10, 3, 1, True, True),
        (9, 3, 2, True, True),
        (13, 0, 1, True, True),
    ],
)
def test_three_run_and_ten_wait(waiting: int, running: int, more: int, *, is_full: bool, has_to_wait: bool) -> None:
    """All together count: what is claimed already and what is about to be."""
    counts = Counts(waiting, running)
    assert (LIMITS.is_full(counts, more), LIMITS.has_to_wait(counts, more)) == (is_full, has_to_wait)


def test_where_nothing_is_set_the_defaults_hold() -> None:
    """Also those that the host has."""
    assert limits_of({}, SCENE) == LIMITS
    assert limits_of({}, SCENE, Limits(running=7)).running == 7


@pytest.mark.parametrize(
    ("set_for", "holds"),
    [
        ({SERVER: 5}, 5),
        ({SERVER: 5, ROLE: 6}, 6),
        ({SERVER: 9, ROLE: 2}, 2),
        ({ROLE: 6, OTHER_ROLE: 7, NOT_HIS: 99}, 7),
        ({ROLE: 6, OTHER_ROLE: UNLIMITED}, None),
        ({ROLE: 6, CATEGORY: 3}, 3),
        ({CATEGORY: 3, CHANNEL: 4}, 4),
        ({CATEGORY: 3, CHANNEL: 4, THREAD: 1}, 1),
        ({THREAD: 1, MEMBER: 8}, 8),
        ({SERVER: 5, MEMBER: UNLIMITED}, None),
        ({Place(Scope.SERVER, 9): 5, Place(Scope.MEMBER, 2): 6, Place(Scope.CHANNEL, 1): 7}, None),
    ],
)
def test_member_over_channel_over_role_over_server(set_for: dict[Place, Value], holds: float | None) -> None:
    """Of several roles the most generous; a thread before its channel before the category."""
    assert limits_of({"steps": set_for}, SCENE).steps == holds


@pytest.mark.parametrize(
    ("name", "one", "other", "holds"),
    [
        ("cooldown", 10, 60, 10),
        ("drawing", False, True, True),
        ("models", ["a"], ["b", "a"], frozenset({"a", "b"})),
        ("models", ["a"], UNLIMITED, None),
        ("quiet", "22:00-07:00", "23:00-01:00", Hours(23 * 60, 60)),
        ("quiet", "22:00-07:00", UNLIMITED, None),
        ("gpu_day", 2.5, 7, 7),
    ],
)
def test_the_most_generous_of_two_roles(name: str, one: Value, other: Value, holds: object) -> None:
    """In whichever order they are held."""
    for given in ({ROLE: one, OTHER_ROLE: other}, {ROLE: other, OTHER_ROLE: one}):
        assert getattr(limits_of({name: given}, SCENE), name) == holds


def test_every_setting_is_a_limit() -> None:
    """And every limit can be set."""
    assert {setting.name for setting in SETTINGS} == set(Limits.__dataclass_fields__)
