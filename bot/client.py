"""The bot as Discord sees it: what it listens to, what it may mention, and where it finds Discord."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import discord
import structlog
import yarl

from bot.buttons.desk import Desk
from bot.buttons.items import ITEMS, Interaction
from bot.buttons.scenes import is_age_restricted
from bot.commands import Admission, Arrival, Commands, Help, Reactions, Replies, Routes, add_pictures
from bot.loopback import stand_in
from bot.store.errors import StoreError
from bot.store.messages import Messages
from bot.web.traffic import Traffic

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


@dataclass(frozen=True)
class Front:
    """Who handles what comes from Discord beside commands."""

    messages: Messages
    routes: Routes
    reactions: Reactions
    replies: Replies
    arrival: Arrival


class Fourup(discord.Client):
    """The connection to Discord, with the commands on it.

    `on_online` is called each time that Discord has said who the bot is and where. Without a desk it draws nothing.
    """

    def __init__(
        self, version: str, on_online: Callable[[], None], desk: Desk | None = None, *, traffic: Traffic | None = None
    ) -> None:
        # It never speaks in voice channels, so nobody needs to hear that the libraries for that are missing.
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
        heard: dict[str, Any] = {"http_trace": traffic.trace()} if traffic else {}
        super().__init__(
            intents=intents(),
            allowed_mentions=discord.AllowedMentions.none(),
            max_ratelimit_timeout=LONGEST_WAIT,
            **heard,
        )
        self._traffic = traffic
        self.commands = Commands(self)
        self._help = Help(self.commands, version)
        self.commands.add_command(self._help.command())
        self._on_online = on_online
        self._front: Front | None = None
        if desk:
            self.serve(desk)

    def serve(self, desk: Desk) -> None:
        """Draw with these use cases. To be called before the client is started, once."""
        self._help.rules, self._help.model = desk.rules.version, next(iter(desk.models), None)
        admission = Admission(self, desk.guilds, desk.store.preferences)
        self.commands.admission = admission
        self._front = Front(
            desk.store.messages,
            Routes(desk, admission, self._help),
            Reactions(self, desk, admission),
            Replies(self, desk, admission),
            Arrival(self.commands, desk.store.places, admission),
        )
        add_pictures(self.commands, desk)
        self.add_dynamic_items(*ITEMS)

    def is_age_restricted(self, channel_id: int) -> bool:
        """What Discord says of a channel now; one that is not known is for everybody."""
        return is_age_restricted(self.get_channel(channel_id))

    async def renewed(self, link: str) -> str | None:
        """A link to an attachment, with another day from Discord; None where it gives none."""
        route = discord.http.Route("POST", "/attachments/refresh-urls")
        try:
            told = await self.http.request(route, json={"attachment_urls": [link]})
            return str(told["refreshed_urls"][0]["refreshed"])
        except Exception as failure:  # noqa: BLE001 - the link may work all the same, and the connection fails in many ways
            log.info("a link was not renewed", reason=type(failure).__name__)
            return None

    async def pressed(self, interaction: Interaction) -> None:
        """A button or a select of ours was used."""
        if self._front:
            await self._front.routes.pressed(interaction)

    async def on_interaction(self, interaction: Interaction) -> None:
        """A window is taken by what it says itself, so that it outlives the process that opened it."""
        if self._front and interaction.type is discord.InteractionType.modal_submit:
            await self._front.routes.submitted(interaction)

    async def on_message(self, message: discord.Message) -> None:
        """Somebody wrote something; what is not for the bot comes without its words."""
        if self._front:
            await self._front.replies.heard(message)

    async def on_raw_reaction_add(self, reaction: discord.RawReactionActionEvent) -> None:
        """A member reacted to a message."""
        if self._front:
            await self._front.reactions.added(reaction)

    async def on_raw_message_delete(self, deleted: discord.RawMessageDeleteEvent) -> None:
        """A message is gone: nothing links to it any more."""
        await self._forget({deleted.message_id})

    async def on_raw_bulk_message_delete(self, deleted: discord.RawBulkMessageDeleteEvent) -> None:
        """Many are."""
        await self._forget(deleted.message_ids)

    async def on_guild_available(self, guild: discord.Guild) -> None:
        """A server that it was in when it connected."""
        await self._arrive(guild)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """A server that it was added to while it runs."""
        await self._arrive(guild)

    async def _arrive(self, guild: discord.Guild) -> None:
        if self._front:
            await self._front.arrival.at(guild)

    async def _forget(self, message_ids: Iterable[int]) -> None:
        try:
            for message_id in message_ids:
                if self._front and await self._front.messages.job_of(message_id):
                    await self._front.messages.forget(message_id)
        except StoreError as failure:  # whoever follows the record later finds that it is gone
            log.warning("message not forgotten", reason=str(failure))

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
        if self._traffic:
            self._traffic.connected()
        self._on_online()

    async def on_resumed(self) -> None:
        """A connection that had broken goes on."""
        if self._traffic:
            self._traffic.resumed()
