"""Edits of any picture in words: /edit, /region, and replies that mention the bot."""

from bot.commands.editing.edit import edit_command
from bot.commands.editing.region import region_command
from bot.commands.editing.replies import Replies

__all__ = ["Replies", "edit_command", "region_command"]
