"""/privacy: what the bot keeps of a member as files, and forgetting it, after a second press."""

import io
import re
from functools import partial
from typing import Any

import discord
from discord import app_commands, ui

from bot.buttons.answers import reply
from bot.buttons.connection import acknowledged, insist
from bot.buttons.desk import Desk, Privacy
from bot.buttons.items import Interaction, Press, button
from bot.commands.wording import said
from bot.words import say

FORGET = re.compile(r"FU::Privacy::(?P<deed>Forget|Keep)::(?P<member>\d{1,20})")
"""The buttons under the question; the member who may press them is in them."""
HIGHEST = 999
"""The highest number of a page that can be asked for."""


def privacy_commands(privacy: Privacy) -> app_commands.Group:
    """The commands /privacy export and /privacy forget."""
    group = app_commands.Group(
        name="privacy",
        description=said("privacy.description"),
        allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
    )

    @group.command(name="export", description=said("privacy.export.description"))
    @app_commands.describe(page=said("privacy.page"))
    async def export_(interaction: Interaction, page: app_commands.Range[int, 1, HIGHEST] = 1) -> None:
        await export(interaction, privacy, page)

    @group.command(name="forget", description=said("privacy.forget.description"))
    async def forget_(interaction: Interaction) -> None:
        await ask(interaction, privacy)

    return group


async def export(interaction: Interaction, privacy: Privacy, number: int) -> None:
    """A file that only this member sees."""
    locale = interaction.locale.value
    await acknowledged(partial(interaction.response.defer, ephemeral=True, thinking=True))
    page = await privacy.page(interaction.user.id, number, interaction.filesize_limit)
    told = [say("privacy.exported", locale, number=page.number, pages=page.pages)]
    if page.number < page.pages:
        told.append(say("privacy.next", locale, number=page.number + 1))
    if page.left_out:
        told.append(say("privacy.left_out", locale, count=page.left_out))

    async def answer() -> discord.InteractionMessage:
        file = discord.File(io.BytesIO(page.content), filename=f"fourup-{interaction.user.id}-{page.number}.zip")
        return await interaction.edit_original_response(content="\n".join(told), attachments=[file])

    await insist(answer)


async def ask(interaction: Interaction, privacy: Privacy) -> None:
    """What would go and what would stay, with a button for either."""
    locale, member_id = interaction.locale.value, interaction.user.id
    count = await privacy.count(member_id)
    text = say("privacy.question", locale, count=count)
    view = ui.View(timeout=None)
    yes = ui.Button[Any](
        label=say("privacy.yes", locale),
        custom_id=f"FU::Privacy::Forget::{member_id}",
        style=discord.ButtonStyle.danger,
    )
    view.add_item(Press(yes)).add_item(button(say("privacy.no", locale), f"FU::Privacy::Keep::{member_id}"))
    view.stop()
    await reply(interaction, content=text, view=view)


async def answered(interaction: Interaction, desk: Desk, custom_id: str) -> None:
    """The second press: the question becomes what was done."""
    locale, found = interaction.locale.value, FORGET.fullmatch(custom_id)
    if desk.privacy is None or found is None or int(found["member"]) != interaction.user.id:
        await reply(interaction, content=say("privacy.not_yours", locale))
        return
    key = "privacy.kept"
    if found["deed"] == "Forget":
        await desk.privacy.forget(interaction.user.id)
        key = "privacy.forgotten"
    await acknowledged(partial(interaction.response.edit_message, content=say(key, locale), view=None))
