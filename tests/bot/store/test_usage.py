"""What a member has used."""

from bot.jobs.job import Speed
from bot.store.store import Store
from bot.store.usage import Used
from tests.bot.store.conftest import claimed, make, new, rendered


async def test_a_grid_counts_as_one_image(store: Store) -> None:
    """With the GPU's seconds that it took, in its class."""
    await rendered(store)
    assert await store.usage.of(1) == {Speed.TURBO: Used(), Speed.FAST: Used(1, 2.5), Speed.RELAX: Used()}


async def test_what_was_not_drawn_does_not_count(store: Store) -> None:
    """Neither jobs that run, nor a picture taken out of a grid, nor what others drew."""
    grid = await rendered(store, 1)
    await store.jobs.submit([grid.upscale(2, new(2))])
    await claimed(store, 3)
    await store.jobs.submit([make(4, member=2)])
    assert (await store.usage.of(1))[Speed.FAST] == Used(1, 2.5)
    assert (await store.usage.of(2))[Speed.FAST] == Used()
