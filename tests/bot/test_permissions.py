"""The table of docs/permissions.md, every cell of it, against the bot over the playground."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from itertools import count
from pathlib import Path

import pytest

from bot.buttons import ids
from bot.commands.admin.log import UNDO
from bot.jobs.job import Asked, State
from bot.jobs.job import Member as Person
from bot.jobs.queue import Halt, Hold
from bot.policy.settings import Place, Scope
from bot.store.audit import Act
from bot.store.rulings import By
from playground import Playground
from playground.member import Json, Member
from tests.bot.commands.test_reactions import until_seen
from tests.bot.conftest import Connect
from tests.bot.grounds import Grounds, grounds
from tests.bot.imagine.house import House, open_house
from tests.pictures import png

TABLE = Path(__file__).parents[2] / "docs" / "permissions.md"
Cells = dict[str, dict[str, str]]
WHO = {"its author": "ada", "another member": "bo", "a moderator": "nia", "a manager": "mo"}
_numbers = count(10_000)
CLOSED = "a server that is not served"
BY_A_MANAGER = ", by a manager"


def tables() -> list[Cells]:
    """The tables of the document: by what is done, then by the column."""
    found: list[Cells] = []
    for block in re.findall(r"(?:^\|.*\n)+", TABLE.read_text(encoding="utf-8"), flags=re.MULTILINE):
        head, _, *rows = [[cell.strip() for cell in line.strip("|\n").split("|")] for line in block.splitlines()]
        found.append({row[0]: dict(zip(head[1:], row[1:], strict=True)) for row in rows})
    return found


class Try:
    """One cell: this member, in this channel, does it to a job of Ada's."""

    def __init__(self, at: Grounds, actor: Member, channel: Json) -> None:
        self.at, self.actor, self.channel = at, actor, channel
        self.shown_in: Json | None = None

    @property
    def author(self) -> Member:
        return self.at.people["ada"]

    async def typed(self, command: str, /, **options: object) -> bool:
        """A command, answered without a refusal."""
        return await self.at.answer(self.actor, lambda: self.actor.slash(self.channel, command, **options)) is not None

    async def makes(self, acting: Callable[[], Awaitable[str]]) -> bool:
        """One job more of the actor's, and an answer; or none, and a refusal."""
        before = len(await self.at.store.jobs.of(int(self.actor.id), 10_000))
        answer = await self.at.answer(self.actor, acting)
        after = len(await self.at.store.jobs.of(int(self.actor.id), 10_000))
        assert (after > before) == (answer is not None), "what is refused must not be written"
        return after > before

    async def result(self, count: int = 4) -> tuple[str, Json]:
        """A job with so many pictures, and the message that shows it."""
        home = self.author.channel("general") if self.shown_in else self.channel
        job, message = await self.at.drawn(self.author, home, self.shown_in, count)
        return job.id, message

    async def imagine(self) -> bool:
        return await self.makes(lambda: self.actor.slash(self.channel, "imagine", prompt="an apple"))

    async def blend(self) -> bool:
        pictures = {f"image{n}": (f"{n}.png", png(colour=f"#{n}0{n}0{n}0")) for n in (1, 2)}
        return await self.makes(lambda: self.actor.slash(self.channel, "blend", **pictures))

    async def edit(self) -> bool:
        picture = ("pear.png", png())
        return await self.makes(lambda: self.actor.slash(self.channel, "edit", instruction="warmer", image=picture))

    async def region(self) -> bool:
        given = {"prompt": "a plum", "image": ("pear.png", png()), "where": "left half"}
        return await self.makes(lambda: self.actor.slash(self.channel, "region", **given))

    async def show(self) -> bool:
        job_id, _ = await self.result()
        return await self.typed("show", job_id=job_id)

    async def upsample(self) -> bool:
        job_id, message = await self.result()
        return await self.makes(lambda: self.actor.press(message, ids.upsample(job_id, 2)))

    async def vary(self) -> bool:
        job_id, message = await self.result()
        return await self.makes(lambda: self.actor.press(message, ids.variation(job_id, 1)))

    async def reroll(self) -> bool:
        job_id, message = await self.result()
        return await self.makes(lambda: self.actor.press(message, ids.reroll(job_id)))

    async def _cancelled(self, acting: Callable[[Json, str], Awaitable[str]]) -> bool:
        home = self.author.channel("general") if self.shown_in else self.channel
        job, message = await self.at.waiting(self.author, home)
        if self.shown_in:
            _, message = await self.at.drawn(self.author, home, self.shown_in)
            custom_id = next(iter(message["components"][0]["components"]))["custom_id"]
            return await self.at.answer(self.actor, lambda: self.actor.press(message, custom_id)) is not None
        answer = await self.at.answer(self.actor, lambda: acting(message, job.id))
        is_cancelled = (await self.at.store.jobs.get(job.id)).state is State.CANCELLED
        assert is_cancelled == (answer is not None)
        return is_cancelled

    async def cancel(self) -> bool:
        return await self._cancelled(lambda message, job_id: self.actor.press(message, ids.cancel(job_id)))

    async def cancel_by_menu(self) -> bool:
        return await self._cancelled(lambda message, _job_id: self.actor.menu(self.channel, "Cancel Job", message))

    async def dm_results(self) -> bool:
        _, message = await self.result()
        before = len(self.at.posting.sent)
        await self.at.answer(self.actor, lambda: self.actor.menu(self.channel, "DM Results", message))
        return len(self.at.posting.sent) > before

    async def image_prompt(self) -> bool:
        _, message = await self.result()
        nonce = await self.actor.menu(self.channel, "Use as image prompt", message)
        await self.at.settled(self.actor, nonce)
        return any(each["nonce"] == nonce for each in self.actor.heard("INTERACTION_MODAL_CREATE"))

    async def use(self) -> bool:
        _, message = await self.result()
        menu = "Use this picture..."
        return await self.at.answer(self.actor, lambda: self.actor.menu(self.channel, menu, message)) is not None

    async def keep(self) -> bool:
        job_id, message = await self.result(1)
        await self.at.answer(self.actor, lambda: self.actor.press(message, ids.favourite(job_id)))
        return await self.at.store.album.favourites(job_id) == 1

    async def about(self) -> bool:
        job_id, message = await self.result(1)
        return await self.at.answer(self.actor, lambda: self.actor.press(message, ids.about(job_id))) is not None

    async def once(self) -> bool:
        job_id, message = await self.result(1)
        nonce = await self.actor.press(message, ids.once(job_id))
        await self.at.settled(self.actor, nonce)
        return any(each["nonce"] == nonce for each in self.actor.heard("INTERACTION_MODAL_CREATE"))

    async def take_away(self) -> bool:
        job_id, message = await self.result(1)
        answer = await self.at.answer(self.actor, lambda: self.actor.press(message, ids.bin_of(job_id)))
        is_gone = await self.at.store.album.is_binned(job_id)
        assert is_gone == (answer is not None)
        return is_gone

    async def _reacted(self, message: Json, emoji: str) -> None:
        await self.actor.react(message, emoji)
        await until_seen(self.at, self.actor)  # type: ignore[arg-type] # it needs no studio
        await self.at.handled()

    async def letter(self) -> bool:
        _, message = await self.result()
        before = len(self.at.posting.sent)
        await self._reacted(message, "✉️")
        return len(self.at.posting.sent) > before

    async def cross_on_waiting(self) -> bool:
        job, message = await self.at.waiting(self.author, self.channel)
        await self._reacted(message, "❌")
        return (await self.at.store.jobs.get(job.id)).state is State.CANCELLED

    async def cross_on_result(self) -> bool:
        _, message = await self.result()
        await self._reacted(message, "❌")
        return message["id"] not in {each["id"] for each in await self.author.history(self.channel)}

    async def _limited(self) -> int:
        """The number of an entry that can be undone."""
        by = Act(99, "", guild_id=int(self.actor.guild()["id"]))
        entry = await self.at.store.limits.set(by, Place(Scope.MEMBER, next(_numbers)), "steps", 5)
        assert entry is not None
        return entry.number

    async def _is_undone(self, number: int) -> bool:
        entries = await self.at.store.audit.of(int(self.actor.guild()["id"]), limit=1_000)
        return any(each.undoes == number for each in entries)

    async def set_limit(self) -> bool:
        place = Place(Scope.SERVER, int(self.actor.guild()["id"]))
        await self.at.store.limits.set(Act(99, "", guild_id=place.id), place, "waiting", None)
        is_done = await self.typed("admin limits set", setting="waiting", value="400")
        assert is_done == bool(await self.at.store.limits.at(place.id, place))
        return is_done

    async def set_share(self) -> bool:
        guild_id = int(self.actor.guild()["id"])
        place = Place(Scope.ROLE, int(self.actor.guild()["roles"][-1]["id"]))
        await self.at.store.limits.set(Act(99, "", guild_id=guild_id), place, "boost", None)
        is_done = await self.typed("admin limits set", setting="boost", value="2", role=str(place.id))
        assert is_done == bool(await self.at.store.limits.at(guild_id, place))
        return is_done

    async def undo(self) -> bool:
        number = await self._limited()
        is_done = await self.typed("admin undo", number=number)
        assert is_done == await self._is_undone(number)
        return is_done

    async def press_undo(self) -> bool:
        number = await self._limited()
        is_done = await self._pressed(UNDO.format(number=number))
        assert is_done == await self._is_undone(number)
        return is_done

    async def _pressed(self, custom_id: str) -> bool:
        posted = await self.at.with_button(self.channel, custom_id)
        message = await self.actor.wait_message(lambda each: each["id"] == posted)
        return await self.at.answer(self.actor, lambda: self.actor.press(message, custom_id)) is not None

    async def _order(self) -> str:
        """The id of an order that its author was asked about."""
        submission = await self.at.imagine.submit(
            Asked(next(_numbers), Person(int(self.author.id), "ada"), int(self.channel["id"]), self._guild),
            "an apple --repeat 2",
        )
        assert submission.question
        return submission.question.order.id

    @property
    def _guild(self) -> int:
        return int(self.actor.guild()["id"])

    async def order_yes(self) -> bool:
        order_id = await self._order()
        is_done = await self._pressed(f"{ids.ORDER}yes::{order_id}")
        order = await self.at.store.orders.get(order_id)
        assert order
        assert is_done == bool(await self.at.store.jobs.asked(order.interaction_id))
        return is_done

    async def order_cancel(self) -> bool:
        order_id = await self._order()
        asked = Asked(next(_numbers), Person(int(self.author.id), "ada"), int(self.channel["id"]), self._guild)
        _, begun = await self.at.imagine.orders.begin(asked, order_id)
        is_done = await self._pressed(f"{ids.ORDER}cancel::{order_id}")
        states = {(await self.at.store.jobs.get(job.id)).state for job in begun.jobs}
        assert states == {State.CANCELLED if is_done else State.WAITING}
        return is_done

    async def queue_front(self) -> bool:
        job, _ = await self.at.waiting(self.author, self.channel)
        is_done = await self._pressed(f"FU::Queue::front::{job.id}")
        assert is_done == ((await self.at.store.jobs.get(job.id)).moved_at is not None)
        return is_done

    async def queue_cancel(self) -> bool:
        job, _ = await self.at.waiting(self.author, self.channel)
        is_done = await self._pressed(f"FU::Queue::cancel::{job.id}")
        assert is_done == ((await self.at.store.jobs.get(job.id)).state is State.CANCELLED)
        return is_done

    async def queue_stop(self) -> bool:
        posted = await self.at.with_button(self.channel, "FU::Queue::why::paused")
        message = await self.actor.wait_message(lambda each: each["id"] == posted)
        nonce = await self.actor.press(message, "FU::Queue::why::paused")
        await self.at.settled(self.actor, nonce)
        return any(each["nonce"] == nonce for each in self.actor.heard("INTERACTION_MODAL_CREATE"))

    async def queue_resume(self) -> bool:
        by = By(99, int(self.actor.guild()["id"]))
        await self.at.imagine.queue.hold(by, Hold(Halt.PAUSED, 99))
        is_done = await self._pressed("FU::Queue::resume")
        assert is_done == (await self.at.store.rulings.hold(by.guild_id) is None)
        await self.at.imagine.queue.hold(by, None)
        return is_done

    async def press_panel(self) -> bool:
        return await self._pressed("FU::Admin::panel::server")


