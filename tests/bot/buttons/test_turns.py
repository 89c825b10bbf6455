"""Whose press is worked on, and when whoever comes can expect it."""

import asyncio
from collections.abc import Callable
from contextlib import AsyncExitStack

import pytest

from bot.buttons.turns import PACE, Turns


class Clock:
    """Seconds, as a test has them pass."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


async def settled(is_so: Callable[[], bool]) -> None:
    """Let all go on until it is so."""
    async with asyncio.timeout(30):
        while not is_so():  # noqa: ASYNC110 - nothing but the loop's own turns is waited for
            await asyncio.sleep(0)


async def test_turns_are_taken_in_the_order_in_which_members_came() -> None:
    """So many at once; the next begins when one of them is done."""
    turns, begun, gates = Turns(2), list[int](), [asyncio.Event() for _ in range(5)]

    async def press(number: int) -> None:
        async with turns.turn():
            begun.append(number)
            await gates[number].wait()

    async with asyncio.TaskGroup() as presses:
        for number in range(5):
            presses.create_task(press(number))
        await settled(lambda: begun == [0, 1])
        for done, next_one in ((1, 2), (0, 3), (2, 4)):
            gates[done].set()
            await settled(lambda next_one=next_one: begun[-1] == next_one)
        for gate in gates:
            gate.set()
    assert begun == [0, 1, 2, 3, 4]


async def test_nobody_waits_while_a_place_is_free() -> None:
    """Whoever comes then is expected to be done soon; behind others it takes as long as they do."""
    turns = Turns(2)
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(turns.turn())
        assert turns.expected() == 0.0
        await stack.enter_async_context(turns.turn())
        assert turns.expected() == pytest.approx(3 * PACE)
    assert turns.expected() == 0.0


async def test_the_pace_is_learnt_from_those_who_are_done_while_others_wait() -> None:
    """A pause in which nobody waited says nothing of it."""
    clock = Clock()
    turns = Turns(1, clock)

    async def press() -> None:
        async with turns.turn():
            await asyncio.sleep(0)
            clock.now += 1.0

    for _ in range(3):
        await press()
        clock.now += 100.0
    assert turns.pace == PACE
    for _ in range(2):
        async with asyncio.TaskGroup() as presses:
            for _ in range(30):
                presses.create_task(press())
        clock.now += 100.0
    assert turns.pace == pytest.approx(1.0, rel=0.01)


async def test_who_fails_or_gives_up_leaves_the_place_to_the_next() -> None:
    """And counts no more."""
    turns = Turns(1)
    with pytest.raises(LookupError):
        async with turns.turn():
            raise LookupError
    async with turns.turn():
        waiting = [asyncio.create_task(turns.turn().__aenter__()) for _ in range(2)]
        await settled(lambda: turns.expected() == pytest.approx(4 * PACE))
        waiting[0].cancel()
        await asyncio.wait({waiting[0]})
        assert turns.expected() == pytest.approx(3 * PACE)
    await waiting[1]
    assert turns.expected() == pytest.approx(2 * PACE)
