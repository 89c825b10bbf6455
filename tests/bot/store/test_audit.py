"""What was done, and undoing it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import Connection

from bot.store.audit import Act, Audit, note
from bot.store.engine import Database, make_engine
from bot.store.errors import CannotUndo, Undoing
from bot.store.migrate import migrate
from tests.bot.store.conftest import START

LIGHT: dict[str, object] = {}


def put(connection: Connection, act: Act) -> None:
    """A lamp that is on or off."""
    if LIGHT.get(act.subject) != act.before:
        raise CannotUndo(Undoing.CHANGED)
    LIGHT[act.subject] = act.after


@pytest.fixture
async def audit(path: Path) -> AsyncIterator[Audit]:
    """Of a house with a lamp."""
    LIGHT.clear()
    path.parent.mkdir()
    await migrate(path)
    database = Database(make_engine(path), lambda: START)
    yield Audit(database, {"lamp": put})
    await database.close()


def act(before: object, after: object) -> Act:
    """Somebody switches the lamp."""
    return Act(1, "lamp", "kitchen", guild_id=8, channel_id=7, before=before, after=after)


BY = Act(2, "", guild_id=8, channel_id=9)


async def test_what_is_done_is_written_with_what_it_was(audit: Audit) -> None:
    """And only together."""
    entry = await audit.do(act(None, {"on": True}))
    assert (entry.number, entry.at, entry.act) == (1, START, act(None, {"on": True}))
    assert await audit.of(8) == (entry,)
    assert await audit.of(9) == ()
    with pytest.raises(CannotUndo):
        await audit.do(act("something else", None))
    assert await audit.of(8) == (entry,)


async def test_undoing_puts_it_back_and_is_written_too(audit: Audit) -> None:
    """In the name of whoever undoes it; undoing that brings it back."""
    await audit.do(act(None, "on"))
    undone = await audit.undo(1, BY)
    assert LIGHT["kitchen"] is None
    assert (undone.act.member_id, undone.act.before, undone.act.after, undone.undoes) == (2, "on", None, 1)
    again = await audit.undo(undone.number, BY)
    assert (LIGHT["kitchen"], again.act.after) == ("on", "on")
    assert [(each.number, each.undoes, each.undone_by) for each in await audit.of(8)] == [
        (3, 2, None),
        (2, 1, 3),
        (1, None, 2),
    ]


async def test_what_cannot_be_undone_stays(audit: Audit) -> None:
    """Twice, what came from elsewhere, what changed later, and what has no way back."""
    await audit.do(act(None, "on"))
    await audit.do(act("on", "dimmed"))
    cancelled = Act(1, "cancel", guild_id=8, job_id="x")
    final = await audit._database.write(lambda connection: note(connection, cancelled, START))
    await audit.undo(2, BY)
    cases = {1: None, 2: Undoing.DONE, final.number: Undoing.FINAL, 99: Undoing.UNKNOWN}
    for number, why in cases.items():
        if why is not None:
            with pytest.raises(CannotUndo) as cannot:
                await audit.undo(number, BY)
            assert cannot.value.why is why
    with pytest.raises(CannotUndo) as cannot:
        await audit.undo(1, Act(2, "", guild_id=9))
    assert cannot.value.why is Undoing.UNKNOWN
    await audit.undo(4, BY)
    with pytest.raises(CannotUndo) as cannot:
        await audit.undo(1, BY)
    assert cannot.value.why is Undoing.CHANGED
    assert LIGHT["kitchen"] == "dimmed"


async def test_pages_go_on_where_the_last_ended(audit: Audit) -> None:
    """The latest first."""
    for number in range(5):
        await audit.do(act(number or None, number + 1))
    assert [each.number for each in await audit.of(8, limit=2)] == [5, 4]
    assert [each.number for each in await audit.of(8, before=4, limit=2)] == [3, 2]
