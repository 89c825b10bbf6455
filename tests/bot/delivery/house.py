"""A bot that delivers: a real store, real files, discord.py as published, the playground over sockets."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import Any

import discord

from bot.buttons import views
from bot.delivery import Delivery
from bot.delivery.parts import Pace, Parts, always, unlinked
from bot.ids import job_id
from bot.images.blobs import Blobs
from bot.images.decoding.pool import Decoders
from bot.images.fetch import Fetcher
from bot.images.pictures import Pictures
from bot.jobs.job import Asked, Job, Member, New, Picture
from bot.jobs.queue import Choice, Position
from bot.messages import waiting
from bot.store.messages import Kind
from bot.store.store import Store
from engine.protocol import Progress
from playground import Exchange, Playground
from playground.member import Member as Person
from tests.end_to_end.waiting import moment
from tests.fidelity.hand import Hand
from tests.pictures import png

Json = dict[str, Any]
PATIENCE = 15.0
_QUICK = {"edits": 0.05, "positions": 0.05, "first_retry": 0.05, "longest_retry": 0.2, "attempt": 0.2}
PACE = Pace(**_QUICK, erasures=0.0, look=0.05, grace=0.1)


async def until(is_so: Callable[[], Awaitable[bool]]) -> None:
    """Wait for the state."""
    async with asyncio.timeout(PATIENCE):
        while not await is_so():  # a database has no event to wait for
            await moment()


@dataclass
class House:
    """Makes jobs as the use cases do, and tells delivery of them."""

    playground: Playground
    store: Store
    client: Hand
    folder: Path
    position: Callable[[Job], Awaitable[Position | None]] | None = None
    pace: Pace = PACE
    link: Callable[[Job], str | None] = unlinked
    may_preview: Callable[[Job, Path], Awaitable[bool]] = always
    exchanges: list[Exchange] = field(default_factory=list)
    _numbers: "count[int]" = field(default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        self.playground.observe(self.exchanges.append)
        self.blobs = Blobs(self.folder / "blobs")
        self.pictures = Pictures(blobs=self.blobs, fetcher=Fetcher(), decoders=Decoders())
        self.delivery = self.fresh()

    def fresh(self) -> Delivery:
        """What a bot that starts anew has."""
        more = {"position": self.position} if self.position else {}
        parts = Parts(
            client=self.client, store=self.store, pictures=self.pictures, now=self.playground.clock.now, pace=self.pace
        )
        self.delivery = Delivery(replace(parts, link=self.link, may_preview=self.may_preview, **more))
        return self.delivery

    @asynccontextmanager
    async def delivering(self) -> AsyncIterator[Delivery]:
        """Delivery runs inside the block; what goes wrong in it fails the test."""
        running = asyncio.create_task(self.delivery.run())
        try:
            yield self.delivery
        finally:
            running.cancel()
            with suppress(asyncio.CancelledError):
                await running

    # --- jobs, as the use cases make them

    def new(self, person: Person, channel: Json, prompt: str = "a red apple") -> Job:
        """A job that nobody knows of yet."""
        number = next(self._numbers)
        member = Member(int(person.id), "ada", "en-US")
        guild = int(channel["guild_id"]) if "guild_id" in channel else None
        asked = Asked(1000 + number, member, int(channel["id"]), guild)
        made = job_id(int(self.playground.clock.now() * 1000), number)
        return Job.imagine(New(made, number, asked), prompt)

    async def submitted(self, person: Person, channel: Json, prompt: str = "a red apple") -> Job:
        """A job that waits."""
        job = self.new(person, channel, prompt)
        await self.store.jobs.submit([job])
        return job

    async def post_answer(self, job: Job) -> discord.Message:
        """The message that says how far the job is, as the answer to an interaction would be."""
        channel = self.client.get_partial_messageable(job.asked.channel_id)
        return await channel.send(waiting(job), view=views.of_progress(job))

    async def answered(self, person: Person, channel: Json, prompt: str = "a red apple") -> Job:
        """A job that waits, with its progress message."""
        job = await self.submitted(person, channel, prompt)
        await self.delivery.answered(job, await self.post_answer(job))
        return job

    async def claimed(self, job: Job) -> Job:
        """The job runs."""
        running = await self.store.leases.claim("one", 3600.0, lambda _queue: Choice(job.id))
        assert running is not None
        self.delivery.changed(running, None)
        return running

    async def progress(self, job: Job, fraction: float, preview: bytes | None = None) -> None:
        """So much is done."""
        path = None
        if preview:
            path = self.folder / f"preview-{job.id}.webp"
            path.write_bytes(preview)
        self.delivery.changed(job, Progress(job.id, fraction, str(path) if path else None))

    async def rendered(self, job: Job, side: int = 32, count: int = 4) -> Job:
        """The pictures are stored; delivery learns of it."""
        running = job if job.state == "running" else await self.claimed(job)
        colours = ("#c04060", "#40c060", "#4060c0", "#c0c040")[:count]
        keys = [await self.blobs.put(png(side, side, colour)) for colour in colours]
        pictures = [Picture(key, side, side, 5 + at) for at, key in enumerate(keys)]
        done = await self.store.leases.render(running.lease, pictures, 1.0)
        self.delivery.changed(done, None)
        return done

    async def failed(self, job: Job, reason: str) -> Job:
        """It cannot be drawn."""
        running = job if job.state == "running" else await self.claimed(job)
        done = await self.store.leases.fail(running.lease, reason)
        self.delivery.changed(done, None)
        return done

    # --- what is to be seen

    async def is_in(self, job: Job, state: str) -> bool:
        return (await self.store.jobs.get(job.id)).state == state

    async def shows(self, job_id: str, *kinds: Kind) -> bool:
        """Whether these kinds of messages about the job are recorded, and no others."""
        return [each.kind for each in await self.store.messages.of(job_id)] == [*kinds]

    async def ends(self, job: Job, state: str = "delivered") -> Job:
        """Wait until the job is in this state."""
        await until(lambda: self.is_in(job, state))
        return await self.store.jobs.get(job.id)

    def standing(self, channel_id: int | str) -> list[Json]:
        """The messages in a channel, the oldest first."""
        return [*self.playground.world.messages.get(str(channel_id), {}).values()]

    async def stands(self, channel_id: int | str, *contents: str) -> list[Json]:
        """Wait until exactly these messages stand in the channel; by the beginnings of their texts."""

        async def is_so() -> bool:
            there = [each["content"] for each in self.standing(channel_id)]
            return len(there) == len(contents) and all(map(str.startswith, there, contents))

        try:
            await until(is_so)
        except TimeoutError:
            raise AssertionError([each["content"] for each in self.standing(channel_id)]) from None
        return self.standing(channel_id)

    def posts(self, channel_id: int | str) -> list[Exchange]:
        """The requests to post in this channel."""
        path = f"/channels/{channel_id}/messages"
        return [each for each in self.exchanges if each.method == "POST" and each.path == path]
