"""The set of commands: kept equal to what Discord has, and the one place where a command's errors are answered."""

from typing import Any

import discord
import structlog
from discord import app_commands

from bot.buttons.answers import tell_error, tell_outdated
from bot.buttons.items import Interaction
from bot.commands.admin.managers import ROOT, manages
from bot.commands.admission import Admission, admitted
from bot.commands.comparison import same_commands
from bot.words import translation

log = structlog.stdlib.get_logger("bot.commands")


class Words(app_commands.Translator):
    """Translates what a command shows in Discord's picker: a `locale_str` that carries `key`."""

    async def translate(
        self, string: app_commands.locale_str, locale: discord.Locale, context: app_commands.TranslationContextTypes
    ) -> str | None:
        """The words of the string's key in this locale, None where nobody translated them."""
        return translation(string.extras["key"], locale.value) if "key" in string.extras else None


class Commands(app_commands.CommandTree[discord.Client]):
    """Fourup's commands."""

    def __init__(self, client: discord.Client) -> None:
        super().__init__(client)
        self.ids: dict[str, int] = {}
        self.admission: Admission | None = None

    async def publish(self) -> bool:
        """Send the set to Discord if it differs from what Discord has; True when it did.

        Discord allows 200 new commands a day, and a member's open picker goes stale with each change.
        """
        await self.set_translator(Words())
        client, application_id = self.client, self.client.application_id
        route = discord.http.Route("GET", "/applications/{application_id}/commands", application_id=application_id)
        present = await client.http.request(route, params={"with_localizations": "true"})
        if same_commands(await self._payload(), present):
            self.ids = {command["name"]: int(command["id"]) for command in present}
            return False
        self.ids = {command.name: command.id for command in await self.sync()}
        return True

    async def _payload(self) -> list[dict[str, Any]]:
        translator = self.translator
        assert translator is not None  # noqa: S101 - set by publish
        return [await command.get_translated_payload(self, translator) for command in self.get_commands()]

    async def interaction_check(self, interaction: Interaction, /) -> bool:
        """Serve whom the host allows; others are told politely that they are not."""
        if self.admission is None or await admitted(interaction, self.admission):
            named = interaction.data.get("name") if interaction.data else None
            return named != ROOT or await manages(interaction)
        if interaction.type is discord.InteractionType.autocomplete:
            await interaction.response.autocomplete([])
        return False

    async def on_error(self, interaction: Interaction, error: app_commands.AppCommandError, /) -> None:
        """Answer with one calm sentence; what nobody foresaw is logged under a number that the sentence carries."""
        if isinstance(error, app_commands.CommandNotFound | app_commands.CommandSignatureMismatch):
            log.warning("outdated command", interaction=interaction.id, reason=str(error))
            await tell_outdated(interaction)
            return
        await tell_error(interaction, error.original if isinstance(error, app_commands.CommandInvokeError) else error)
