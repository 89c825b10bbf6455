"""Prompts taken apart and put together: what a picture shows, which words matter, and other models' syntaxes."""

from collections.abc import Awaitable, Callable
from typing import Any

from discord import app_commands

from bot.buttons.desk import Desk
from bot.buttons.items import Interaction
from bot.commands.describing import picture, shortening, translating, windows
from bot.commands.describing.picture import describe, describe_command
from bot.commands.describing.shortening import shorten_command
from bot.commands.describing.translating import translate_command

__all__ = ["TOPICS", "describe", "describing_commands"]

TOPICS: dict[str, Callable[[Interaction, Desk, str], Awaitable[None]]] = {
    **picture.TOPICS,
    **shortening.TOPICS,
    **translating.TOPICS,
    **windows.TOPICS,
}


def describing_commands(desk: Desk) -> list[app_commands.Command[Any, ..., None]]:
    """The commands of this folder; what has to be read is there where something reads."""
    reads = [describe_command(desk, desk.reading), shorten_command(desk, desk.reading)] if desk.reading else []
    return [*reads, translate_command(desk)]
