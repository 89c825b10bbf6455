"""Whatever a moderator decides is taken back with /admin undo: all is as it was, and undoing that too."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from discord import app_commands
from sqlalchemy import Connection, select

from bot.commands.admin.panel import FIELD
from bot.commands.queue.managing import REASON
from bot.store.tables import jobs, limits, retention, rulings
from playground.member import Json, Member
from tests.bot.commands.admin.test_limits import changed, role, window
from tests.bot.commands.admin.test_log import typed
from tests.bot.commands.test_queue import asked, at, host, panel, pressed
from tests.bot.commands.test_reports import done, reported
from tests.bot.drawing import Studio
from tests.bot.grounds import Grounds

__all__ = ["at", "host"]  # fixtures

State = list[tuple[Any, ...]]
READING = {"panel", "log", "undo", "limits list", "words list", "words test", "words export", "member show"}
"""Subcommands of /admin that change nothing themselves."""


@dataclass(frozen=True)
class Typed:
    """A subcommand of /admin with its options, after others that it needs; words that begin with @ name somebody, with
    # a channel, with & a role.
    """

    name: str
    options: dict[str, Any]
    after: tuple["Typed", ...] = field(default=())

    async def by(self, mo: Member, others: dict[str, Member]) -> Json:
        """The answer."""
        return await typed(
            mo, f"admin {self.name}", **{key: _meant(mo, others, value) for key, value in self.options.items()}
        )


def _meant(mo: Member, others: dict[str, Member], value: Any) -> Any:
    match value:
        case str() if value[:1] == "@":
            return others[value[1:]].id
        case str() if value[:1] == "#":
            return mo.channel(value[1:])["id"]
        case str() if value[:1] == "&":
            return role(mo, value[1:])
    return value


LIMIT = Typed("limits set", {"setting": "steps", "value": "40"})
WORD = Typed("words add", {"word": "gun"})
MUTE = Typed("member mute", {"member": "@ada", "time": "2h", "reason": "noise"})
BAN = Typed("member ban", {"member": "@ada", "reason": "cruelty"})
TYPED = (
    LIMIT,
    Typed("limits set", {"setting": "steps", "value": "30"}, (LIMIT,)),
    Typed("limits set", {"setting": "boost", "value": "2", "role": "&Member"}),
    Typed("limits set", {"setting": "gpu_day", "value": "5", "member": "@ada"}),
    Typed("limits set", {"setting": "quiet", "value": "22:00-07:00", "channel": "#pictures"}),
    Typed("limits clear", {"setting": "steps"}, (LIMIT,)),
    Typed("retention", {"days": 30}),
    WORD,
    Typed("words add", {"word": "gun", "weight": "tell"}, (WORD,)),
    Typed("words add", {"word": "blood orange", "weight": "allow"}),
    Typed("words remove", {"word": "gun"}, (WORD,)),
    Typed("words import", {"file": ("words.txt", b"tell: gun\nblood\nallow: blood orange\n")}, (WORD,)),
    Typed("words builtin", {"name": "explicit", "on": False}),
    Typed("member warn", {"member": "@ada", "reason": "spam"}),
    MUTE,
    Typed("member unmute", {"member": "@ada"}, (MUTE,)),
    BAN,
    Typed("member unban", {"member": "@ada"}, (BAN,)),
    Typed("reports channel", {"channel": "#general"}),
    Typed("pictures check", {"on": False}),
    Typed("pictures channel", {"channel": "#after-dark"}),
)
QUEUE = ("paused", "draining", "resume", "front")
REPORT = ("hide", "warn", "mute")


class Kept:
    """What moderators have decided so far, and their log of one server."""

    def __init__(self, store: Any, mo: Member) -> None:
        self._store, self._mo = store, mo

    async def now(self) -> State:
        """All rows of it."""
        return list(await self._store.audit._database.read(_rows))

    async def log(self) -> list[int]:
        """The numbers of what was done, the latest first."""
        return [each.number for each in await self._store.audit.of(int(self._mo.guild()["id"]), limit=50)]

    async def is_undone(self, act: Callable[[], Awaitable[Any]]) -> None:
        """Do it, take it back, and take that back."""
        before, known = await self.now(), set(await self.log())
        await act()
        after = await self.now()
        assert after != before
        await self._undo([number for number in await self.log() if number not in known])
        assert await self.now() == before
        done = [number for number in await self.log() if number not in known]
        await self._undo(done[: len(done) // 2])
        assert await self.now() == after

    async def _undo(self, numbers: list[int]) -> None:
        for number in numbers:
            said = await typed(self._mo, "admin undo", number=number)
            assert not said["embeds"], said["embeds"]


def _rows(connection: Connection) -> State:
    moved = select(jobs.c.id, jobs.c.moved_at).where(jobs.c.moved_at.is_not(None))
    return [
        tuple(row)
        for query in (*map(select, (limits, retention, rulings)), moved)
        for row in sorted(connection.execute(query), key=repr)
    ]


@pytest.mark.parametrize("act", TYPED, ids=lambda each: f"{each.name} {' '.join(map(str, each.options.values()))}")
async def test_what_is_typed_is_undone(studio: Studio, ada: Member, mo: Member, act: Typed) -> None:
    """Limits, words, members, pictures, how long jobs are kept: the database is as it was before, row by row."""
    others = {"ada": ada}
    for first in act.after:
        await first.by(mo, others)
    await Kept(studio.store, mo).is_undone(lambda: act.by(mo, others))


@pytest.mark.parametrize("name", REPORT)
async def test_what_is_pressed_below_a_report_is_undone(
    studio: Studio, ada: Member, bo: Member, mo: Member, name: str
) -> None:
    """A hidden picture, a warning, a mute; what was deleted is gone, as the log says."""
    _, _, report = await reported(studio, ada, bo, mo)
    await Kept(studio.store, mo).is_undone(lambda: done(mo, report, name))


async def test_what_is_chosen_on_the_panel_is_undone(studio: Studio, mo: Member) -> None:
    """As if it had been typed."""
    shown = await typed(mo, "admin panel")

    async def act() -> None:
        await mo.submit(await window(mo, shown, "steps"), **{FIELD: "40"})
        await changed(mo, shown, "**Steps**: `40`")

    await Kept(studio.store, mo).is_undone(act)


async def stop(at: Grounds, halt: str) -> None:
    """The queue, with a reason."""
    mo = at.people["mo"]
    nonce = await mo.press(await panel(at, "mo"), f"FU::Queue::why::{halt}")
    modal = await mo.wait_for("INTERACTION_MODAL_CREATE", lambda data: data["nonce"] == nonce)
    assert await at.settled(mo, await mo.submit(modal, **{REASON: "new models"}))


@pytest.mark.parametrize("name", QUEUE)
async def test_what_is_done_to_the_queue_is_undone(at: Grounds, name: str) -> None:
    """It stands still, takes nothing in, goes on; and a job that was moved stands where it came."""
    job = await asked(at, "bo", "a fig")
    if name == "resume":
        await stop(at, "paused")

    async def act() -> None:
        shown = await panel(at, "mo")
        if name == "front":
            await pressed(at, "mo", shown, "FU::Select::Queue::job::0", [job.id])
            await pressed(at, "mo", shown, f"FU::Queue::front::{job.id}")
        elif name == "resume":
            await pressed(at, "mo", shown, "FU::Queue::resume")
        else:
            await stop(at, name)

    await Kept(at.store, at.people["mo"]).is_undone(act)


async def test_every_subcommand_is_here(studio: Studio) -> None:
    """Whoever adds one that changes something adds a line."""
    group = studio.client.commands.get_command("admin")
    assert isinstance(group, app_commands.Group)
    leaves = {
        each.qualified_name.removeprefix("admin ")
        for each in group.walk_commands()
        if isinstance(each, app_commands.Command)
    }
    assert leaves == {each.name for each in TYPED} | READING
