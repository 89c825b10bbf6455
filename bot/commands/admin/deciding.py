"""Who decides something in a server, as the audit has it."""

from typing import Any, cast

import discord
from discord import app_commands

from bot.buttons.items import Interaction
from bot.store.rulings import By


class TextRoom(app_commands.Transformer):
    """A text channel that whoever types can see, though the bot may not: discord.py's own kind fails there."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        """Discord offers channels."""
        return discord.AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        """Those that hold text."""
        return [discord.ChannelType.text]

    async def transform(self, _interaction: Interaction, value: Any, /) -> app_commands.AppCommandChannel:
        """As Discord tells of it."""
        return cast("app_commands.AppCommandChannel", value)


Room = app_commands.Transform[app_commands.AppCommandChannel, TextRoom]


def by(interaction: Interaction) -> By:
    """Whoever typed or pressed it, here."""
    return By(interaction.user.id, interaction.guild_id or 0, interaction.channel_id)


def seen(channel: app_commands.AppCommandChannel) -> discord.TextChannel | None:
    """The channel that was chosen; None where the bot does not see it, or where it is of another kind."""
    found = channel.resolve()
    return found if isinstance(found, discord.TextChannel) else None
