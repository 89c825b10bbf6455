"""A playground for every test that wants one, each held against Discord's published API."""

from collections.abc import AsyncIterator

import pytest

from playground import Clock, Playground
from playground.member import Member

pytest_plugins = ["tests.contract.plugin", "tests.canary", "tests.acts"]

START = 1_790_000_000.0
"""The second, in September 2026, at which the clock of a test stands still until it is moved."""


@pytest.fixture
def clock() -> Clock:
    return Clock(start=START)


@pytest.fixture
async def playground(clock: Clock) -> AsyncIterator[Playground]:
    """Discord on this machine: in memory, with the same ids in each run, and no limits on how fast one may ask."""
    async with Playground(clock=clock, seed=1) as running:
        running.limits.enabled = False
        yield running


@pytest.fixture
async def ada(playground: Playground) -> AsyncIterator[Member]:
    """A member, logged in."""
    async with Member(playground.origin, "ada") as member:
        yield member


@pytest.fixture
async def bo(playground: Playground) -> AsyncIterator[Member]:
    """Another member, logged in."""
    async with Member(playground.origin, "bo") as member:
        yield member