TRIES: dict[str, Callable[[Try], Awaitable[bool]]] = {
    "`/imagine`": Try.imagine,
    "`/blend`": Try.blend,
    "`/edit`": Try.edit,
    "`/region`": Try.region,
    "`/show`": Try.show,
    "U1 to U4": Try.upsample,
    "V1 to V4": Try.vary,
    "🔄": Try.reroll,
    "❤️": Try.keep,
    "ℹ️": Try.about,
    "✏️": Try.once,
    "🗑️": Try.take_away,
    "Cancel Job, the button": Try.cancel,
    "Cancel Job, in the menu": Try.cancel_by_menu,
    "DM Results": Try.dm_results,
    "Use as image prompt": Try.image_prompt,
    "Use this picture...": Try.use,
    "✉️": Try.letter,
    "❌ on a waiting job": Try.cross_on_waiting,
    "❌ on a result": Try.cross_on_result,
    "`/admin limits set`": Try.set_limit,
    "`/admin limits set`, a role's share": Try.set_share,
    "`/admin undo`": Try.undo,
    "the log's Undo": Try.press_undo,
    "the panel's buttons": Try.press_panel,
    "an order's Yes": Try.order_yes,
    "an order's Cancel All": Try.order_cancel,
    "the queue's To the front": Try.queue_front,
    "the queue's Cancel it": Try.queue_cancel,
    "the queue's Pause and Drain": Try.queue_stop,
    "the queue's Let it go on": Try.queue_resume,
}
"""How each line is tried; a line that is not here is a command that needs nothing beside its name."""


