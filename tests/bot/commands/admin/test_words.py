"""/admin words, by a moderator in the playground."""

from pathlib import Path
from typing import Any

import pytest

from bot.store.rulings import ALLOWED, WORD
from playground.member import Json, Member
from tests.bot.commands.admin.test_log import typed
from tests.bot.drawing import Studio


async def words(mo: Member, command: str, **options: Any) -> Json:
    """The answer to a command of the group."""
    return await typed(mo, f"admin words {command}", **options)


@pytest.mark.acts("/admin words add", "/admin words list", "/admin words remove")
async def test_a_word_is_added_listed_and_taken_out(studio: Studio, mo: Member) -> None:
    """Each as an entry of the log."""
    guild = int(mo.guild()["id"])
    assert (await words(mo, "add", word="blood*", weight="confirm"))["content"] == "Done: 1 in the list."
    assert (await words(mo, "add", word="gun"))["content"] == "Done: 1 in the list."
    assert (await words(mo, "add", word="blood orange", weight="allow"))["content"] == "Done: 1 in the list."
    assert (await words(mo, "add", word="gun"))["content"] == "That stands in the list already."
    assert await studio.store.rulings.of(guild, WORD) == {"blood*": 1, "gun": 2}
    assert await studio.store.rulings.of(guild, ALLOWED) == {"blood orange": True}
    shown = (await words(mo, "list"))["content"]
    assert "confirm: blood*\nrefuse: gun\nallow: blood orange" in shown
    assert "✅ **explicit**" in shown
    assert (await words(mo, "remove", word="gun"))["content"].startswith("`gun` is not watched for")
    assert (await words(mo, "remove", word="gun"))["content"].startswith("`gun` is not in the list")
    assert len(await studio.store.audit.of(guild)) == 4


async def test_a_wrong_rule_has_a_cure(studio: Studio, mo: Member) -> None:
    """And is not kept."""
    assert "cannot be read" in (await words(mo, "add", word="/(/"))["content"]
    assert "two letters at least" in (await words(mo, "add", word="*"))["content"]
    assert await studio.store.rulings.of(int(mo.guild()["id"]), WORD) == {}


async def test_a_text_is_tried_out(studio: Studio, mo: Member) -> None:
    """What matched, how it was read, of which list, and what follows."""
    await words(mo, "add", word="gun", weight="tell")
    told = (await words(mo, "test", text="a g.u.n and a nude"))["content"].splitlines()
    assert told == [
        "`g.u.n` is read as `gun` of this server's list: refuse it and tell the moderators.",
        "`nude` matches `nude` of a list that comes with the bot: refuse it.",
    ]
    assert (await words(mo, "test", text="a flower"))["content"].startswith("Nothing matches")
    assert (await words(mo, "test", text="naked child"))["content"].startswith("⛔")


@pytest.mark.acts("/admin words export", "/admin words import")
async def test_a_list_is_carried_to_another_server(studio: Studio, mo: Member, tmp_path: Path) -> None:
    """As a file; a line that is wrong keeps all of it out."""
    await words(mo, "add", word="gun", weight="tell")
    exported = await words(mo, "export")
    (file,) = exported["attachments"]
    assert file["filename"] == "words.txt"
    assert (await words(mo, "import", file=("words.txt", b"tell: gun\nblood\nallow: blood orange\n")))["content"] == (
        "Done: 2 in the list."
    )
    assert (await words(mo, "import", file=("words.txt", b"mud\nrefuse: /(/\n")))["content"].startswith("`/(/`")
    assert (await words(mo, "import", file=("words.bin", b"\xff\xfe\x00")))["content"].startswith(
        "The file is no UTF-8"
    )
    assert await studio.store.rulings.of(int(mo.guild()["id"]), WORD) == {"gun": 3, "blood": 2}


@pytest.mark.acts("/admin words builtin", "/admin words test")
async def test_a_builtin_list_is_turned_on_and_off(studio: Studio, mo: Member) -> None:
    """What is refused always stays refused."""
    await words(mo, "builtin", name="explicit", on=False)
    assert (await words(mo, "test", text="a nude"))["content"].startswith("Nothing matches")
    assert (await words(mo, "test", text="a nude child"))["content"].startswith("⛔")
