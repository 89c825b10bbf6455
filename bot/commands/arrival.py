"""What the bot says when it comes to a server: once, in the first channel that it may write to."""

import discord
import structlog

from bot.commands.admission import Admission
from bot.commands.tree import Commands
from bot.store.places import Places
from bot.words import say

log = structlog.stdlib.get_logger("bot.commands")


class Arrival:
    """A server is greeted once, ever; one that the host does not allow is told so."""

    def __init__(self, commands: Commands, places: Places, admission: Admission) -> None:
        self._commands, self._places, self._admission = commands, places, admission

    async def at(self, guild: discord.Guild) -> None:
        """The bot is there, for the first time or again."""
        channel = _first_channel(guild)
        if channel is None or not await self._places.meet(guild.id):
            return
        locale = guild.preferred_locale.value
        if self._admission.is_open_to(guild.id):
            told = say("arrival.hello", locale, imagine=self._named("imagine"), help=self._named("help"))
        else:
            told = say("closed.server", locale)
            log.warning("server not allowed", guild=guild.id)
        try:
            await channel.send(told)
        except Exception as failure:  # noqa: BLE001 - whatever it is, the bot answers there all the same
            log.info("not greeted", guild=guild.id, reason=repr(failure))

    def _named(self, name: str) -> str:
        number = self._commands.ids.get(name)
        return f"</{name}:{number}>" if number else f"`/{name}`"


def _first_channel(guild: discord.Guild) -> discord.TextChannel | None:
    """The channel for news of members where there is one, else the first from above, if it may write there."""
    channels = [each for each in (guild.system_channel, *guild.text_channels) if each]
    for channel in channels:
        allowed = channel.permissions_for(guild.me)
        if allowed.view_channel and allowed.send_messages:
            return channel
    return None
