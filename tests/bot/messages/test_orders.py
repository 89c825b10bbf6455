"""What is said of an order of several grids."""

from dataclasses import replace

from bot.jobs.job import Job, State
from bot.jobs.ordered import Ordered
from bot.messages.orders import LONGEST_LINKS, has_ended, order_links, order_text
from tests.bot.messages.jobs import job

ORDER = Ordered("one", 1, 7, "an {apple, pear}", 0.0)


def jobs(*states: State, locale: str = "en-US") -> list[Job]:
    """In these states."""
    made = job()
    asked = replace(made.asked, member=replace(made.asked.member, locale=locale))
    return [replace(made, id=str(number), asked=asked, state=state) for number, state in enumerate(states)]


def test_how_far_it_is() -> None:
    """Counted by states, with the time until the last."""
    some = jobs(State.DELIVERED, State.RENDERED, State.RUNNING, State.WAITING, State.WAITING)
    assert not has_ended(some)
    assert order_text(ORDER, some, 90.0).splitlines() == [
        "**an {apple, pear}** - <@7>",
        "-# An order of 5 grids: 2 drawn, 1 being drawn, 2 waiting.",
        "-# All of them in about 2 min.",
    ]


def test_what_came_of_it() -> None:
    """What failed says why, once each; what was not drawn is refunded."""
    some = jobs(State.DELIVERED, State.FAILED, State.FAILED, State.CANCELLED, locale="de")
    some[1] = replace(some[1], reason="No memory. @everyone")
    some[2] = replace(some[2], reason="No memory. @everyone")
    assert has_ended(some)
    told = order_text(ORDER, some, 90.0).splitlines()
    assert told[1] == "-# Eine Bestellung von 4 Rastern: 1 gemalt, 2 gescheitert, 1 abgebrochen."
    assert told[2].startswith("-# Erstattet: 3.")
    assert told[3:] == ["-# No memory. @\u200beveryone"]


def test_each_result_has_a_link_as_far_as_there_is_room() -> None:
    """By its number in the order."""
    some = jobs(State.DELIVERED, State.FAILED, State.DELIVERED)
    assert order_links(some, {}) is None
    assert order_links(some, {"0": "a", "2": "c"}) == "[1](a) · [3](c)"
    many = jobs(*[State.DELIVERED] * 400)
    links = {each.id: f"https://discord.com/channels/{10**18}/{10**18}/{10**18}" for each in many}
    assert len(order_links(many[:40], links) or "") > 40 * 80
    assert len(order_links(many, links) or "") <= LONGEST_LINKS


def test_a_long_order_fits_into_a_message() -> None:
    """Whatever was typed."""
    order = replace(ORDER, typed="{" + "*" * 5_990 + "}")
    assert len(order_text(order, jobs(*[State.WAITING] * 40), 5.0)) <= 2_000
