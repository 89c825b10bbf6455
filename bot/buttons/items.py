"""Buttons and selects that outlive a restart: their custom id says all, and pressing one is told to the client."""

from typing import Any, Protocol, Self, cast

import discord
from discord import ui

from bot.buttons import ids

Interaction = discord.Interaction[discord.Client]

OWN = r"FU::[\w:-]{1,96}"
"""What the custom ids of our own have the form of; those of selects begin with FU::Select."""
SELECT = r"FU::Select::[\w:-]{1,80}"


class Presser(Protocol):
    """The client as a button meets it."""

    async def pressed(self, interaction: Interaction) -> None:
        """Do what the button or the select of this interaction is for."""


class Press(ui.DynamicItem[ui.Button[Any]], template=rf"{ids.OF_A_JOB}|(?!FU::Select){OWN}"):
    """A button."""

    @classmethod
    async def from_custom_id(cls, interaction: Interaction, item: ui.Item[Any], match: Any, /) -> Self:
        """The button that was pressed."""
        return cls(cast("ui.Button[Any]", item))

    async def callback(self, interaction: Interaction) -> None:
        """Tell the client."""
        await cast("Presser", interaction.client).pressed(interaction)


class Choice(ui.DynamicItem[ui.Select[Any]], template=SELECT):
    """A select."""

    @classmethod
    async def from_custom_id(cls, interaction: Interaction, item: ui.Item[Any], match: Any, /) -> Self:
        """The select that was used."""
        return cls(cast("ui.Select[Any]", item))

    async def callback(self, interaction: Interaction) -> None:
        """Tell the client."""
        await cast("Presser", interaction.client).pressed(interaction)


ITEMS = Press, Choice


def button(label: str | None, custom_id: str, *, emoji: str | None = None, is_pressed: bool = False) -> Press:
    """A grey button, blue where it was pressed."""
    style = discord.ButtonStyle.primary if is_pressed else discord.ButtonStyle.secondary
    return Press(ui.Button(label=label, custom_id=custom_id, emoji=emoji, style=style))
