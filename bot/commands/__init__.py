"""The commands that members type: each reads what was typed, calls a use case and answers."""

import discord

from bot.buttons.desk import Desk
from bot.commands.admission import Admission
from bot.commands.arrival import Arrival
from bot.commands.blend import blend_command
from bot.commands.help import help_command
from bot.commands.imagine import imagine_command
from bot.commands.info import info_command
from bot.commands.menus import context_menus
from bot.commands.reactions import Reactions
from bot.commands.routes import Routes
from bot.commands.show import show_command
from bot.commands.tree import Commands

__all__ = ["Admission", "Arrival", "Commands", "Reactions", "Routes", "add_pictures", "commands_of"]


def commands_of(client: discord.Client, version: str) -> Commands:
    """The commands of this client that need nothing to draw with."""
    commands = Commands(client)
    commands.add_command(help_command(commands, version))
    return commands


def add_pictures(commands: Commands, desk: Desk) -> None:
    """The commands that make pictures, and what is done with them."""
    for command in (imagine_command(desk), blend_command(desk), show_command(desk), info_command(desk)):
        commands.add_command(command)
    for menu in context_menus(desk):
        commands.add_command(menu)
