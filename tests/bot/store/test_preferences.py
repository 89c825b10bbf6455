"""What members have set, kept."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from bot.prompt.errors import WrongPreference
from bot.prompt.personal import MOST_MACROS, Personal
from bot.store.store import Store, open_store
from tests.bot.store.conftest import START


async def test_nothing_is_set_at_first(store: Store) -> None:
    """For a member whom nobody has met, too."""
    assert await store.preferences.of(1) == Personal()


async def test_what_is_set_is_there_after_a_restart(path: Path) -> None:
    """Macros in the order in which they were made, a suffix and settings, each member's own."""
    async with open_store(path, lambda: START) as store:
        await store.preferences.change(1, lambda mine: mine.with_macro("zoo", "animals \\ 🐘 --ar 16:9"))
        await store.preferences.change(1, lambda mine: mine.with_macro("mood", "dark"))
        await store.preferences.change(1, lambda mine: mine.with_suffix("--no people"))
        told = await store.preferences.change(1, lambda mine: mine.with_settings("--s 250 --raw"))
        await store.preferences.change(2, lambda mine: mine.with_macro("mood", "bright"))
    async with open_store(path, lambda: START) as store:
        mine = await store.preferences.of(1)
        assert (
            mine == told == Personal({"zoo": "animals \\ 🐘 --ar 16:9", "mood": "dark"}, "--no people", "--s 250 --raw")
        )
        assert list(mine.macros) == ["zoo", "mood"]
        assert (await store.preferences.of(2)).macros == {"mood": "bright"}


async def test_the_language_is_found_by_itself(store: Store) -> None:
    """It is asked for at each press, so nothing else is read."""
    assert await store.preferences.language(1) == ""
    await store.preferences.change(1, lambda mine: mine.with_macro("mood", "dark"))
    assert await store.preferences.language(1) == ""
    await store.preferences.change(1, lambda mine: replace(mine, language="fr"))
    assert await store.preferences.language(1) == (await store.preferences.of(1)).language == "fr"
    assert await store.preferences.language(2) == ""


async def test_what_is_taken_away_is_gone(store: Store) -> None:
    """An empty value deletes."""
    await store.preferences.change(1, lambda mine: mine.with_macro("mood", "dark").with_suffix("--raw"))
    await store.preferences.change(1, lambda mine: mine.with_macro("mood", "").with_suffix(""))
    assert await store.preferences.of(1) == Personal()


async def test_what_cannot_be_kept_changes_nothing(store: Store) -> None:
    """The sentence goes to the member, and what was set before stays."""
    kept = await store.preferences.change(1, lambda mine: mine.with_macro("mood", "dark"))
    with pytest.raises(WrongPreference, match="2000"):
        await store.preferences.change(1, lambda mine: mine.with_suffix("--s 2000"))
    assert await store.preferences.of(1) == kept


async def test_two_windows_do_not_overwrite_each_other(store: Store) -> None:
    """Each change begins from what the last one left; the limit holds for all of them together."""
    changes = [store.preferences.change(1, lambda mine, n=n: mine.with_macro(f"m{n}", "x")) for n in range(25)]
    outcomes = await asyncio.gather(*changes, return_exceptions=True)
    assert sum(isinstance(each, WrongPreference) for each in outcomes) == 25 - MOST_MACROS
    assert len((await store.preferences.of(1)).macros) == MOST_MACROS
