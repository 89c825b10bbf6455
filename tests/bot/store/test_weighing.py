"""What moderators set about shares and about how many run, for jobs that wait already."""

from dataclasses import replace

import pytest

from bot.jobs.job import Job
from bot.jobs.scene import Scene
from bot.policy.settings import Place, Scope
from bot.scheduler.fair import Fair
from bot.store.audit import Act
from bot.store.store import Store
from tests.bot.store.conftest import make

BY = Act(9, "", guild_id=8)
ROLE, OTHER = Place(Scope.ROLE, 30), Place(Scope.ROLE, 31)
FAIR = Fair(3, lambda: 1.0).choose


def with_roles(number: int, member: int, *roles: int, parents: tuple[int, ...] = ()) -> Job:
    """A job of a member with these roles."""
    job = make(number, member)
    return replace(job, asked=replace(job.asked, scene=Scene(member, 7, 8, parents, frozenset(roles))))


async def weights(store: Store) -> list[tuple[float, int | None]]:
    """Of all that wait, the oldest first."""
    queue = await store.leases.queue()
    return [(each.boost, each.most_running) for each in queue.heads]


async def test_a_share_by_role_holds_at_once(store: Store) -> None:
    """For what waits, the largest of the roles that its author had; undone, it is as before."""
    await store.jobs.submit([with_roles(1, 1)])
    await store.jobs.submit([with_roles(2, 2, 30)])
    await store.jobs.submit([with_roles(3, 3, 30, 31)])
    entry = await store.limits.set(BY, ROLE, "boost", 2)
    assert entry
    assert await weights(store) == [(1.0, None), (2.0, None), (2.0, None)]
    await store.limits.set(BY, OTHER, "boost", 4)
    assert await weights(store) == [(1.0, None), (2.0, None), (4.0, None)]
    await store.limits.set(BY, Place(Scope.MEMBER, 3), "boost", 0.5)
    assert await weights(store) == [(1.0, None), (2.0, None), (0.5, None)]
    await store.audit.undo(entry.number, BY)
    assert await weights(store) == [(1.0, None), (1.0, None), (0.5, None)]


async def test_what_runs_and_other_servers_stay_as_they_are(store: Store) -> None:
    """A share is charged as it was when the job was handed out."""
    await store.jobs.submit([with_roles(1, 1, 30)])
    job = await store.leases.claim("one", 30.0, FAIR)
    assert job
    await store.limits.set(replace(BY, guild_id=99), ROLE, "boost", 4)
    await store.limits.set(BY, ROLE, "boost", 2)
    assert (await store.jobs.get(job.id)).boost == 1.0


@pytest.mark.parametrize("place", [Place(Scope.SERVER, 8), ROLE, Place(Scope.CHANNEL, 71), Place(Scope.MEMBER, 1)])
async def test_how_many_run_at_once_holds_wherever_it_is_set(store: Store, place: Place) -> None:
    """The queue passes over who has that many, and nobody is refused."""
    for number in (1, 2):
        await store.jobs.submit([with_roles(number, 1, 30, parents=(71,))])
    other = with_roles(3, 2)
    await store.jobs.submit([other])
    await store.limits.set(BY, place, "running", 1)
    claims = [await store.leases.claim("one", 30.0, FAIR) for _ in range(3)]
    assert [job and job.seed for job in claims] == [1, 3, None]
    await store.limits.set(BY, place, "running", 2)
    job = await store.leases.claim("one", 30.0, FAIR)
    assert job
    assert job.seed == 2
