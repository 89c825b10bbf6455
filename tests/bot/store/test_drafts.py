"""What was typed into windows, kept."""

from pathlib import Path

from bot.store.drafts import FRESH, KEPT
from bot.store.store import open_store


async def test_the_last_text_of_a_window_is_there_for_an_hour(tmp_path: Path) -> None:
    """To its member alone, and over a restart."""
    now = [1000.0]
    path = tmp_path / "fourup.db"
    async with open_store(path, lambda: now[0]) as store:
        await store.drafts.put(1, "a window", "one")
        await store.drafts.put(1, "a window", "two \0 \\ 🐘")
    async with open_store(path, lambda: now[0]) as store:
        assert await store.drafts.of(1, "a window") == "two \0 \\ 🐘"
        assert await store.drafts.of(2, "a window") is None
        now[0] += FRESH + 1
        assert await store.drafts.of(1, "a window") is None


async def test_old_ones_go(tmp_path: Path) -> None:
    """When anybody types the next; and one that was drawn goes at once."""
    now = [1000.0]
    async with open_store(tmp_path / "fourup.db", lambda: now[0]) as store:
        await store.drafts.put(1, "a window", "old")
        now[0] += KEPT + 1
        await store.drafts.put(2, "a window", "new")
        now[0] = 1000.0
        assert await store.drafts.of(1, "a window") is None
        now[0] += KEPT + 1
        await store.drafts.drop(2, "a window")
        assert await store.drafts.of(2, "a window") is None
