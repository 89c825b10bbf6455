"""Windows: opened, and read when they come back, perhaps to another process."""

from collections.abc import Iterator
from functools import partial
from typing import Any, cast

import discord
from discord import ui

from bot.buttons.connection import acknowledged
from bot.buttons.items import Interaction

LONGEST = 4000  # characters of a field of a window, Discord's limit


async def open_window(interaction: Interaction, custom_id: str, title: str, *fields: ui.Item[Any]) -> None:
    """A window of this custom id; discord.py forgets it at once, since whatever is sent says itself what it is for."""
    window = ui.Modal(title=title, custom_id=custom_id)
    for field in fields:
        window.add_item(field)
    window.stop()
    await acknowledged(partial(interaction.response.send_modal, window))


def prompt_field(custom_id: str, label: str, text: str) -> ui.TextInput[Any]:
    """A field of several lines with this text in it, which has to have at most LONGEST characters.

    In a row of its own, the older way: programs of Midjourney's fill it in like that.
    """
    return ui.TextInput(
        label=label, custom_id=custom_id, style=discord.TextStyle.paragraph, default=text, max_length=LONGEST
    )


def fields_of(interaction: Interaction) -> dict[str, str]:
    """What was typed into each field, or chosen as one of several, by its custom id."""
    given = (each for each in _leaves(interaction) if isinstance(each.get("value"), str))
    return {each["custom_id"]: each["value"] for each in given}


def files_of(interaction: Interaction, custom_id: str) -> list[str]:
    """The links of the files that were handed in there."""
    data = cast("dict[str, Any]", interaction.data)
    attached = data.get("resolved", {}).get("attachments", {})
    named = [
        key for each in _leaves(interaction) if each.get("custom_id") == custom_id for key in each.get("values", [])
    ]
    return [attached[key]["url"] for key in named if key in attached]


def _leaves(interaction: Interaction) -> Iterator[dict[str, Any]]:
    pending = [*cast("dict[str, Any]", interaction.data)["components"]]
    while pending:
        each = pending.pop(0)
        yield each
        pending += [*each.get("components", []), *([each["component"]] if "component" in each else [])]
