"""In which language a member is answered: the one chosen in /settings, else the one that Discord has for them."""

import discord
import structlog

from bot.buttons.items import Interaction
from bot.store.errors import StoreError
from bot.store.preferences import Preferences
from bot.words import LOCALES

IN_DISCORD = "locale in Discord"

log = structlog.stdlib.get_logger("bot.commands")


async def listen(interaction: Interaction, preferences: Preferences) -> None:
    """Let the interaction speak the language that was chosen. What cannot be looked up is as Discord has it."""
    try:
        speak(interaction, await preferences.language(interaction.user.id))
    except StoreError as failure:
        log.warning("language not looked up", member=interaction.user.id, reason=str(failure))


def speak(interaction: Interaction, chosen: str) -> None:
    """Let the interaction speak this language from now on, or Discord's where it is empty or has no words any more."""
    in_discord = interaction.extras.setdefault(IN_DISCORD, interaction.locale)
    interaction.locale = _LOCALES.get(chosen, in_discord)


_LOCALES = {
    locale.value.partition("-")[0]: locale
    for locale in reversed(discord.Locale)
    if locale.value.partition("-")[0] in LOCALES
}
"""For each language that there are words for, a locale of Discord's that reads them."""
