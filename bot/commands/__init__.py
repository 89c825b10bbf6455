"""The commands that members type: each reads what was typed, calls a use case and answers."""

import discord

from bot.buttons.desk import Desk
from bot.commands.admission import Admission
from bot.commands.help import help_command
from bot.commands.imagine import imagine_command
from bot.commands.routes import Routes
from bot.commands.tree import Commands

__all__ = ["Admission", "Commands", "Routes", "add_pictures", "commands_of"]


def commands_of(client: discord.Client, version: str) -> Commands:
    """The commands of this client that need nothing to draw with."""
    commands = Commands(client)
    commands.add_command(help_command(commands, version))
    return commands


def add_pictures(commands: Commands, desk: Desk) -> None:
    """The commands that make pictures, and what is done with them."""
    commands.add_command(imagine_command(desk))
