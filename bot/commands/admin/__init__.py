"""/admin: what those who manage a server set and look at; all of it in the audit, all of it at once effective."""

from collections.abc import Callable, Iterable
from typing import Any

import discord
from discord import app_commands

from bot.buttons.answers import tell
from bot.buttons.desk import Desk
from bot.buttons.items import Interaction
from bot.commands.admin import limits, log, member, panel, pictures, reports, retention, words
from bot.commands.admin.managers import ROOT, manages
from bot.commands.wording import said
from bot.words import say

Below = app_commands.Command[Any, ..., None] | app_commands.Group

SECTIONS: tuple[Callable[[Desk], Iterable[Below]], ...] = (
    panel.commands,
    limits.commands,
    retention.commands,
    log.commands,
    words.commands,
    member.commands,
    reports.commands,
    pictures.commands,
)
"""Each gives what it adds below /admin: commands, or a group of them. Discord takes 25 in all."""

PARTS = {"log": log.handle, "panel": panel.handle}
"""Who handles buttons, selects and windows whose custom id is FU::Admin::PART::… or FU::Select::Admin::PART::…"""


def admin_group(desk: Desk) -> app_commands.Group:
    """The command with everything below it."""
    group = app_commands.Group(
        name=ROOT,
        description=said("admin.description"),
        default_permissions=discord.Permissions(manage_guild=True),
        allowed_contexts=app_commands.AppCommandContext(guild=True),
        allowed_installs=app_commands.AppInstallationType(guild=True),
    )
    for section in SECTIONS:
        for each in section(desk):
            group.add_command(each)
    return group


async def handle(interaction: Interaction, desk: Desk, custom_id: str) -> None:
    """A button, select or window of a panel, which only those may use who may use the command."""
    if not await manages(interaction):
        return
    part = custom_id.removeprefix("FU::").removeprefix("Select::").split("::")[1]
    if part in PARTS:
        await PARTS[part](interaction, desk, custom_id)
    else:
        await tell(interaction, say("error.button", interaction.locale.value))
