"""Members who keep asking for pictures, as people do: by command, by button, and again where nobody answered."""

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from random import Random
from typing import Any

import aiohttp

from bot.buttons.ids import BIN
from playground import Playground
from playground.member import Member, Refused
from tests.end_to_end.ledger import CANCEL, YES, result_of
from tests.pictures import png

Json = dict[str, Any]

NEWCOMERS = ("Kim", "Lou", "Max")
ROOMS = ("general", "pictures", "apple orchard")
UPSAMPLE = re.compile(r"MJ::JOB::upsample::([1-4])::([0-9a-f-]+)")
CANCELS = 0.05
"""How often a member wants a job no more, of all that is done."""
SEVERAL = re.compile(r"--repeat|^\{")
"""What makes several grids of a prompt, after a question."""
PATIENCE = 60.0
"""Seconds in which Discord surely says whether a bot answered, however busy this machine is."""
THOUGHT = 0.3  # seconds at most between two of a member's acts
SUBJECTS = (
    "a red apple",
    "a blue dog, running",
    "两只猫",
    "**bold** boats_at_sea",
    "a fox --ar 3:2",
    "an owl --no trees",
)


@asynccontextmanager
async def people(playground: Playground) -> AsyncIterator[list[Member]]:
    """All members of the studio, some of them new, each logged in."""
    async with AsyncExitStack() as stack:
        http = await stack.enter_async_context(aiohttp.ClientSession())
        for name in NEWCOMERS:
            async with http.post(f"{playground.origin}/control/members", json={"name": name}) as answer:
                assert answer.status == 201
        names = ["ada", "bo", "mo", "nia", "olive", *(name.lower() for name in NEWCOMERS)]
        yield [await stack.enter_async_context(Member(playground.origin, name)) for name in names]


class Person:
    """One of them, with a chance of its own."""

    def __init__(self, member: Member, random: Random) -> None:
        self._member, self._random = member, random
        self.pressed: list[tuple[str, int]] = []
        """The pictures that were asked for by themselves, and that the bot said yes to."""
        self.cancelled: set[str] = set()
        """The jobs whose Cancel was pressed; one that was done already goes on."""

    async def run(self, bot_id: str, missing: Callable[[], int | None]) -> None:
        """Ask for pictures while some are missing; None where none will be missing any more."""
        dm = await self._member.dm(bot_id)
        while (number := missing()) is not None:
            if number > 0:
                await self._act(dm)
            await asyncio.sleep(self._random.uniform(0, THOUGHT))

    async def _act(self, dm: Json) -> None:
        if self._random.random() < CANCELS and await self._cancel():
            return
        results = [each for each in self._member.heard("MESSAGE_CREATE") if result_of(each) and each["components"]]
        if results and self._random.random() < 0.4:
            await self._press(self._random.choice(results[-8:]))
            return
        room = self._random.choice([*(self._member.channel(name) for name in ROOMS), dm])
        prompt, given = self._random.choice(SUBJECTS), {}
        chance = self._random.random()
        if chance < 0.15:
            given = {"image": ("apple.png", png(48, 32, self._random.choice(("#c04060", "#40c060"))))}
        elif chance < 0.22:
            prompt = f"{prompt} --repeat 2"
        elif chance < 0.28:
            prompt = f"{{red, blue}} things: {prompt}"
        nonce = await self._member.slash(room, "imagine", prompt=prompt, **given)
        if await self._answered(nonce) == "INTERACTION_SUCCESS" and SEVERAL.search(prompt):
            await self._say_yes(nonce)

    async def _say_yes(self, nonce: str) -> None:
        """To the question before several grids, where it came."""
        for message in self._member.heard("MESSAGE_CREATE"):
            if message.get("nonce") == nonce and (found := YES.search(str(message["components"]))):
                with suppress(Refused):  # the bot is away
                    await self._answered(await self._member.press(message, found[0]))

    async def _cancel(self) -> bool:
        """Press Cancel under the latest message that still has it; False where there is none."""
        coming = {each["id"]: each for each in self._member.heard("MESSAGE_CREATE") if self._is_own(each)}
        for gone in self._member.heard("MESSAGE_DELETE"):
            coming.pop(gone["id"], None)
        for message in reversed(coming.values()):
            job_id = CANCEL.search(str(message["components"]))
            if job_id and job_id[1] not in self.cancelled:
                self.cancelled.add(job_id[1])
                with suppress(Refused):  # it is gone in this moment
                    await self._answered(await self._member.press(message, job_id[0]))
                return True
        return False

    def _is_own(self, message: Json) -> bool:
        return f"<@{self._member.id}>" in message["content"] and CANCEL.search(str(message["components"])) is not None

    async def _press(self, result: Json) -> None:
        buttons = [each["custom_id"] for row in result["components"] for each in row["components"]]
        buttons = [each for each in buttons if not each.startswith(BIN)]  # all that is asked for is to stand in the end
        custom_id = self._random.choice(buttons)
        told = await self._answered(await self._member.press(result, custom_id))
        asked = UPSAMPLE.match(custom_id)
        if asked and told == "INTERACTION_SUCCESS":
            self.pressed.append((asked[2], int(asked[1])))

    async def _answered(self, nonce: str) -> str:
        """Whether the bot did, or "This application did not respond" was shown."""
        kinds = ("INTERACTION_SUCCESS", "INTERACTION_FAILURE")
        ways = {
            kind: asyncio.create_task(
                self._member.wait_for(kind, lambda data: data["nonce"] == nonce, timeout=PATIENCE)
            )
            for kind in kinds
        }
        try:
            await asyncio.wait(ways.values(), return_when=asyncio.FIRST_COMPLETED)
            return next(kind for kind, way in ways.items() if way.done() and way.result())
        finally:
            for way in ways.values():
                way.cancel()
