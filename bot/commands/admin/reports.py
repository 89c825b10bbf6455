"""/admin reports: where pictures that members report, and words that are watched for, are told to moderators."""

import discord
from discord import app_commands

from bot.buttons.answers import tell
from bot.buttons.desk import Desk
from bot.buttons.items import Interaction
from bot.commands.admin.deciding import Room, by, seen
from bot.commands.wording import said
from bot.store.rulings import REPORTS
from bot.words import say


def commands(desk: Desk) -> list[app_commands.Group]:
    """The group."""
    group = app_commands.Group(name="reports", description=said("reports.description"))

    @group.command(name="channel", description=said("reports.channel"))
    @app_commands.describe(channel=said("reports.channel.which"))
    async def channel(interaction: Interaction, channel: Room | None = None) -> None:
        await chosen(interaction, desk, channel)

    return [group]


async def chosen(interaction: Interaction, desk: Desk, channel: app_commands.AppCommandChannel | None) -> None:
    """From now on reports go there; nowhere without one."""
    locale = interaction.locale.value
    if channel is None:
        await desk.store.rulings.decide(by(interaction), REPORTS, "", None)
        await tell(interaction, say("reports.off", locale))
        return
    found = seen(channel)
    may = found.permissions_for(found.guild.me) if found else discord.Permissions.none()
    if not (may.view_channel and may.send_messages and may.embed_links):
        await tell(interaction, say("reports.not_there", locale, channel=channel.mention))
        return
    await desk.store.rulings.decide(by(interaction), REPORTS, "", {"channel": str(channel.id)})
    await tell(interaction, say("reports.on", locale, channel=channel.mention))