async def done(one: Try, what: str) -> bool:
    """Whether it was done."""
    trying = TRIES.get(what)
    if trying is not None:
        return await trying(one)
    return await one.typed(what.strip("`").removeprefix("/"))


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    """With a model, and nothing that draws."""
    async with open_house(tmp_path) as opened:
        yield opened


async def test_who_may_do_what(playground: Playground, house: House, connect: Connect) -> None:
    """Every cell by who it is: done where the table says yes, not done and not written where it says no."""
    wrong = []
    async with grounds(playground, house, connect) as at:
        for row, cells in tables()[0].items():
            for who, says in cells.items():
                actor = at.people[WHO[who]]
                one = Try(at, actor, actor.channel("general"))
                if await done(one, row) != (says == "yes"):
                    wrong.append(f"{row}, {who}: the table says {says}")
    assert wrong == []


async def test_what_discord_hides_we_refuse_too(playground: Playground, house: House, connect: Connect) -> None:
    """A server may show /admin to everybody; it is still for those who manage it."""
    wrong = []
    async with grounds(playground, house, connect) as at:
        (command,) = [each for each in playground.world.commands.values() if each["name"] == "admin"]
        command["default_member_permissions"] = None
        for row, cells in tables()[0].items():
            for who, says in cells.items() if "/admin" in row else ():
                actor = at.people[WHO[who]]
                if await done(Try(at, actor, actor.channel("general")), row) != (says == "yes"):
                    wrong.append(f"{row}, {who}: the table says {says}")
    assert wrong == []


