"""Jobs that are too old."""

import pytest

from bot.store.audit import Act
from bot.store.errors import CannotUndo
from bot.store.privacy.retention import DAY, FOREVER
from bot.store.store import Store
from tests.bot.store.conftest import Time, make
from tests.bot.store.privacy.conftest import delivered, key


async def expired(store: Store, default: int | None) -> int:
    """How many went."""
    gone, cursor = 0, ""
    while True:
        found = await store.retention.expire(default, cursor, limit=2)
        gone += found.jobs
        if found.cursor is None:
            return gone
        cursor = found.cursor


@pytest.mark.parametrize(
    ("default", "own", "days", "gone"),
    [
        (None, None, 10_000, 0),
        (30, None, 29, 0),
        (30, None, 31, 5),
        (None, 7, 8, 5),
        (30, 7, 8, 5),
        (7, 30, 8, 0),
        (7, FOREVER, 10_000, 0),
    ],
)
async def test_a_server_s_own_days_count_over_the_host_s(
    store: Store, time: Time, default: int | None, own: int | None, days: int, gone: int
) -> None:
    """All jobs are of one server (8); its messages stay."""
    for number in range(1, 6):
        await delivered(store, number)
    await store.retention.set(8, own)
    assert await store.retention.of(8) == own
    time.now += days * DAY
    assert await expired(store, default) == gone
    assert len(await store.jobs.of(1)) == 5 - gone
    assert await store.erasures.left() == 0


async def test_what_is_not_at_its_end_is_not_too_old(store: Store, time: Time) -> None:
    """A job may wait for long."""
    await store.jobs.submit([make(1)])
    time.now += 400 * DAY
    assert await expired(store, 1) == 0


async def test_the_blobs_of_what_went_are_told(store: Store, time: Time) -> None:
    """So that nobody has to look for them."""
    await delivered(store, 1, blobs=(1, 2))
    time.now += 2 * DAY
    assert (await store.retention.expire(1)).blobs == {key(1), key(2), key(901)}


async def test_a_moderator_sets_it_and_undoes_it(store: Store) -> None:
    """By the audit; not where it was changed meanwhile."""
    entry = await store.audit.do(Act(9, "retention", guild_id=8, before=None, after=30))
    assert await store.retention.of(8) == 30
    await store.audit.undo(entry.number, Act(9, "retention", guild_id=8))
    assert await store.retention.of(8) is None
    with pytest.raises(CannotUndo):
        await store.audit.do(Act(9, "retention", guild_id=8, before=7, after=30))
