"""Trouble with the database: delivery waits until it is over."""

from typing import Any

import pytest

from bot.store.engine import Database
from bot.store.errors import StoreBusy, StoreFull
from playground.member import Member
from tests.bot.delivery.house import House, Json


@pytest.mark.parametrize("failure", [StoreBusy, StoreFull, TimeoutError])
@pytest.mark.parametrize("number", [1, 2, 3, 4])
async def test_a_database_that_fails_is_tried_again(
    house: House, ada: Member, pictures: Json, monkeypatch: pytest.MonkeyPatch, number: int, failure: type[Exception]
) -> None:
    """At whichever step of a delivery; the result is posted once."""
    job = await house.answered(ada, pictures)
    await house.rendered(job)
    monkeypatch.setattr("bot.delivery.results.AFTER_TROUBLE", 0.05)
    steps = {"write": 0, "read": 0}

    for kind in steps:
        monkeypatch.setattr(Database, kind, failing(kind, steps, number, failure))
    house.fresh()
    async with house.delivering():
        await house.stands(pictures["id"], f"**a red apple** - <@{ada.id}> (fast)")
        monkeypatch.undo()
        await house.ends(job)
    assert len(ada.heard("MESSAGE_CREATE")) == 2


def failing(kind: str, steps: dict[str, int], number: int, failure: type[Exception]) -> object:
    """A transaction that fails three times from this one on, counted in both kinds."""
    whole = getattr(Database, kind)

    async def transaction(database: Database, work: Any) -> Any:
        steps[kind] += 1
        if number <= sum(steps.values()) < number + 3:
            raise failure
        return await whole(database, work)

    return transaction
