"""Presses that were acknowledged because many waited, and a bot that was killed before their turn came."""

import sys
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.buttons import ids
from playground import Playground
from playground.member import Member
from tests.end_to_end.lives import BOT, STAND_IN, Lives
from tests.end_to_end.waiting import until
from tests.fourup.running import SCRIPT

pytestmark = pytest.mark.failing

Json = dict[str, Any]
LOADING = 1 << 7
AGAIN = "I was restarted before I could answer you. Please ask once more."
_CROWDED = """
import asyncio
from contextlib import asynccontextmanager
from bot.buttons.turns import Turns
@asynccontextmanager
async def turn(self):
    await asyncio.Event().wait()
    yield
Turns.turn, Turns.expected = turn, lambda self: 60.0
"""
CROWDED = (sys.executable, "-c", _CROWDED + SCRIPT)
"""The bot, in which others' presses never come to an end."""


People = tuple[Member, Member]


@pytest.fixture
async def people(world: Playground) -> AsyncIterator[People]:
    """Two members of the world."""
    async with Member(world.origin, "ada") as ada, Member(world.origin, "bo") as bo:
        yield ada, bo


def is_grid(message: Json) -> bool:
    """A result of four, with its two rows of buttons."""
    return bool(message["attachments"]) and len(message["components"]) == 2


async def succeeded(member: Member, nonce: str) -> None:
    """Discord was told that the press arrived."""
    await member.wait_for("INTERACTION_SUCCESS", lambda each: each["nonce"] == nonce)


async def test_a_kill_after_the_acknowledgement_is_told_of(world: Playground, lives: Lives, people: People) -> None:
    """Nothing stands there thinking for ever, each who pressed is asked to do it once more, and then it is done."""
    ada, bo = people
    room = ada.channel("general")
    lives.command = CROWDED
    async with lives:
        await until(lambda: world.hub.is_online(world.application_id))
        await ada.slash(room, "imagine", prompt="an owl")
        grid = await ada.wait_message(is_grid, timeout=60)
        job_id = ids.job_in(grid["components"][0]["components"][0]["custom_id"])
        assert job_id is not None
        vary, take_out = ids.variation(job_id, 1), ids.upsample(job_id, 2)
        await succeeded(ada, await ada.press(grid, vary))
        await succeeded(bo, await bo.press(grid, take_out))
        (thinking,) = [each for each in await ada.history(room) if each["flags"] & LOADING]
        lives.command = STAND_IN
        lives.strike(*lives.by_role()[BOT])
        for who in people:
            await ada.wait_message(lambda each, who=who: each["content"] == f"<@{who.id}> {AGAIN}", timeout=60)
        await ada.wait_for("MESSAGE_DELETE", lambda each: each["id"] == thinking["id"])
        standing = await ada.history(room)
        assert [each for each in standing if each["flags"] & LOADING] == []
        assert len([each for each in standing if AGAIN in each["content"]]) == 2
        await ada.press(grid, vary)
        await bo.press(grid, take_out)
        for title in ("Variations", "Image #2"):
            await ada.wait_message(lambda each, said=title: said in each["content"] and each["attachments"], timeout=60)
        assert await lives.stop() == 0
