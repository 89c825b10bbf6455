"""A bot for tests of commands and buttons: at its use cases' seam stands a plain drawer, behind it the real store."""

import asyncio
import io
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count

import discord
from discord import ui

from bot import ids as job_ids
from bot.buttons import ids, views
from bot.buttons.desk import Desk, Editor, Reads, Shown
from bot.buttons.turns import Turns
from bot.client import Fourup
from bot.images.blobs import Blobs
from bot.imagine.asking import Asking, Given, Marked, Submission, Told
from bot.imagine.errors import Refused
from bot.jobs.instruction import Instruction
from bot.jobs.job import Asked, Job, Lease, New, Picture, Speed, Strength
from bot.jobs.ordered import Ordered
from bot.jobs.queue import Choice, Position
from bot.keeping import Export, Privacy, Sweeper
from bot.messages import result
from bot.prompt.read import read
from bot.store.messages import Kind, Message
from bot.store.store import Store
from engine.protocol import Edit
from playground.member import Json
from playground.member import Member as Person
from tests.pictures import png


class Drawing:
    """Jobs are written and wait, until a test draws them."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._random = random.Random()
        self._milliseconds = count(1_790_000_000_000)
        self.given: list[Given] = []
        self.marked: list[Marked] = []
        self.told: list[Told] = []
        self.brought: list[tuple[str, str]] = []
        self.was_asked = asyncio.Event()
        self.is_full = False
        self.refused: Refused | None = None
        self.forbidden: set[str] = set()
        self.notices: tuple[str, ...] = ()

    async def submit(self, asked: Asked, typed: str, given: Given = Given()) -> Submission:  # noqa: B008 - frozen
        order = read(given.around(typed))
        if self.is_full:
            raise Refused("Queue full", "queue.full")
        self.given.append(given)
        self.was_asked.set()
        speeds = [Speed(str(prompt.parameters.get("speed", Speed.FAST))) for prompt in order.prompts]
        prompts = zip(order.prompts, speeds, strict=True)
        return await self._submitted([Job.imagine(self._new(asked), str(prompt), speed) for prompt, speed in prompts])

    async def blend(self, asked: Asked, links: Sequence[str], aspect: str | None = None) -> Submission:
        shape = f" --ar {aspect}" if aspect else ""
        return await self.submit(asked, " ".join(f"<{link}>" for link in links) + shape)

    async def reroll(self, asked: Asked, job_id: str, typed: str | None = None) -> Submission:
        return await self._derived((await self._store.jobs.get(job_id)).reroll(self._new(asked)), typed)

    async def vary(
        self, asked: Asked, job_id: str, index: int, strength: Strength, typed: str | None = None
    ) -> Submission:
        job = await self._store.jobs.get(job_id)
        return await self._derived(job.vary(index, strength, self._new(asked)), typed)

    async def edit(self, asked: Asked, job_id: str, index: int, asking: Asking) -> Submission:
        job = await self._store.jobs.get(job_id)
        return await self._derived(job.edited(index, asking.edit, self._new(asked), asking.zoom), asking.typed)

    async def region(
        self, asked: Asked, job_id: str, index: int, marked: Marked, typed: str | None = None
    ) -> Submission:
        self.marked.append(marked)
        job = await self._store.jobs.get(job_id)
        return await self._derived(job.edited(index, Edit.REGION, self._new(asked)), typed)

    async def _derived(self, job: Job, typed: str | None) -> Submission:
        if self.is_full:
            raise Refused("Queue full", "queue.full")
        if typed is not None:
            job = job.remixed(str(read(typed).prompts[0]), job.speed)
        return await self._submitted([job])

    async def revise(self, asked: Asked, job_id: str, index: int, told: Told) -> Submission:
        self.told.append(told)
        job = (await self._store.jobs.get(job_id)).edited(index, None, self._new(asked))
        return await self._submitted([replace(job, instruction=Instruction(told.typed, "Done.", 0.5))])

    async def adopt(self, asked: Asked, link: str, shows: str = "") -> Job:
        self.brought.append((link, shows))
        new = replace(self._new(asked), asked=replace(asked, ordinal=-1))
        prompt = str(read(shows or "a picture").prompts[0])
        return await self._store.adoptions.take(Job.adopted(new, prompt, Picture("c" * 64, 64, 48, 0)))

    async def upscale(self, asked: Asked, job_id: str, index: int) -> Submission:
        return await self._submitted([(await self._store.jobs.get(job_id)).upscale(index, self._new(asked))])

    async def cancel(self, job_id: str, by: int, *, is_moderator: bool = False) -> Job:
        job = await self._store.jobs.get(job_id)
        if by != job.asked.member.id and not is_moderator:
            raise Refused("Job action restricted", "cancel.not_yours")
        return await self._store.jobs.cancel(job_id, by)

    async def may(self, asked: Asked, command: str) -> None:
        if command in self.forbidden:
            raise Refused("Job action restricted", "cancel.not_yours")

    async def position(self, job: Job) -> Position | None:
        return None

    async def drawn(self, job_id: str, count: int = 4) -> Job:
        """The job as it is when it has been drawn."""
        lease = Lease(job_id, 1)
        claimed = await self._store.leases.claim("a worker", 60.0, lambda _queue: Choice(job_id))
        assert claimed is not None
        pictures = [Picture("b" * 64, 64, 64, seed) for seed in range(count)]
        return await self._store.leases.render(lease, pictures, 1.0)

    def _new(self, asked: Asked) -> New:
        number = self._random.getrandbits(job_ids.RANDOM_BITS)
        return New(job_ids.job_id(next(self._milliseconds), number), self._random.getrandbits(32), asked)

    async def _submitted(self, jobs: list[Job]) -> Submission:
        if self.refused and not jobs[0].asked.is_confirmed:
            raise self.refused
        numbered = [replace(job, asked=replace(job.asked, ordinal=number)) for number, job in enumerate(jobs)]
        found = await self._store.jobs.submit(numbered)
        return Submission(found.jobs, self.notices, found.is_new)


class Posting:
    """Posts at once what a test has drawn."""

    def __init__(self, client: discord.Client, store: Store) -> None:
        self._client, self._store = client, store
        self.answers: dict[str, discord.Message] = {}
        self._arrived = asyncio.Condition()
        self.sent: list[tuple[str, int]] = []
        self.orders: list[Ordered] = []
        self.takes_messages = True

    async def answered(self, job: Job, message: discord.Message, notices: tuple[str, ...] = ()) -> None:
        async with self._arrived:
            self.answers[job.id] = message
            self._arrived.notify_all()
        await self._store.messages.record(Message(message.id, message.channel.id, job.id, Kind.PROGRESS))

    async def answer_to(self, job: Job) -> discord.Message:
        """The message that shows how far the job is, once it is known."""
        async with asyncio.timeout(10), self._arrived:
            await self._arrived.wait_for(lambda: job.id in self.answers)
            return self.answers[job.id]

    def ordered(self, order: Ordered) -> None:
        self.orders.append(order)

    async def send_by_dm(self, job: Job, member_id: int) -> bool:
        self.sent.append((job.id, member_id))
        return self.takes_messages

    async def shown(self, job: Job, limit: int) -> Shown:
        return Posted(
            result(job), job, await self._store.jobs.children(job.id), await self._store.album.favourites(job.id)
        )

    async def small(self, job: Job) -> bytes:
        return png(8, 8)

    async def texts(self, job: Job) -> dict[str, str]:
        return {"parameters": "an apple\nSteps: 20, Sampler: Euler, Seed: 1"}

    async def post(self, job: Job) -> discord.Message:
        """The result where it was asked for."""
        channel = self._client.get_partial_messageable(job.asked.channel_id)
        posted = Posted(result(job), job, await self._store.jobs.children(job.id))
        author = discord.AllowedMentions(users=[discord.Object(job.asked.member.id)])
        message = await channel.send(posted.content, file=posted.file, view=posted.view, allowed_mentions=author)
        await self._store.outbox.deliver(job.id, message.channel.id, message.id)
        return message


class Posted:
    """A result: its text, its picture, its buttons."""

    def __init__(self, content: str, job: Job, children: Sequence[Job], favourites: int = 0) -> None:
        self.content = content
        self.file = discord.File(io.BytesIO(png()), f"ada_{job.id}.png")
        self.more: tuple[discord.File, ...] = ()
        self.view: ui.View | None = views.of_result(job, children, favourites)


@dataclass(frozen=True)
class Studio:
    """A bot that is online, with what it draws and posts by."""

    client: Fourup
    drawing: Drawing
    posting: Posting
    store: Store
    turns: Turns

    async def grid(self, member: Person, prompt: str = "an apple", count: int = 4) -> tuple[Job, Json]:
        """What came of /imagine in #general: the job, and the message with its result."""
        nonce = await member.slash(member.channel("general"), "imagine", prompt=prompt)
        answer = await member.wait_message(lambda message: message.get("nonce") == nonce)
        asked = answer["interaction_metadata"]["id"]  # a hidden answer is a message of its own where it took long

        def is_told(each: Json) -> bool:
            return (each.get("interaction_metadata") or {}).get("id") == asked and bool(each["components"])

        told = await member.wait_message(is_told)
        return await self.finished(member, told, count)

    async def finished(self, member: Person, answer: Json, count: int = 4) -> tuple[Job, Json]:
        """The job of a progress message, drawn, and the message with its result."""
        job_id = ids.job_in(answer["components"][0]["components"][0]["custom_id"])
        assert job_id is not None
        job = await self.drawing.drawn(job_id, count)
        posted = await self.posting.post(job)
        return job, await member.wait_message(lambda message: message["id"] == str(posted.id))


def studio_of(
    store: Store,
    guilds: frozenset[int] | None = None,
    version: str = "1.2.3",
    blobs: Blobs | None = None,
    editor: Editor | None = None,
    reading: Reads | None = None,
) -> Studio:
    """A bot that is not connected yet. With `blobs` members can see and undo what is kept."""
    client = Fourup(version, on_online=lambda: None)
    drawing, posting = Drawing(store), Posting(client, store)
    privacy = Privacy(store, Export(store, blobs), Sweeper(store, blobs), drawing.cancel) if blobs else None
    desk = Desk(imagine=drawing, delivery=posting, store=store, privacy=privacy, guilds=guilds, editor=editor)
    desk = replace(desk, reading=reading)
    client.serve(desk)
    return Studio(client, drawing, posting, store, desk.turns)
