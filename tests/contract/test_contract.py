"""The contract finds operations, judges answers, and knows the deviations of real clients and no others."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.contract.contract import Contract, Recorded, Violation, find, recorded
from tests.contract.known import DEVIATIONS, MEMBER_ROUTES, Deviation
from tests.contract.plugin import place
from tests.contract.spec import load, operations

ERROR = {
    "code": 50035,
    "message": "Invalid Form Body",
    "errors": {"a": {"0": {"_errors": [{"code": "X", "message": "y"}]}}},
}


def answers(contract: Contract, status: int, body: Any, asked: str = "GET /users/@me") -> list[Violation]:
    method, path = asked.split(" ")
    return contract.check(Recorded(method, path, {}, "application/octet-stream", None, status, body))


def test_literal_paths_come_before_parameters(contract: Contract) -> None:
    """@original and @me are not taken for ids."""
    spec = operations(load(place() or Path()))
    for method, path in (
        ("GET", "/webhooks/1/t/messages/@original"),
        ("GET", "/users/@me"),
        ("GET", "/applications/@me"),
    ):
        operation = find(spec, method, path)
        assert operation is not None
        assert operation.template.count("{") == path.count("1") + path.count("/t/")


def test_an_answer_lacks_a_key(contract: Contract) -> None:
    """A key that Discord always sends is missed."""
    found = answers(contract, 200, {"url": "ws://x", "shards": 1}, "GET /gateway/bot")
    assert [(each.where, "session_start_limit" in each.message) for each in found] == [("answer", True)]


def test_an_answer_has_a_status_that_discord_never_sends(contract: Contract) -> None:
    """201 is not 200."""
    assert "status 201" in answers(contract, 201, {"url": "ws://x"}, "GET /gateway")[0].message
    assert answers(contract, 200, {"url": "ws://x"}, "GET /gateway") == []


def test_errors_have_discords_form(contract: Contract) -> None:
    """Code, message and tree, and a 429 its seconds."""
    assert answers(contract, 400, ERROR) == []
    assert answers(contract, 400, {"error": "no"})
    assert answers(contract, 400, ERROR | {"errors": {"a": [{"code": "X", "message": "y"}]}})
    assert answers(contract, 429, {"code": 0, "message": "slow", "retry_after": 0.5, "global": False}) == []
    assert answers(contract, 429, {"code": 0, "message": "slow"})


def test_the_server_never_fails(contract: Contract) -> None:
    """500 and 501 are violations, and so is a route that Discord does not have."""
    assert "failed with 500" in str(answers(contract, 500, {"code": 0, "message": "x"})[0])
    assert answers(contract, 501, {"code": 0, "message": "x"})[0].where == "route"
    assert answers(contract, 200, {}, "GET /users/@me/dreams")[0].where == "route"


def test_unknown_parameters_of_the_query(contract: Contract) -> None:
    """A misspelt parameter is caught like a misspelt key."""
    exchange = Recorded("GET", "/channels/1/messages", {"limit": "5", "befor": "1"}, "", None, 200, [])
    assert [(each.where, each.path) for each in contract.check(exchange)] == [("query", "befor")]


def test_member_routes_are_no_violation(contract: Contract) -> None:
    """What Discord's own apps use is listed, route by route."""
    for route in MEMBER_ROUTES:
        path = route.path.replace("{guild_id}", "1").replace("{channel_id}", "2").replace("{application_id}", "3")
        assert contract.check(Recorded(route.method, path, {}, "application/json", {}, 204, None)) == []
        assert contract.check(Recorded(route.method, path, {}, "application/json", {}, 400, {"error": 1}))


@pytest.mark.parametrize("deviation", DEVIATIONS, ids=lambda each: f"{each.schema}.{each.key}")
def test_every_deviation_is_one(contract: Contract, deviation: Deviation) -> None:
    """A deviation that the published file has come to allow leaves the list."""
    said = load(place() or Path())["components"]["schemas"][deviation.schema]["properties"].get(deviation.key)
    assert said is None or said != deviation.takes
    assert deviation.who
    assert deviation.why


def test_exchanges_of_another_process(contract: Contract, tmp_path: Path) -> None:
    """A file of exchanges, a line each, is judged like those of this process."""
    line: dict[str, Any] = {
        "method": "GET",
        "path": "/gateway",
        "query": {},
        "content_type": "",
        "request": None,
        "status": 200,
    }
    file = tmp_path / "exchanges"
    file.write_text("\n".join(json.dumps(line | {"response": body, "who": "bot"}) for body in ({}, {"url": "ws://x"})))
    assert [len(contract.check(each)) for each in recorded(file)] == [1, 0]
