"""The commands that members type: each reads what was typed, calls a use case and answers."""

import discord

from bot.commands.help import help_command
from bot.commands.tree import Commands

__all__ = ["Commands", "all_commands"]


def all_commands(client: discord.Client, version: str) -> Commands:
    """The whole set of commands of this client."""
    commands = Commands(client)
    commands.add_command(help_command(commands, version))
    return commands
