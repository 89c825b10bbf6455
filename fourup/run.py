"""Runs the bot: wires the configuration, the log and the client together until somebody stops it."""

import asyncio
import json
import signal

import aiohttp
import discord

from bot.client import Fourup, redirect
from engine.parent import when_parent_goes
from fourup import __version__
from fourup.errors import ConfigurationError, DiscordUnreachable, TokenRefused
from fourup.locks import one_bot
from fourup.logs import set_up
from fourup.settings import Settings


def run(settings: Settings, *, exit_with_parent: bool) -> None:
    """Run the bot until SIGINT or SIGTERM; prints one JSON line each time that it is online.

    Raises ConfigurationError without a token, AlreadyRunning where another Fourup has the token or the folder,
    TokenRefused for a wrong token, DiscordUnreachable where nothing answers.
    """
    token = settings.token()
    if not token:
        raise ConfigurationError(
            "The bot has no token: `fourup init` asks for it and writes the configuration; FOURUP_DISCORD__TOKEN and "
            "discord.token_file name one too."
        )
    set_up(settings.log.level, settings.log.format, secrets=[token])
    if settings.discord.api_base:
        redirect(settings.discord.api_base)
    with one_bot(settings.storage.folder, token, settings.discord.api_base):
        asyncio.run(_serve(token, exit_with_parent=exit_with_parent))


async def _serve(token: str, *, exit_with_parent: bool) -> None:
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    if exit_with_parent:
        when_parent_goes(lambda: loop.call_soon_threadsafe(stop.set))
    async with Fourup(__version__, on_online=_announce) as client:
        connection = asyncio.create_task(client.start(token))
        stopping = asyncio.create_task(stop.wait())
        await asyncio.wait({connection, stopping}, return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        await client.close()
        await _ended(connection)


async def _ended(connection: asyncio.Task[None]) -> None:
    """Wait for the connection's end and put what ended it into the host's words."""
    try:
        await connection
    except discord.LoginFailure:
        raise TokenRefused from None
    except discord.DiscordServerError as failure:
        raise DiscordUnreachable(f"it answers {failure.status}") from None
    except (aiohttp.ClientConnectionError, OSError) as failure:
        raise DiscordUnreachable(str(failure)) from None


def _announce() -> None:
    print(json.dumps({"event": "online"}), flush=True)  # noqa: T201 - what `fourup play` waits for
