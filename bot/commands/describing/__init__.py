"""Prompts taken apart and put together: what a picture shows, which words matter, and other models' syntaxes."""

from collections.abc import Awaitable, Callable
from typing import Any

from discord import app_commands

from bot.buttons.desk import Desk
from bot.buttons.items import Interaction
from bot.commands.describing import translating, windows
from bot.commands.describing.translating import translate_command

__all__ = ["TOPICS", "describing_commands"]

TOPICS: dict[str, Callable[[Interaction, Desk, str], Awaitable[None]]] = {
    **translating.TOPICS,
    **windows.TOPICS,
}


def describing_commands(desk: Desk) -> list[app_commands.Command[Any, ..., None]]:
    """The commands of this folder."""
    return [translate_command(desk)]
