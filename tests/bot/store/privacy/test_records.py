"""What the database has of a member."""

import json

from bot.prompt.personal import Personal
from bot.store.store import Store
from tests.bot.store.conftest import make
from tests.bot.store.privacy.conftest import delivered, key


async def test_all_of_it_is_told_and_nothing_of_others(store: Store) -> None:
    """By the names of the tables, in plain values."""
    job = await delivered(store, 1, 1, (1, 2))
    await delivered(store, 2, 2)
    await store.preferences.change(1, lambda _: Personal({"mine": "--ar 3:2"}, "--s 5"))
    about = await store.records.about(1)
    assert set(about) == {"members", "preferences", "macros"}
    assert about["macros"][0]["value"] == "--ar 3:2"
    (told,) = await store.records.jobs(1)
    assert (told["id"], told["prompt"], told["guild_id"]) == (job.id, "an apple", 8)
    assert [each["blob"] for each in told["pictures"]] == [key(1), key(2)]
    assert told["originals"] == [{"link": "https://a.test/b.png", "blob": key(901)}]
    assert told["messages"][0]["id"] == 1000
    assert json.dumps([about, told])


async def test_jobs_are_told_in_pieces_the_latest_first(store: Store) -> None:
    """So that nobody has to hold all of them."""
    for number in range(1, 6):
        await store.jobs.submit([make(number)])
    first = await store.records.jobs(1, limit=3)
    then = await store.records.jobs(1, first[-1]["id"], limit=3)
    assert [row["id"] for row in first + then] == [make(number).id for number in (5, 4, 3, 2, 1)]
    assert await store.records.count(1) == 5
