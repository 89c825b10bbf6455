"""Windows with one field for a prompt: opened, and read when they come back, perhaps to another process."""

from collections.abc import Iterator
from functools import partial
from typing import Any, cast

import discord
from discord import ui

from bot.buttons.connection import acknowledged
from bot.buttons.items import Interaction

LONGEST = 4000  # characters of a field of a window, Discord's limit


async def open_prompt(interaction: Interaction, custom_id: str, field: ui.Label[Any], title: str) -> None:
    """A window of this custom id; discord.py forgets it at once, since whatever is sent says itself what it is for."""
    window = ui.Modal(title=title, custom_id=custom_id).add_item(field)
    window.stop()
    await acknowledged(partial(interaction.response.send_modal, window))


def prompt_field(custom_id: str, label: str, text: str) -> ui.Label[Any]:
    """A field of several lines with this text in it, which has to have at most LONGEST characters."""
    typed: ui.TextInput[Any] = ui.TextInput(
        custom_id=custom_id, style=discord.TextStyle.paragraph, default=text, max_length=LONGEST
    )
    return ui.Label(text=label, component=typed)


def fields_of(interaction: Interaction) -> dict[str, str]:
    """What was typed into each field, by its custom id."""
    return dict(_fields(cast("dict[str, Any]", interaction.data)["components"]))


def _fields(components: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for each in components:
        if isinstance(each.get("value"), str):
            yield each["custom_id"], each["value"]
        yield from _fields([*each.get("components", []), *([each["component"]] if "component" in each else [])])
