"""What the documents tell people to type in Discord is there, and whole commands in them do what they say."""

import re
from pathlib import Path

import discord
import pytest
from discord import app_commands

from playground.member import Member
from tests.bot.commands.admin.test_log import typed
from tests.bot.drawing import Studio

ROOT = Path(__file__).parents[3]
DOCUMENTS = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])
NAMED = re.compile(r"`/([a-z_]+(?: [a-z_]+)*)((?: [a-z0-9]+:[^`]*)?)`")
ADDRESSES = {"metrics", "healthz", "readyz"}
ELSEWHERE = {"describe", "shorten", "queue", "privacy", "privacy export", "privacy forget"}
"""Those that this studio has no parts for; their own tests type them."""
OPTION = re.compile(r"([a-z]+):(.+?)(?= [a-z]+:|$)")


def commands(studio: Studio) -> dict[str, set[str]]:
    """Every command and group by its name, with the names of its options."""
    walked = studio.client.commands.walk_commands(type=discord.AppCommandType.chat_input)
    return {
        each.qualified_name: {option.name for option in getattr(each, "parameters", ())} | {"page", "on"}
        if isinstance(each, app_commands.Command)
        else set()
        for each in walked
    }


async def test_every_command_that_is_named_is_there(studio: Studio) -> None:
    """With the options that are named behind it."""
    known = commands(studio) | {name: set() for name in ELSEWHERE}
    wrong = []
    for path in DOCUMENTS:
        for words, options in NAMED.findall(path.read_text(encoding="utf-8")):
            parts = words.split()
            name = next((" ".join(parts[:end]) for end in (3, 2, 1) if " ".join(parts[:end]) in known), None)
            given = {*parts[len((name or "").split()) :], *(found[0] for found in OPTION.findall(options))}
            is_prompt = name == "imagine"
            if not (parts[0] in ADDRESSES or (name and (is_prompt or given <= known[name]))):
                wrong.append((path.name, words, options))
    assert wrong == []


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("admin words add word:blood* weight:ask whether it is meant", "Done: 1 in the list."),
        ("admin words test text:a bl00d-red moon", "blood*"),
    ],
)
async def test_the_commands_of_the_guide_for_moderators(studio: Studio, mo: Member, command: str, told: str) -> None:
    """As they stand in docs/words.md, one after the other."""
    assert f"    /{command}\n" in (ROOT / "docs" / "words.md").read_text(encoding="utf-8")
    if "test" in command:
        await typed(mo, "admin words add", word="blood*", weight="confirm")
    name = command.partition(":")[0].rpartition(" ")[0]
    found = studio.client.commands.get_command("admin")
    for part in name.split()[1:]:
        assert isinstance(found, app_commands.Group)
        found = found.get_command(part)
    assert isinstance(found, app_commands.Command)
    labels = {choice.name: choice.value for option in found.parameters for choice in option.choices}
    options = {key: labels.get(value, value) for key, value in OPTION.findall(command)}
    answer = await typed(mo, name, **options)
    assert told in answer["content"]
