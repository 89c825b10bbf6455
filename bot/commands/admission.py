"""Whom the bot serves: the servers that its host allows, and their members in direct messages."""

import time
from collections.abc import Callable
from functools import partial

import discord
import structlog

from bot.buttons.answers import tell
from bot.buttons.connection import age, insist
from bot.buttons.items import Interaction
from bot.commands.languages import listen
from bot.store.preferences import Preferences
from bot.words import say

log = structlog.stdlib.get_logger("bot.commands")

REMEMBERED = 600.0
"""Seconds for which a member of an allowed server is known as one without asking Discord again."""


class Admission:
    """The host's allow-list; None allows every server."""

    def __init__(
        self,
        client: discord.Client,
        guilds: frozenset[int] | None,
        preferences: Preferences,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._client, self._guilds, self._now = client, guilds, now
        self.preferences = preferences
        self._known: dict[int, float] = {}

    def is_open_to(self, guild_id: int) -> bool:
        """True for a server that is served."""
        return self._guilds is None or guild_id in self._guilds

    async def admits(self, user_id: int, guild_id: int | None) -> bool:
        """True in a server that is served, and elsewhere for whoever is a member of one.

        Elsewhere is a direct message, a group, and where somebody uses the bot from their own account.
        """
        if self._guilds is None:
            return True
        if guild_id is not None:
            return guild_id in self._guilds
        if self._known.get(user_id, 0.0) > self._now():
            return True
        if await self._is_member(user_id):
            self._known = {known: until for known, until in self._known.items() if until > self._now()}
            self._known[user_id] = self._now() + REMEMBERED
            return True
        return False

    async def _is_member(self, user_id: int) -> bool:
        for guild in self._client.guilds:
            if self._guilds is None or guild.id not in self._guilds:
                continue
            if guild.get_member(user_id) or guild.owner_id == user_id:
                return True
            try:
                await insist(partial(guild.fetch_member, user_id))
            except discord.NotFound:
                continue
            except discord.HTTPException as failure:
                log.warning("member not looked up", guild=guild.id, reason=str(failure))
                continue
            return True
        return False


async def admitted(interaction: Interaction, admission: Admission) -> bool:
    """True where the bot serves whoever asks; else it has said politely that it does not.

    From here on the interaction speaks the language that the member has chosen.
    """
    age(interaction)
    await listen(interaction, admission.preferences)
    if await admission.admits(interaction.user.id, interaction.guild_id):
        return True
    if interaction.type is discord.InteractionType.autocomplete:
        return False
    key = "closed.server" if interaction.guild_id is not None else "closed.elsewhere"
    await tell(interaction, say(key, interaction.locale.value))
    return False
