"""Use this picture...: what can be made of any picture in any message, offered on a panel for one member."""

from bot.commands.using.panel import TOPICS, offered

__all__ = ["TOPICS", "offered"]
