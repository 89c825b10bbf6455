"""What a page of /history is of, as the custom ids on it say: nothing is remembered between two presses."""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bot.jobs.ids import job_of_nonce, nonce
from bot.store.history import Wanted

TURN, FIND, FOUND = "FU::History::", "FU::HistoryFind::", "FU::HistoryFound::"
LOOK = "FU::Select::History"
MOST_WORDS = 60
"""Bytes of words that are looked for: a custom id has 100 characters, and theirs are kept in one."""
_TURN = re.compile(
    rf"{TURN}(?P<way>older|newer|first|turn)::(?P<job>[\w-]{{22}}|0)::(?P<own>[fa])::(?P<member>\d{{1,20}})"
)


@dataclass(frozen=True)
class Step:
    """Where to: `way` older or newer than a job, or to the first; `turn` takes favourites only, or all again."""

    way: str
    job_id: str
    wanted: Wanted


def turn_id(way: str, wanted: Wanted, job_id: str = "") -> str:
    """Of a button that turns the page."""
    of_whom = wanted.member_id or 0
    return f"{TURN}{way}::{nonce(job_id) if job_id else 0}::{'f' if wanted.is_favourite else 'a'}::{of_whom}"


def find_id(words: str) -> str:
    """Of the button that looks for words, with those that are looked for."""
    return FIND + urlsafe_b64encode(words.encode()).decode().rstrip("=")


def step_of(custom_id: str, words: str) -> Step | None:
    """Where this button leads, on a page with these words; None where it is none."""
    found = _TURN.fullmatch(custom_id)
    if found is None:
        return None
    wanted = Wanted(int(found["member"]) or None, found["own"] == "f", words)
    job_id = "" if found["job"] == "0" else job_of_nonce(found["job"]) or ""
    return Step(found["way"], job_id, wanted)


def words_in(custom_ids: Iterable[str]) -> str:
    """The words that are looked for on a page with these buttons."""
    for each in custom_ids:
        if each.startswith(FIND):
            told = each.removeprefix(FIND)
            try:
                return urlsafe_b64decode(told + "=" * (-len(told) % 4)).decode()
            except ValueError:
                return ""
    return ""


def fitted(words: str) -> str:
    """The words, as many as are looked for."""
    return " ".join(words.split()).encode(errors="replace")[:MOST_WORDS].decode(errors="ignore").strip()


def ids_on(components: Iterable[Any]) -> list[str]:
    """The custom ids of all components of a message, those inside of others too."""
    found: list[str] = []
    for each in components:
        if own := getattr(each, "custom_id", None):
            found.append(own)
        found += ids_on(getattr(each, "children", ()))
    return found
