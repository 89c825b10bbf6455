"""The table of docs/permissions.md, every cell of it, against the bot over the playground."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import discord
import pytest
from discord import app_commands

from playground import Playground
from playground.member import Json, Member
from tests.bot.conftest import Connect
from tests.bot.grounds import Grounds, grounds
from tests.bot.imagine.house import House, open_house
from tests.bot.trying.cell import Try
from tests.bot.trying.table import TRIES, lacking

TABLE = Path(__file__).parents[2] / "docs" / "permissions.md"
Cells = dict[str, dict[str, str]]
WHO = {"its author": "ada", "another member": "bo", "a moderator": "nia", "a manager": "mo"}
CLOSED = "a server that is not served"
BY_A_MANAGER = ", by a manager"


def tables() -> list[Cells]:
    """The tables of the document: by what is done, then by the column."""
    found: list[Cells] = []
    for block in re.findall(r"(?:^\|.*\n)+", TABLE.read_text(encoding="utf-8"), flags=re.MULTILINE):
        head, _, *rows = [[cell.strip() for cell in line.strip("|\n").split("|")] for line in block.splitlines()]
        found.append({row[0]: dict(zip(head[1:], row[1:], strict=True)) for row in rows})
    return found


async def done(one: Try, what: str) -> bool:
    """Whether it was done."""
    trying = TRIES.get(what)
    if trying is not None:
        return await trying(one)
    return await one.typed(what.strip("`").removeprefix("/"))


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    """With a model, and nothing that draws."""
    async with open_house(tmp_path) as opened:
        yield opened


async def test_who_may_do_what(playground: Playground, house: House, connect: Connect) -> None:
    """Every cell by who it is: done where the table says yes, not done and not written where it says no."""
    wrong = []
    async with grounds(playground, house, connect) as at:
        for row, cells in tables()[0].items():
            for who, says in cells.items():
                actor = at.people[WHO[who]]
                one = Try(at, actor, actor.channel("general"))
                if await done(one, row) != (says == "yes"):
                    wrong.append(f"{row}, {who}: the table says {says}")
    assert wrong == []


async def test_what_discord_hides_we_refuse_too(playground: Playground, house: House, connect: Connect) -> None:
    """A server may show /admin to everybody; it is still for those who manage it."""
    wrong = []
    async with grounds(playground, house, connect) as at:
        (command,) = [each for each in playground.world.commands.values() if each["name"] == "admin"]
        command["default_member_permissions"] = None
        for row, cells in tables()[0].items():
            for who, says in cells.items() if "/admin" in row else ():
                actor = at.people[WHO[who]]
                if await done(Try(at, actor, actor.channel("general")), row) != (says == "yes"):
                    wrong.append(f"{row}, {who}: the table says {says}")
    assert wrong == []


async def place(at: Grounds, actor: Member, name: str) -> Json:
    """The channel that a column is about."""
    named = {"channel": "general", "thread": "apple orchard", "forum post": "a post"}
    if name == "direct message":
        return await actor.dm(at.playground.application_id)
    if name == "elsewhere":
        return next(each for each in actor.guild("Elsewhere")["channels"] if each["name"] == "lobby")
    if name == CLOSED:
        return actor.channel("gallery", "Second Studio")
    return actor.channel(named.get(name, "after-dark"))


@pytest.mark.parametrize("place_name", [*next(iter(tables()[1].values()))])
async def test_where_it_may_be_done(playground: Playground, house: House, connect: Connect, place_name: str) -> None:
    """Every cell by where it is, for a member and for a manager."""
    studio = next(int(guild["id"]) for guild in playground.world.guilds.values() if guild["name"] == "Fourup Studio")
    is_closed = place_name == CLOSED
    wrong = []
    async with grounds(playground, house, connect, frozenset({studio}) if is_closed else None) as at:
        for row, cells in [*tables()[1].items(), *tables()[2].items()]:
            who = "mo" if row.endswith(BY_A_MANAGER) else "ada"
            actor = at.people["ada"] if place_name in {"elsewhere", CLOSED} else at.people[who]
            channel = await place(at, actor, place_name)
            one = Try(at, actor, channel)
            one.shown_in = channel if is_closed else None
            if await done(one, row.removesuffix(BY_A_MANAGER)) != (cells[place_name] == "yes"):
                wrong.append(f"{row}, {place_name}: the table says {cells[place_name]}")
    assert wrong == []


def test_a_cell_is_yes_or_no() -> None:
    """And every line that is about no plain command has its trial."""
    for table in tables():
        assert {says for cells in table.values() for says in cells.values()} <= {"yes", "no"}
        for row in table:
            assert row.removesuffix(BY_A_MANAGER) in TRIES or row.startswith("`/"), row


async def test_the_table_has_all_that_the_bot_has(playground: Playground, house: House, connect: Connect) -> None:
    """Every command and entry of a menu, and whatever a press may mean; by place too, but for what only managers do."""
    async with grounds(playground, house, connect) as at:
        typed = at.client.commands.walk_commands(type=discord.AppCommandType.chat_input)
        named = {each.qualified_name for each in typed if isinstance(each, app_commands.Command)}
        menus = {each.name for each in at.client.commands.get_commands(type=discord.AppCommandType.message)}
    commands = {f"`/{name}`" for name in named}
    by_who = tables()[0].keys() | {"Cancel Job" for row in tables()[0] if row == "Cancel Job, in the menu"}
    assert lacking(commands | menus, by_who) == set()
    assert {each for each in commands if not each.startswith("`/admin")} - tables()[1].keys() == set()
