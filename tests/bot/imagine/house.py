"""The use cases with all that is real around them: a database, a stand-in for the drawing process, a web server."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.images.blobs import Blobs
from bot.images.decoding.pool import Decoders
from bot.images.fetch import Fetcher, Guard, SystemResolver
from bot.images.pictures import Pictures
from bot.imagine.asking import NOTHING, Given, Submission
from bot.imagine.imagine import Imagine
from bot.imagine.models import Models
from bot.imagine.parts import Parts
from bot.jobs.job import Asked, Job, Member, State
from bot.store.store import Store, open_store
from engine.catalogue import Catalogue
from engine.checkpoint import facts_of
from engine.client import LocalClient
from engine.device import Device, Place
from engine.plan.facts import Facts
from engine.protocol import Event, Parameters
from tests.databases import fresh
from tests.end_to_end.stand_in import command, model_in
from tests.pictures import png

IN_TIME = 20.0  # seconds
_interactions = count(1000)


def asked(member: int = 1, interaction: int | None = None, locale: str = "en-US") -> Asked:
    """An interaction of this member's, each time another."""
    number = next(_interactions) if interaction is None else interaction
    return Asked(number, Member(member, f"member {member}", locale), 7, 8)


@dataclass
class Web:
    """Pictures behind links; what is `held` is answered when it is let go."""

    origin: str = ""
    held: asyncio.Event = field(default_factory=asyncio.Event)
    asked_for: list[str] = field(default_factory=list)

    def link(self, name: str) -> str:
        """Of apple.png, another.png, slow.png, page.html, slow-page.html or gone.png."""
        return f"{self.origin}/{name}"

    async def answer(self, request: web.Request) -> web.Response:
        """Whatever the name says."""
        name = request.match_info["name"]
        self.asked_for.append(name)
        if name.startswith("slow"):
            await self.held.wait()
        if "page" in name:
            return web.Response(text="<html>no picture</html>", content_type="text/html")
        if name.startswith("gone"):
            return web.Response(status=404)
        colour = "#2040c0" if name.startswith("another") else "#c04060"
        return web.Response(body=png(colour=colour), content_type="image/png")


@dataclass
class House:
    """All of it, and what was heard of changes."""

    folder: Path
    store: Store
    engine: LocalClient
    device: Device
    pictures: Pictures
    models: Models
    web: Web
    heard: list[tuple[Job, Event | None]] = field(default_factory=list)
    _changed: asyncio.Event = field(default_factory=asyncio.Event)

    def imagine(self, **parts: Any) -> Imagine:
        """The use cases as a bot that was just started has them."""
        usual = Parts(store=self.store, engine=self.engine, pictures=self.pictures, models=self.models)
        return Imagine(replace(usual, **parts), self.hear)

    def hear(self, job: Job, event: Event | None) -> None:
        """What changed."""
        self.heard.append((job, event))
        self._changed.set()

    async def until(self, claim: Callable[[], bool]) -> None:
        """Wait for what is claimed; looked at with each change."""
        try:
            async with asyncio.timeout(IN_TIME):
                while not claim():
                    self._changed.clear()
                    await self._changed.wait()
        except TimeoutError:
            heard = [f"{job.id[-4:]} {job.state} {type(event).__name__}" for job, event in self.heard]
            raise AssertionError(f"not within {IN_TIME} s; heard was {heard[-30:]}") from None

    async def ended(self, job: Job) -> Job:
        """The job when its pictures are there, or when it failed or was cancelled."""
        ends = {State.RENDERED, State.FAILED, State.CANCELLED}
        await self.until(lambda: any(each.id == job.id and each.state in ends for each, _ in self.heard))
        return await self.store.jobs.get(job.id)

    async def told(self, job: Job, event: type[Event]) -> Event:
        """The first event of this kind that the job has."""

        def found() -> list[Event]:
            return [told for each, told in self.heard if each.id == job.id and isinstance(told, event)]

        await self.until(lambda: bool(found()))
        return found()[0]

    def notes(self) -> list[dict[str, Any]]:
        """What the drawing processes wrote down, a job each time that it was started."""
        path = self.folder / "notes"
        return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []

    @asynccontextmanager
    async def drawing(self, **parts: Any) -> AsyncIterator[Imagine]:
        """The use cases, running inside the block."""
        imagine = self.imagine(**parts)
        run = asyncio.create_task(imagine.run())
        try:
            yield imagine
        finally:
            run.cancel()
            with suppress(asyncio.CancelledError):
                await run

    async def drawn(self, imagine: Imagine, typed: str, given: Given = NOTHING, member: int = 1) -> Job:
        """The job of this prompt, at its end."""
        submission = await imagine.submit(asked(member), typed, given)
        return await self.ended(submission.jobs[0])


async def meant(imagine: Imagine, who: Asked, typed: str) -> Submission:
    """What comes of an order of several grids, to which its author has said yes."""
    question = (await imagine.submit(who, typed)).question
    assert question
    _, submission = await imagine.orders.begin(who, question.order.id)
    return submission


def only(submission: Submission) -> Job:
    """Its one job."""
    (job,) = submission.jobs
    return job


@asynccontextmanager
async def open_house(folder: Path, row_budget: int = 16) -> AsyncIterator[House]:
    """Everything in this folder."""
    async with AsyncExitStack() as stack:
        entry = model_in(folder / "model")
        catalogue = Catalogue(entry)

        def facts(parameters: Parameters) -> Facts:
            answering = catalogue.answer(parameters).entry
            return answering.facts(facts_of(Path(answering.path), answering.name, answering.family))

        place = Place("cpu", folder / "engine", row_budget)
        device = Device(place, command(place, catalogue))
        site = await _served(stack)
        decoders = await stack.enter_async_context(Decoders())
        guard = Guard(SystemResolver(), lambda _address: True, ports=None)
        yield House(
            folder=folder,
            store=await stack.enter_async_context(open_store(fresh(folder / "fourup.db"), time.time)),
            engine=await stack.enter_async_context(LocalClient([device])),
            device=device,
            pictures=Pictures(blobs=Blobs(folder / "blobs"), fetcher=Fetcher(guard=guard), decoders=decoders),
            models=Models(catalogue, facts),
            web=site,
        )


async def _served(stack: AsyncExitStack) -> Web:
    site = Web()
    app = web.Application()
    app.router.add_get("/{name}", site.answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    stack.push_async_callback(runner.cleanup)
    stack.callback(site.held.set)
    tcp = web.TCPSite(runner, "127.0.0.1", 0)
    await tcp.start()
    site.origin = f"http://127.0.0.1:{runner.addresses[0][1]}"
    return site
