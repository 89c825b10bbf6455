"""The commands that members type: each reads what was typed, calls a use case and answers."""

from bot.buttons.desk import Desk
from bot.commands.admin import admin_group
from bot.commands.admission import Admission
from bot.commands.arrival import Arrival
from bot.commands.ask import ask_command
from bot.commands.blend import blend_command
from bot.commands.describing import describing_commands
from bot.commands.editing import Replies, edit_command, region_command
from bot.commands.help import Help
from bot.commands.history import history_command
from bot.commands.imagine import imagine_command
from bot.commands.info import info_command
from bot.commands.menus import context_menus
from bot.commands.mine import own_commands
from bot.commands.privacy import privacy_commands
from bot.commands.queue import queue_command
from bot.commands.reactions import Reactions
from bot.commands.routes import Routes
from bot.commands.show import show_command
from bot.commands.tree import Commands

__all__ = ["Admission", "Arrival", "Commands", "Help", "Reactions", "Replies", "Routes", "add_pictures"]


def add_pictures(commands: Commands, desk: Desk) -> None:
    """The commands that make pictures, and what is done with them."""
    for command in (
        imagine_command(desk),
        blend_command(desk),
        edit_command(desk),
        region_command(desk),
        show_command(desk),
        history_command(desk),
        info_command(desk),
        ask_command(desk),
    ):
        commands.add_command(command)
    for own in (*describing_commands(desk), *own_commands(desk)):
        commands.add_command(own)
    if desk.queue:
        commands.add_command(queue_command(desk))
    commands.add_command(admin_group(desk))
    if desk.privacy:
        commands.add_command(privacy_commands(desk.privacy))
    for menu in context_menus(desk):
        commands.add_command(menu)
