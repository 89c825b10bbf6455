"""What a member has used."""

from bot.jobs.job import Speed
from bot.jobs.scene import Scene
from bot.policy.periods import Period
from bot.policy.usage import Used as Spent
from bot.store.store import Store
from bot.store.usage import Used
from tests.bot.store.conftest import START, claimed, make, new, rendered


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


async def test_what_counts_was_asked_for_within_the_period(store: Store) -> None:
    """By the member, in that server; jobs that are not drawn yet cost nothing, and count for the cooldown."""
    await rendered(store, 1)
    await rendered(store, 2)
    await claimed(store, 3)
    scene, always = Scene(1, 7, 8), Period(0.0, 2 * START)
    since_the_second = Period(START + 0.002, 2 * START)
    assert await store.usage.since(scene, since_the_second, always) == Spent(2.5, 5.0, START + 0.003)
    assert await store.usage.since(Scene(1, 7, 9), always, always) == Spent(0.0, 0.0, START + 0.003)
    assert await store.usage.since(Scene(2, 7, 8), always, always) == Spent()


async def test_files_of_a_member_count_once(store: Store) -> None:
    """Those of the server, and what was made a picture of its own is the same file."""
    grid = await rendered(store, 1)
    await store.jobs.submit([grid.upscale(2, new(2))])
    assert sorted(await store.usage.blobs(Scene(1, 7, 8))) == sorted(each.blob for each in grid.pictures)
    assert await store.usage.blobs(Scene(1, 7, 9)) == ()
    assert await store.usage.blobs(Scene(2, 7, 8)) == ()
