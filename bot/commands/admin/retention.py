"""/admin retention: how long the jobs of a server are kept."""

from typing import Any

from discord import app_commands

from bot.buttons.answers import tell
from bot.buttons.desk import Desk
from bot.buttons.items import Interaction
from bot.commands.wording import said
from bot.store.audit import Act
from bot.store.privacy.retention import FOREVER
from bot.words import say

ACTION = "retention"
MOST = 3_650


def commands(desk: Desk) -> list[app_commands.Command[Any, ..., None]]:
    """The command."""

    @app_commands.command(name="retention", description=said("admin.retention.description"))
    @app_commands.describe(days=said("admin.retention.days"))
    async def keep(interaction: Interaction, days: app_commands.Range[int, FOREVER, MOST] | None = None) -> None:
        guild_id = interaction.guild_id or 0
        before = await desk.store.retention.of(guild_id)
        by, where = interaction.user.id, interaction.channel_id
        act = Act(by, ACTION, guild_id=guild_id, channel_id=where, before=before, after=days)
        entry = await desk.store.audit.do(act)
        keys = {None: "admin.retention.host", FOREVER: "admin.retention.forever"}
        key = keys.get(days, "admin.retention.done")
        await tell(interaction, say(key, interaction.locale.value, days=days, number=entry.number))

    return [keep]
