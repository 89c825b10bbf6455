"""What members set for themselves: /settings, /prefer, /fast, /relax, /turbo, /stealth and /public."""

from typing import Any

from discord import app_commands

from bot.buttons.desk import Desk
from bot.commands.mine.modes import mode_commands
from bot.commands.mine.prefer import prefer_group
from bot.commands.mine.settings import settings_command

Command = app_commands.Command[Any, ..., None] | app_commands.Group


def own_commands(desk: Desk) -> list[Command]:
    """All of them."""
    return [settings_command(desk), prefer_group(desk), *mode_commands(desk)]
