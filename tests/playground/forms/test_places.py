"""Threads, channels, members, uploads: limits at their edges."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from playground import forms
from playground.errors import InvalidForm

NOW = datetime(2026, 11, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("until", "is_right"),
    [
        ("2026-11-29T00:00:00+00:00", True),
        ("2026-11-29T00:00:00", True),
        ("2026-11-29T00:00:01Z", False),
        (None, True),
        ("2020-01-01", True),
    ],
)
def test_a_timeout_ends_within_28_days(until: Any, is_right: bool) -> None:
    """To the second; one in the past, or null, ends it."""
    body = {"communication_disabled_until": until}
    if is_right:
        forms.check_member(body, NOW)
    else:
        with pytest.raises(InvalidForm):
            forms.check_member(body, NOW)


def test_roles_are_a_set() -> None:
    """No role twice."""
    forms.check_member({"roles": ["1", 2]}, NOW)
    with pytest.raises(InvalidForm):
        forms.check_member({"roles": ["1", 1]}, NOW)


def test_uploads_and_deletions_are_counted() -> None:
    """One to ten files; two to a hundred messages."""
    file = {"id": "0", "filename": "a.png", "file_size": 0}
    forms.check_uploads({"files": [file] * 10})
    forms.check_bulk_delete({"messages": [str(number) for number in range(100)]})
    for check, wrong in (
        (forms.check_uploads, {"files": []}),
        (forms.check_uploads, {"files": [file] * 11}),
        (forms.check_uploads, {"files": [file | {"file_size": -1}]}),
        (forms.check_bulk_delete, {"messages": ["1"]}),
        (forms.check_bulk_delete, {"messages": ["1", "1"]}),
    ):
        with pytest.raises(InvalidForm):
            check(wrong)


def test_channels_threads_and_overwrites() -> None:
    """Each kind has a right body and a wrong one."""
    forms.check_channel({"name": "x", "topic": None, "archived": True, "rate_limit_per_user": 21600})
    forms.check_thread({"name": "x"})
    forms.check_overwrite({"type": 1, "allow": "8", "deny": 0})
    forms.check_dm({"recipient_id": "1"})
    for check, wrong in (
        (forms.check_channel, {"rate_limit_per_user": 21601}),
        (forms.check_channel, {"name": ""}),
        (forms.check_thread, {}),
        (forms.check_overwrite, {"type": 2}),
        (forms.check_dm, {"recipient_id": None}),
    ):
        with pytest.raises(InvalidForm):
            check(wrong)


@pytest.mark.parametrize("value", ["0", 0, "18446744073709551615"[:18], 2**63 - 1])
def test_a_snowflake_is_digits_or_a_number(value: Any) -> None:
    """Of 63 bits, in plain digits."""
    forms.check_dm({"recipient_id": value})
    others: list[Any] = ["", "x", "-1", -1, True, 1.0, "²", "٣", str(2**63), 2**64, [], "1 "]
    for wrong in others:
        with pytest.raises(InvalidForm):
            forms.check_dm({"recipient_id": wrong})
