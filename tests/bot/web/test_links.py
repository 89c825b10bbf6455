"""Links that nobody can guess."""

import stat
from pathlib import Path

import pytest

from bot.ids import job_id
from bot.web.links import Links, key_in

JOB = job_id(1_790_000_000_000, 12345)


def test_a_link_leads_to_its_job() -> None:
    """And to no other; the address is the host's."""
    links = Links("https://example.org/fourup/", b"key")
    token = links.token(JOB)
    assert links.to(JOB) == f"https://example.org/fourup/p/{token}"
    assert len(token) == 44
    assert links.job_of(token) == JOB
    assert links.token(job_id(1_790_000_000_000, 12346))[22:] != token[22:]


@pytest.mark.parametrize("changed", [0, 10, 21, 22, 30, 43])
def test_a_link_that_was_changed_leads_nowhere(changed: int) -> None:
    """At whatever place."""
    links = Links("https://example.org", b"key")
    token = links.token(JOB)
    other = "A" if token[changed] != "A" else "B"
    assert links.job_of(token[:changed] + other + token[changed + 1 :]) is None


@pytest.mark.parametrize("token", ["", "a", "é" * 44, "-" * 44, "A" * 44, "A" * 4000, "\0" * 44])
def test_what_is_no_link_leads_nowhere(token: str) -> None:
    """And breaks nothing."""
    assert Links("https://example.org", b"key").job_of(token) is None


def test_another_bots_links_are_not_ours() -> None:
    """Each has a key of its own."""
    token = Links("https://example.org", b"one").token(JOB)
    assert Links("https://example.org", b"two").job_of(token) is None


def test_the_key_is_made_once_and_for_nobody_else(tmp_path: Path) -> None:
    """Links outlive the bot."""
    key = key_in(tmp_path / "web.key")
    assert len(key) == 32
    assert key_in(tmp_path / "web.key") == key
    assert stat.S_IMODE((tmp_path / "web.key").stat().st_mode) == 0o600
