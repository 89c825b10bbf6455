"""Warned, muted and banned members."""

import pytest

from bot.jobs.scene import Scene
from bot.policy.case import Case, Known
from bot.policy.decide import decide
from bot.policy.errors import BLOCKED, PENDING, Refused, Unread
from bot.policy.order import COMMANDS, Order
from bot.policy.standing import Ruling, Standing

NOW = 1000.0


def asked(standing: Standing, command: str = "imagine") -> None:
    """Ask for something."""
    decide(Case(Scene(1, 7, 8), Order(command), Known(standing=standing), NOW))


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("standing", [Standing(ban=Ruling(8, "rude")), Standing(mute=Ruling(8, "rude", NOW + 1))])
def test_who_is_muted_or_banned_makes_nothing(standing: Standing, command: str) -> None:
    """By no command and no button, and is told why."""
    with pytest.raises(Refused, match="rude") as refused:
        asked(standing, command)
    assert refused.value.title == BLOCKED


def test_a_mute_ends_by_itself() -> None:
    """At the second that was said."""
    asked(Standing(mute=Ruling(8, "rude", NOW)))
    with pytest.raises(Refused, match="<t:1001:f>"):
        asked(Standing(mute=Ruling(8, "rude", NOW + 1)))


def test_a_warning_has_to_be_acknowledged_first() -> None:
    """With Midjourney's title, which programs know."""
    with pytest.raises(Unread, match="be kind") as refused:
        asked(Standing(warning=Ruling(8, "be kind")))
    assert refused.value.title == PENDING


def test_who_stands_well_hears_nothing() -> None:
    """Nor does anybody else."""
    asked(Standing())
