"""/admin pictures: whether pictures are checked here, and where explicit ones go."""

from typing import Any

import discord
from discord import app_commands

from bot.buttons.answers import tell
from bot.buttons.desk import Desk
from bot.buttons.items import Interaction
from bot.commands.admin.deciding import Room, by, seen
from bot.commands.wording import said
from bot.store.rulings import PICTURES
from bot.words import say


def commands(desk: Desk) -> list[app_commands.Group]:
    """The group."""
    group = app_commands.Group(name="pictures", description=said("pictures.description"))

    @group.command(name="check", description=said("pictures.check"))
    @app_commands.describe(on=said("pictures.check.on"))
    async def check(interaction: Interaction, on: bool) -> None:
        await _set(interaction, desk, check=on)
        await tell(interaction, say("pictures.is_on" if on else "pictures.is_off", interaction.locale.value))

    @group.command(name="channel", description=said("pictures.channel"))
    @app_commands.describe(channel=said("pictures.channel.which"))
    async def channel(interaction: Interaction, channel: Room | None = None) -> None:
        await moved(interaction, desk, channel)

    return [group]


async def moved(interaction: Interaction, desk: Desk, channel: app_commands.AppCommandChannel | None) -> None:
    """Explicit pictures are posted there from now on; without one they are withheld."""
    locale = interaction.locale.value
    if channel is None:
        await _set(interaction, desk, channel=None)
        await tell(interaction, say("pictures.withheld", locale))
        return
    found = seen(channel)
    if found and not found.is_nsfw():
        await tell(interaction, say("pictures.not_restricted", locale, channel=channel.mention))
        return
    may = found.permissions_for(found.guild.me) if found else discord.Permissions.none()
    if not (may.view_channel and may.send_messages and may.attach_files):
        await tell(interaction, say("pictures.not_there", locale, channel=channel.mention))
        return
    await _set(interaction, desk, channel=str(channel.id))
    await tell(interaction, say("pictures.moved", locale, channel=channel.mention))


async def _set(interaction: Interaction, desk: Desk, **values: Any) -> None:
    known = await desk.store.rulings.one(interaction.guild_id or 0, PICTURES) or {}
    await desk.store.rulings.decide(by(interaction), PICTURES, "", known | values)
