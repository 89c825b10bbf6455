"""Orders of several grids."""

from dataclasses import replace
from pathlib import Path

from bot.jobs.ordered import Ordered
from bot.store.orders import KEPT
from bot.store.store import Store, open_store
from tests.bot.store.conftest import START, Time, make

ORDER = Ordered("one", make(1).asked.interaction_id, 1, "an {apple, pear} \U0001f34f", START)


async def test_an_interaction_gives_one_order(store: Store) -> None:
    """However often it comes."""
    assert await store.orders.ask(ORDER) == ORDER
    assert await store.orders.ask(replace(ORDER, id="two", at=START + 5)) == ORDER
    assert await store.orders.get("two") is None
    assert await store.orders.of(ORDER.interaction_id) == ORDER


async def test_what_is_not_meant_is_forgotten(store: Store) -> None:
    """At once."""
    await store.orders.ask(ORDER)
    await store.orders.drop(ORDER.id)
    assert await store.orders.get(ORDER.id) is None


async def test_an_order_is_under_way_from_its_jobs_to_its_end(path: Path) -> None:
    """Also after a restart; a question that nobody answered is not."""
    async with open_store(path, lambda: START) as store:
        await store.orders.ask(ORDER)
        await store.orders.ask(replace(ORDER, id="two", interaction_id=5))
        assert await store.orders.under_way() == ()
        await store.jobs.submit([make(1)])
    async with open_store(path, lambda: START) as store:
        assert await store.orders.under_way() == (ORDER,)
        await store.orders.end(ORDER.id)
        assert await store.orders.under_way() == ()
        assert await store.orders.get(ORDER.id) == ORDER


async def test_old_ones_go(store: Store, time: Time) -> None:
    """But for those that are under way."""
    await store.jobs.submit([make(1)])
    other = replace(ORDER, id="two", interaction_id=5)
    for order in (ORDER, other):
        await store.orders.ask(order)
    time.now += KEPT + 1
    await store.orders.ask(replace(ORDER, id="three", interaction_id=6, at=time.now))
    assert await store.orders.get(other.id) is None
    assert await store.orders.get(ORDER.id) == ORDER


async def test_a_forgotten_members_orders_go(store: Store) -> None:
    """What was typed is theirs."""
    await store.orders.ask(ORDER)
    await store.forgetting.ask(1)
    assert await store.orders.get(ORDER.id) is None
