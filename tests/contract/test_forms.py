"""The playground's forms against Discord's published file: what they take, it takes too."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from playground import forms
from playground.errors import ApiError
from tests.contract.contract import Contract, Recorded
from tests.playground import bodies
from tests.playground.hostile import broken

NOW = datetime(2026, 11, 1, tzinfo=UTC)
CALLBACK = "POST /interactions/1/token/callback"
TRIES = 60
ALLOWED = re.compile(r"Additional properties|^\d+ is not of type '(null|string)'")
"""Keys that Discord ignores, and ids written as numbers."""

KINDS: list[tuple[str, Callable[[Any], None], Any]] = [
    ("POST /channels/1/messages", forms.check_message, bodies.message()),
    ("POST /channels/1/messages", forms.check_message, bodies.layout()),
    (
        "PATCH /channels/1/messages/2",
        forms.check_edit,
        {key: bodies.message()[key] for key in ("content", "components")},
    ),
    (CALLBACK, lambda body: forms.check_callback(body, forms.Asked(3)), {"type": 4, "data": bodies.answer()}),
    (CALLBACK, lambda body: forms.check_callback(body, forms.Asked(3)), {"type": 7, "data": bodies.layout()}),
    (CALLBACK, lambda body: forms.check_callback(body, forms.Asked(2)), {"type": 9, "data": bodies.modal()}),
    (CALLBACK, lambda body: forms.check_callback(body, forms.Asked(4)), {"type": 8, "data": bodies.choices()}),
    ("POST /applications/1/commands", forms.check_command, bodies.command()),
    ("POST /applications/1/commands", forms.check_command, bodies.nested_command()),
    ("POST /channels/1/threads", forms.check_thread, {"name": "x", "auto_archive_duration": 60, "type": 11}),
    ("PATCH /channels/1", forms.check_channel, {"name": "x", "type": 0, "topic": "x", "parent_id": "1", "nsfw": True}),
    ("PATCH /channels/1", forms.check_channel, {"archived": True, "locked": False, "auto_archive_duration": 60}),
    (
        "PATCH /guilds/1/members/2",
        lambda body: forms.check_member(body, NOW),
        {"nick": "x", "roles": ["1"], "mute": True},
    ),
    ("PUT /channels/1/permissions/2", forms.check_overwrite, {"type": 0, "allow": 1, "deny": 2}),
    ("POST /channels/1/messages/bulk-delete", forms.check_bulk_delete, {"messages": ["1", "2", "3"]}),
]


@pytest.mark.parametrize(
    ("asked", "check", "right"), KINDS, ids=[f"{each[0]} {number}" for number, each in enumerate(KINDS)]
)
def test_what_the_forms_take_the_file_takes(
    contract: Contract, asked: str, check: Callable[[Any], None], right: Any
) -> None:
    """A body broken at random is refused by the forms, or is right by Discord's own file."""
    rng = random.Random(asked)
    method, path = asked.split(" ")
    taken = 0
    for _ in range(TRIES):
        body = broken(rng, right)
        try:
            check(body)
        except ApiError:
            continue
        taken += 1
        found = contract.check(Recorded(method, path, {}, "application/json", body, 204, None))
        wrong = [each for each in found if each.where == "request" and not ALLOWED.search(each.message)]
        assert wrong == [], json.dumps(body)[:500]
    assert 0 < taken < TRIES
