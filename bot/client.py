"""The bot as Discord sees it: what it listens to, what it may mention, and where it finds Discord."""

import asyncio
from collections.abc import Callable

import discord
import structlog
import yarl

from bot.buttons.desk import Desk
from bot.buttons.items import ITEMS, Interaction
from bot.commands import Admission, Routes, add_pictures, commands_of
from bot.loopback import stand_in

LONGEST_WAIT = 30.0
"""Seconds that a request may wait for Discord's limits; whoever sent it decides about longer waits."""

HANDLERS = ("CommandTree-invoker", "discord-ui-", "discord.py: on_")
"""How the names of the tasks begin in which discord.py lets us handle what comes from Discord."""

LAST_MOMENT = 1.0
"""Seconds that the bot, when it is stopped, takes to finish its answers."""

log = structlog.stdlib.get_logger("bot.client")


def intents() -> discord.Intents:
    """What the gateway tells us; none of it is privileged, so no form has to be filled in at Discord."""
    return discord.Intents(guilds=True, guild_messages=True, dm_messages=True, guild_reactions=True, dm_reactions=True)


def redirect(api_base: str) -> None:
    """Let every client of this process find Discord at `http://127.0.0.1:8420/api`.

    discord.py reads these three when it makes a request, opens a gateway and names a picture.
    Raises NotLoopback for an address that is not on this machine.
    """
    addresses = stand_in(api_base)
    discord.http.Route.BASE = f"{addresses.api}/v{discord.http.INTERNAL_API_VERSION}"
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(addresses.gateway)
    discord.Asset.BASE = addresses.cdn


class Fourup(discord.Client):
    """The connection to Discord, with the commands on it.

    `on_online` is called each time that Discord has said who the bot is and where. Without a desk it draws nothing.
    """

    def __init__(self, version: str, on_online: Callable[[], None], desk: Desk | None = None) -> None:
        # It never speaks in voice channels, so nobody needs to hear that the libraries for that are missing.
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
        super().__init__(
            intents=intents(),
            allowed_mentions=discord.AllowedMentions.none(),
            max_ratelimit_timeout=LONGEST_WAIT,
        )
        self.commands = commands_of(self, version)
        self._on_online = on_online
        self._routes: Routes | None = None
        if desk:
            self.serve(desk)

    def serve(self, desk: Desk) -> None:
        """Draw with these use cases. To be called before the client is started, once."""
        self.commands.admission = Admission(self, desk.guilds)
        self._routes = Routes(desk, self.commands.admission)
        add_pictures(self.commands, desk)
        self.add_dynamic_items(*ITEMS)

    async def pressed(self, interaction: Interaction) -> None:
        """A button or a select of ours was used."""
        if self._routes:
            await self._routes.pressed(interaction)

    async def setup_hook(self) -> None:
        """Publish the commands before the first of them can be used."""
        is_new = await self.commands.publish()
        log.info("commands published" if is_new else "commands unchanged", commands=len(self.commands.get_commands()))

    async def close(self) -> None:
        """Finish what is being answered, as far as a moment allows, and leave."""
        if not self.is_closed():
            handlers = {task for task in asyncio.all_tasks() if task.get_name().startswith(HANDLERS)}
            if handlers := handlers - {asyncio.current_task()}:
                await asyncio.wait(handlers, timeout=LAST_MOMENT)
        await super().close()

    async def on_connect(self) -> None:
        """Say that the bot is there: Discord has answered IDENTIFY with READY."""
        log.info("online", user=str(self.user))
        self._on_online()
