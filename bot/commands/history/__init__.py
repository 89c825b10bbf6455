"""/history: pictures looked for and leafed through."""

from bot.commands.history.command import TOPICS, history_command

__all__ = ["TOPICS", "history_command"]
