"""Who may use /admin: Discord shows it to those with Manage Server, and we look once more."""

import discord

from bot.buttons.answers import reply
from bot.buttons.embeds import refusal
from bot.buttons.items import Interaction
from bot.buttons.scenes import scene_of
from bot.policy.errors import ACTION_RESTRICTED
from bot.words import say

ROOT = "admin"


async def manages(interaction: Interaction) -> bool:
    """True for who may set the rules of this server; others have been told that they may not."""
    if scene_of(interaction).is_manager:
        return True
    if interaction.type is discord.InteractionType.autocomplete:
        return False
    locale = interaction.locale.value
    key = "admin.elsewhere" if interaction.guild_id is None else "admin.managers_only"
    await reply(interaction, embed=refusal(ACTION_RESTRICTED, say(key, locale)))
    return False