async def place(at: Grounds, actor: Member, name: str) -> Json:
    """The channel that a column is about."""
    named = {"channel": "general", "thread": "apple orchard", "forum post": "a post"}
    if name == "direct message":
        return await actor.dm(at.playground.application_id)
    if name == "elsewhere":
        return next(each for each in actor.guild("Elsewhere")["channels"] if each["name"] == "lobby")
    if name == CLOSED:
        return actor.channel("gallery", "Second Studio")
    return actor.channel(named.get(name, "after-dark"))


@pytest.mark.parametrize("place_name", [*next(iter(tables()[1].values()))])
async def test_where_it_may_be_done(playground: Playground, house: House, connect: Connect, place_name: str) -> None:
    """Every cell by where it is, for a member and for a manager."""
    studio = next(int(guild["id"]) for guild in playground.world.guilds.values() if guild["name"] == "Fourup Studio")
    is_closed = place_name == CLOSED
    wrong = []
    async with grounds(playground, house, connect, frozenset({studio}) if is_closed else None) as at:
        for row, cells in [*tables()[1].items(), *tables()[2].items()]:
            who = "mo" if row.endswith(BY_A_MANAGER) else "ada"
            actor = at.people["ada"] if place_name in {"elsewhere", CLOSED} else at.people[who]
            channel = await place(at, actor, place_name)
            one = Try(at, actor, channel)
            one.shown_in = channel if is_closed else None
            if await done(one, row.removesuffix(BY_A_MANAGER)) != (cells[place_name] == "yes"):
                wrong.append(f"{row}, {place_name}: the table says {cells[place_name]}")
    assert wrong == []


def test_a_cell_is_yes_or_no() -> None:
    """And every line that is about no plain command has its trial."""
    for table in tables():
        assert {says for cells in table.values() for says in cells.values()} <= {"yes", "no"}
        for row in table:
            assert row.removesuffix(BY_A_MANAGER) in TRIES or row.startswith("`/"), row
