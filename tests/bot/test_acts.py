"""Everything that members can do with the bot is done by a test over the playground, which is marked with it."""

from collections.abc import Iterator
from dataclasses import MISSING, fields
from typing import Any, cast

import discord
from discord import ui

from bot.buttons import reporting
from bot.buttons.desk import Desk
from bot.buttons.ids import Act
from bot.client import Fourup
from bot.commands import add_pictures
from bot.commands.mine import settings
from bot.commands.using import panel as using
from bot.commands.using import starts, windows
from bot.prompt.personal import Personal
from tests.acts import custom_ids, marked


def pressed_on(view: ui.LayoutView) -> Iterator[str]:
    """The custom ids of its buttons and selects."""
    for each in view.walk_children():
        if own := getattr(getattr(each, "item", each), "custom_id", None):
            yield str(own)


def others() -> set[str]:
    """What is pressed on panels whose buttons come of a table."""
    use = {f"{using.USE}{act}" for act in (*using.OF_ANY, *using.OF_ONE, *using.READ)}
    report = {f"{reporting.TOPIC}{act}" for act in reporting._MARKS}
    history = {f"FU::History::{way}" for way in ("older", "newer", "turn")}
    filled = {f"{starts.WINDOW}{act}" for act in starts.ACTS} | {
        f"{windows.WINDOW}{act}" for act in using.OF_ANY if act != starts.EDIT
    }
    return use | report | history | filled | set(pressed_on(settings.panel(Personal(), ("one", "other"), "en-US")))


def test_all_that_can_be_done_has_its_test() -> None:
    """Commands and menus as Discord is told them, buttons of jobs, custom ids as the source makes them."""
    tree, something = Fourup("1.2.3", on_online=lambda: None).commands, cast("Any", object())
    add_pictures(tree, Desk(**{each.name: something for each in fields(Desk) if each.default in {MISSING, None}}))
    commands = {f"/{each.qualified_name}" for each in tree.walk_commands() if not hasattr(each, "commands")}
    menus = {f"menu {each.name}" for each in tree.walk_commands(type=discord.AppCommandType.message)}
    pressed = custom_ids()
    pressed = {each for each in pressed if each in others() or not any(o.startswith(f"{each}::") for o in others())}
    known = commands | menus | pressed | others() | {f"button {act.name}" for act in Act}
    tried = marked()
    assert sorted(known - set(tried)) == []
    assert sorted(set(tried) - known) == [], "there is no such thing any more"
