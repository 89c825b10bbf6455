"""A member who asks to be forgotten."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.jobs.job import Strength
from bot.jobs.scene import Scene
from bot.policy.periods import Period
from bot.prompt.personal import Personal
from bot.store.errors import UnknownJob
from bot.store.messages import Kind, Message
from bot.store.privacy import Erasure
from bot.store.privacy.fates import COUNTED
from bot.store.store import Store
from tests.bot.store.conftest import START, Time, make, new
from tests.bot.store.privacy.conftest import delivered, key


async def forget(store: Store, member: int = 1) -> frozenset[str]:
    """Ask, and see it through; the blobs that were named."""
    await store.forgetting.ask(member)
    blobs: frozenset[str] = frozenset()
    for _ in range(20):
        steps = await store.forgetting.step(limit=2)
        blobs = blobs.union(*(step.blobs for step in steps))
        if not steps or all(step.is_last for step in steps):
            break
    return blobs


def rows(path: Path) -> dict[str, list[Any]]:
    """All tables that have some."""
    with closing(sqlite3.connect(path)) as database:
        names = [name for (name,) in database.execute("select name from sqlite_master where type = 'table'")]
        found = {name: database.execute(f"select * from {name}").fetchall() for name in names}  # noqa: S608
    return {name: each for name, each in found.items() if each and name != "alembic_version"}


async def test_nothing_of_the_member_is_left(store: Store, path: Path) -> None:
    """No prompt, no name, no picture, no setting; of the messages only that they are to be deleted."""
    for number in range(1, 6):
        await delivered(store, number, blobs=(number,))
    await store.preferences.change(1, lambda _: Personal({"mine": "--ar 3:2"}, "--s 5"))
    blobs = await forget(store)
    assert blobs == {*map(key, range(1, 6)), key(901)}
    left = rows(path)
    assert set(left) == {"guilds", "channels", "erasures", "spent"}
    assert sorted(row[0] for row in left["erasures"]) == [1000, 2000, 3000, 4000, 5000]
    assert not await store.forgetting.is_leaving(1)


async def test_being_forgotten_gives_no_new_allowance(store: Store, time: Time) -> None:
    """What the jobs took still counts where it did, for as long as a month can be; then it goes, too."""
    for number in (1, 2):
        await delivered(store, number, blobs=(number,))
    here, elsewhere, always = Scene(1, 7, 8), Scene(1, 7, 9), Period(0.0, 2 * START)
    before = await store.usage.since(here, always, always)
    await forget(store)
    after = await store.usage.since(here, always, always)
    assert (after.day, after.month) == (before.day, before.month) == (2.0, 2.0)
    assert (await store.usage.since(elsewhere, always, always)).month == 0.0
    time.now += COUNTED
    await delivered(store, 3, member=2, blobs=(3,))
    await forget(store, 2)
    assert (await store.usage.since(here, always, always)).month == 0.0


async def test_it_is_not_in_the_file_either(store: Store, path: Path) -> None:
    """What was deleted is overwritten, so that no copy of the file tells it."""
    await store.jobs.submit([make(1, prompt="my very secret wish")])
    await store.jobs.cancel(make(1).id, 1)
    await forget(store)
    with closing(sqlite3.connect(path)) as database:
        database.execute("pragma wal_checkpoint(truncate)")
    assert b"very secret" not in path.read_bytes()  # noqa: ASYNC240 - a small file


async def test_other_members_keep_theirs(store: Store) -> None:
    """A picture that two share stays named; what came of the other's grid stays, and says no more of what."""
    mine, theirs = await delivered(store, 1, 1, (1, 2)), await delivered(store, 2, 2, (2, 3))
    child = mine.vary(1, Strength.SUBTLE, new(3, 2))
    await store.jobs.submit([child])
    assert await forget(store) == {key(1), key(2), key(901)}
    assert await store.named.unnamed([key(number) for number in (1, 2, 3, 901, 902)]) == {key(1), key(901)}
    assert (await store.jobs.get(theirs.id)).pictures == theirs.pictures
    assert (await store.jobs.get(child.id)).parent is None
    with pytest.raises(UnknownJob):
        await store.jobs.get(mine.id)


async def test_what_is_not_at_its_end_goes_when_it_is(store: Store) -> None:
    """It may be being posted at this moment, and its message has to be known to be deleted."""
    job = make(1)
    await store.jobs.submit([job])
    await store.forgetting.ask(1)
    assert [(step.jobs, step.is_last) for step in await store.forgetting.step()] == [(0, False)]
    await store.jobs.cancel(job.id, 1)
    assert [(step.jobs, step.is_last) for step in await store.forgetting.step()] == [(1, True)]
    assert await store.forgetting.step() == ()


async def test_what_comes_later_stays(store: Store, time: Time) -> None:
    """Whoever was forgotten can begin anew, while the old is still being deleted."""
    await delivered(store, 1)
    await store.forgetting.ask(1)
    later = await delivered(store, 60_000)
    await store.forgetting.step()
    assert await store.jobs.of(1) == (later,)
    assert later.asked.member.name == "member 1"
    assert not await store.forgetting.is_leaving(1)


async def test_what_was_done_by_moderators_is_kept(store: Store) -> None:
    """Who cancelled whose job is there after both have asked to be forgotten."""
    job = make(1)
    await store.jobs.submit([job])
    await store.jobs.cancel(job.id, by=9)
    await forget(store)
    await forget(store, 9)
    (entry,) = await store.audit.of_job(job.id)
    assert (entry.act.member_id, entry.act.action) == (9, "cancel")


async def test_a_lease_of_a_forgotten_job_is_only_superseded(store: Store) -> None:
    """The engine was still drawing it: the other leases are extended all the same."""
    one, two = make(1), make(2, 2)
    await store.jobs.submit([one])
    await store.jobs.submit([two])
    leases = [claimed.lease for claimed in [await store.leases.claim("a", 30.0) for _ in range(2)] if claimed]
    await store.jobs.cancel(one.id, 1)
    await forget(store)
    assert await store.leases.extend(leases, 60.0) == (leases[0],)
    assert await store.leases.hand_back(leases) == (leases[0],)


async def test_messages_are_deleted_one_after_the_other(store: Store, time: Time) -> None:
    """What Discord did not take is due later, and counted."""
    await delivered(store, 1)
    await delivered(store, 2)
    await forget(store)
    first, second = await store.erasures.due()
    assert first == Erasure(1000, 7)
    await store.erasures.done(first.message_id)
    await store.erasures.put_off(second.message_id, time.now + 60)
    assert await store.erasures.due() == ()
    time.now += 61
    assert await store.erasures.due() == (Erasure(2000, 7, tries=1),)
    assert await store.erasures.left() == 1


async def test_a_message_that_comes_after_its_job_went_is_deleted_too(store: Store) -> None:
    """It was on its way when its author was forgotten."""
    job = await delivered(store, 1)
    await forget(store)
    await store.messages.record(Message(1234, 7, job.id, Kind.PROGRESS))
    assert await store.messages.of(job.id) == ()
    assert Erasure(1234, 7) in await store.erasures.due()
