"""Whether a member may."""

from collections.abc import Iterator

import pytest

from bot.jobs.job import Asked, Member
from bot.jobs.scene import ADMINISTRATOR, MANAGE_GUILD, MANAGE_MESSAGES, Scene
from bot.policy.case import Case, Notice
from bot.policy.decide import decide
from bot.policy.errors import QUEUE_FULL, Refused
from bot.policy.order import Order, words_of
from bot.prompt.read import parse

CASE = Case(Scene(1, 7, 8), Order("imagine"))


def waits(case: Case) -> Iterator[Notice]:
    """Tells something."""
    yield Notice("queue.waits")


def refuses(case: Case) -> Iterator[Notice]:
    """Refuses whoever asks in this channel."""
    if case.scene.channel_id == 7:
        raise Refused(QUEUE_FULL, "queue.full")
    yield from ()


def test_every_check_is_asked_until_one_refuses() -> None:
    """What they tell comes in their order."""
    assert [notice.sentence("en")[:8] for notice in decide(CASE, [waits, waits])] == ["You have", "You have"]
    with pytest.raises(Refused):
        decide(CASE, [waits, refuses])
    assert decide(Case(Scene(1, 6, 8), Order("imagine")), [refuses]) == ()


@pytest.mark.parametrize(
    ("guild", "permissions", "moderates", "manages"),
    [
        (8, 0, False, False),
        (8, MANAGE_MESSAGES, True, False),
        (8, MANAGE_GUILD, False, True),
        (8, ADMINISTRATOR, True, True),
        (None, ADMINISTRATOR | MANAGE_GUILD | MANAGE_MESSAGES, False, False),
    ],
)
def test_who_moderates_and_who_manages(guild: int | None, permissions: int, *, moderates: bool, manages: bool) -> None:
    """By Discord's permissions, and nowhere outside of a server."""
    scene = Scene(1, 7, guild, permissions=permissions)
    assert (scene.is_moderator, scene.is_manager) == (moderates, manages)


def test_a_stored_job_has_a_plain_scene() -> None:
    """Who, where, and no rights at all."""
    assert Asked(5, Member(1, "ada"), 7, 8).here == Scene(1, 7, 8)


def test_words_are_told_from_what_is_not_wanted() -> None:
    """Negative parts count as not wanted."""
    assert words_of(parse("a hot dog:: fire::-0.5 cat --no leaves, sky")) == ("a hot dog cat", "fire, leaves, sky")
