"""A bot with its real use cases and nothing that draws; members and places of every kind that the table has."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any

from discord import ui

from bot.buttons import ids, views
from bot.buttons.desk import Desk
from bot.buttons.items import button
from bot.client import HANDLERS, Fourup
from bot.imagine.imagine import Imagine
from bot.jobs.job import Job, Lease, Picture
from bot.jobs.queue import Choice
from bot.keeping import Export, Privacy, Sweeper
from bot.policy.limits import Limits
from bot.store.store import Store
from playground import Playground
from playground.member import Json, Member
from playground.world.permissions import Permission
from playground.world.seed import add_channel, add_role, add_thread
from tests.bot.commands.describing.reads import Reads
from tests.bot.drawing import Posting
from tests.bot.imagine.house import House
from tests.pictures import png

FORUM = 15
PEOPLE = ("ada", "bo", "nia", "mo")
WIDE = 96, 64
"""The size of pictures: of a square one there is no Make Square."""
ROOMY = Limits(running=500, waiting=500)
PANELS = ("FU::Admin::", "FU::Queue::")
"""What the buttons begin with that stand on panels; those of others stand under messages."""
RESTRICTED, CLOSED = "Job action restricted", "This bot "


@dataclass
class Grounds:
    """All of it."""

    playground: Playground
    client: Fourup
    store: Store
    posting: Posting
    people: dict[str, Member]
    imagine: Imagine
    picture: str
    """What all pictures are."""

    async def settled(self, member: Member, nonce: str) -> bool:
        """Wait until the bot has done with what the member did; True where it was answered."""

        def ended(data: Json) -> bool:
            return bool(data["nonce"] == nonce)

        done = asyncio.create_task(member.wait_for("INTERACTION_SUCCESS", ended))
        failed = asyncio.create_task(member.wait_for("INTERACTION_FAILURE", ended))
        finished, waiting = await asyncio.wait({done, failed}, return_when=asyncio.FIRST_COMPLETED)
        for task in waiting:
            task.cancel()
        await self.handled()
        return done in finished

    async def handled(self) -> None:
        """Wait until discord.py has done with whatever came."""
        while tasks := [task for task in asyncio.all_tasks() if task.get_name().startswith(HANDLERS)]:
            await asyncio.wait(tasks)

    async def answer(self, member: Member, acting: Callable[[], Awaitable[str]]) -> Json | None:
        """The message that answers, as it is in the end; None where Discord does not offer it, or it was refused."""
        try:
            nonce = await acting()
        except LookupError:
            return None
        assert await self.settled(member, nonce)
        messages = [*member.heard("MESSAGE_CREATE"), *member.heard("MESSAGE_UPDATE")]
        own = next((each for each in messages if each.get("nonce") == nonce), None)
        if own is None:
            return {}
        latest = [each for each in messages if each["id"] == own["id"]][-1]
        return None if is_refused(latest) else latest

    async def waiting(self, member: Member, channel: Json) -> tuple[Job, Json]:
        """A job of this member's that waits, and the message that says so."""
        answer = await self.answer(member, lambda: member.slash(channel, "imagine", prompt="an apple"))
        assert answer, "no job to try it with"
        job_id = ids.job_in(answer["components"][0]["components"][0]["custom_id"])
        assert job_id
        return await self.store.jobs.get(job_id), answer

    async def drawn(
        self, member: Member, channel: Json, shown_in: Json | None = None, count: int = 4
    ) -> tuple[Job, Json]:
        """A job of this member's with so many pictures, and a message that shows it, in this channel or another."""
        job, _ = await self.waiting(member, channel)
        drawn = await self.finished(job, count)
        if shown_in is None:
            answer = await self.answer(member, lambda: member.slash(channel, "show", job_id=job.id))
            assert answer
            assert answer["attachments"]
            return drawn, answer
        posted = await self.client.get_partial_messageable(int(shown_in["id"])).send("it", view=views.of_result(drawn))
        return drawn, await member.wait_message(lambda each: each["id"] == str(posted.id))

    async def finished(self, job: Job, count: int = 4) -> Job:
        """The job with so many pictures, which are shown in a message that nobody looks at."""
        claimed = await self.store.leases.claim("a worker", 60.0, lambda _queue: Choice(job.id))
        assert claimed is not None
        pictures = [Picture(self.picture, *WIDE, seed) for seed in range(count)]
        drawn = await self.store.leases.render(Lease(job.id, 1), pictures, 1.0)
        await self.store.outbox.deliver(job.id, job.asked.channel_id, 10**17 + int(job.seed))
        return drawn

    async def with_button(self, channel: Json, custom_id: str) -> str:
        """The id of a message that all see, with a button that belongs onto a panel or under a message."""
        if not custom_id.startswith(PANELS):
            plain = ui.View(timeout=None).add_item(button("press", custom_id))
            return str((await self.client.get_partial_messageable(int(channel["id"])).send("?", view=plain)).id)
        view: ui.LayoutView = ui.LayoutView(timeout=None)
        view.add_item(ui.ActionRow(button("press", custom_id)))
        return str((await self.client.get_partial_messageable(int(channel["id"])).send(view=view)).id)


def is_refused(message: Json) -> bool:
    """True for one that says that somebody may not."""
    titles = [embed.get("title") for embed in message["embeds"]]
    return RESTRICTED in titles or message["content"].startswith(CLOSED)


@asynccontextmanager
async def grounds(
    playground: Playground, house: House, connect: Any, guilds: frozenset[int] | None = None, **parts: Any
) -> AsyncIterator[Grounds]:
    """Everybody is there, and the bot too; `parts` are those of the use cases that are not the usual ones, and what
    is `reading`.
    """
    _build(playground)
    reading = parts.pop("reading", None) or Reads()
    client = Fourup("1.2.3", on_online=lambda: None)
    posting = Posting(client, house.store)
    imagine = house.imagine(limits=ROOMY, **parts)
    desk = Desk(imagine=imagine, delivery=posting, store=house.store, guilds=guilds, reading=reading)
    blobs = house.pictures.blobs
    privacy = Privacy(house.store, Export(house.store, blobs), Sweeper(house.store, blobs), imagine.cancel)
    client.serve(replace(desk, queue=imagine.queue, orders=imagine.orders, privacy=privacy))
    for guild in playground.world.guilds.values():
        await house.store.places.meet(int(guild["id"]))
    async with AsyncExitStack() as stack:
        people = {name: await stack.enter_async_context(Member(playground.origin, name)) for name in PEOPLE}
        await stack.enter_async_context(connect(client))
        picture = await blobs.put(png(*WIDE))
        yield Grounds(playground, client, house.store, posting, people, imagine, picture)


def _build(playground: Playground) -> None:
    """A forum with a post; and one who moderates without managing the server."""
    world = playground.world
    studio = next(guild for guild in world.guilds.values() if guild["name"] == "Fourup Studio")
    users = {user["username"]: user for user in world.users.values()}
    forum = add_channel(world, studio, "forum", kind=FORUM)
    add_thread(world, forum, users["ada"], "a post")
    helper = add_role(world, studio, "Helper", int(Permission.MANAGE_MESSAGES))
    member = world.members[studio["id"]][users["nia"]["id"]]
    member["roles"].append(helper["id"])
    world.save("member", member)
