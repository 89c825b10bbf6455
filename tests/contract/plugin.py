"""Holds every exchange of every playground that a test starts against the contract; a violation fails the test.

Load it in a conftest: pytest_plugins = ["tests.contract.plugin"].
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from uuid import uuid4

import pytest

from playground import Exchange, Playground
from playground.__main__ import RECORD
from tests.contract.contract import Contract, Recorded, Violation, recorded

VARIABLE = "FOURUP_DISCORD_OPENAPI"
WHERE = (
    f"set {VARIABLE} to Discord's OpenAPI file: specs/openapi.json of https://github.com/discord/discord-api-spec "
    "(without it nothing holds the exchanges of the tests against Discord's API)"
)


@cache
def place() -> Path | None:
    """Where the file lies; asked once, before tests of the configuration empty the environment."""
    named = os.environ.get(VARIABLE)
    return Path(named).resolve() if named else None


@cache
def published() -> Contract | None:
    """The contract; None where the file's place is not known."""
    found = place()
    return None if found is None else Contract(found)


def pytest_configure(config: pytest.Config) -> None:
    """Two marks for tests that go against the contract on purpose."""
    place()
    config.addinivalue_line(
        "markers", "mistaken: the test asks wrongly on purpose; only the answers are held to account"
    )
    config.addinivalue_line(
        "markers", "failing: the test makes the server fail on purpose; answers of 5xx are no fault"
    )


@pytest.fixture
def contract() -> Contract:
    """The contract, or a skipped test that says where to get the file."""
    found = published()
    if found is None:
        pytest.skip(WHERE)
    return found


@pytest.fixture
def violations() -> list[Violation]:
    """What the exchanges of this test did against the contract; a test that provoked some takes them out."""
    return []


@pytest.fixture
def hold_to_account(
    request: pytest.FixtureRequest, violations: list[Violation]
) -> Callable[[Exchange | Recorded], None]:
    """An observer that judges each exchange."""
    judge = published()
    is_mistaken = request.node.get_closest_marker("mistaken") is not None
    is_failing = request.node.get_closest_marker("failing") is not None

    def observe(exchange: Exchange | Recorded) -> None:
        if judge is None or (is_failing and _is_made_to_fail(exchange)):
            return
        violations.extend(judge.check(exchange, request=exchange.is_read and not is_mistaken))

    return observe


def _is_made_to_fail(exchange: Exchange | Recorded) -> bool:
    """A cut line, an error of the server's, or Cloudflare's plain text: no answer of the API's."""
    return exchange.status == 0 or exchange.status >= 500 or isinstance(exchange.response, str)


@pytest.fixture(autouse=True)
def every_playground_is_observed(
    monkeypatch: pytest.MonkeyPatch,
    hold_to_account: Callable[[Exchange | Recorded], None],
    violations: list[Violation],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    """Wherever a test starts a playground, in this process or in one of its own, the contract listens."""
    start = Playground.__aenter__

    async def start_observed(self: Playground) -> Playground:
        started = await start(self)
        started.observe(hold_to_account)
        return started

    monkeypatch.setattr(Playground, "__aenter__", start_observed)
    record = tmp_path_factory.getbasetemp() / f"exchanges-{uuid4()}"
    monkeypatch.setenv(RECORD, str(record))
    yield
    for exchange in recorded(record) if record.exists() else ():
        hold_to_account(exchange)
    if violations:
        pytest.fail("against Discord's API:\n" + "\n".join(map(str, dict.fromkeys(violations))), pytrace=False)
