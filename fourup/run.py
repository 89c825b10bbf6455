"""Runs the bot until somebody stops it: its log, its locks, its signals, and what its end means."""

import asyncio
import gc
import json
import signal
from collections.abc import Callable

import aiohttp
import discord
import structlog

from bot.client import redirect
from bot.images.memory import return_large_blocks
from engine.device import worker_command
from engine.parent import when_parent_goes
from fourup.errors import ConfigurationError, DiscordUnreachable, FourupError, TokenRefused
from fourup.locks import one_bot
from fourup.logs import set_up
from fourup.settings import Settings
from fourup.stopping import Stopping
from fourup.wiring import Bot, Worker, wired

log = structlog.stdlib.get_logger("fourup.run")


def run(settings: Settings, *, exit_with_parent: bool, worker: Worker = worker_command) -> None:
    """Run the bot until SIGINT or SIGTERM; prints one JSON line each time that it is online.

    `worker` says how the engine's process is started. Raises ConfigurationError without a token, AlreadyRunning where
    another Fourup has the token or the folder, TokenRefused for a wrong token, DiscordUnreachable where nothing
    answers, StorageFailed for a database that cannot be opened.
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
    return_large_blocks()
    with one_bot(settings.storage.folder, token, settings.discord.api_base), Stopping() as stopping:
        asyncio.run(_serve(settings, token, worker, stopping, exit_with_parent=exit_with_parent))
    gc.freeze()  # Python would look through everything before it ends, which takes half a second


async def _serve(settings: Settings, token: str, worker: Worker, stopping: Stopping, *, exit_with_parent: bool) -> None:
    loop, online = asyncio.get_running_loop(), asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopping.ask)
    if exit_with_parent:
        when_parent_goes(lambda: loop.call_soon_threadsafe(stopping.ask_once))
    async with wired(settings, _announcing(online), worker) as bot:
        stopping.by_force = bot.engine.kill
        await _run(bot, token, stopping, online)


async def _run(bot: Bot, token: str, stopping: Stopping, online: asyncio.Event) -> None:
    """Until it is to stop, or until one of its parts ends, which none does by itself."""
    connection = asyncio.create_task(bot.client.start(token))
    parts = [
        asyncio.create_task(bot.imagine.run(), name="drawing"),
        asyncio.create_task(bot.delivery.run(), name="delivery"),
        asyncio.create_task(_warm(bot, online), name="warming"),
        asyncio.create_task(bot.sweeper.run(), name="sweeping"),
    ]
    asked = asyncio.create_task(stopping.wait())
    watched = [connection, asked, *parts[:2]]
    try:
        await asyncio.wait(watched, return_when=asyncio.FIRST_COMPLETED)
        failure = next((each.exception() for each in parts[:2] if each.done()), None)
    finally:
        for task in [*parts, asked]:
            task.cancel()
        # what is being drawn waits again before Discord is left, and what was answered is still said
        await asyncio.gather(*parts, asked, return_exceptions=True)
        await asyncio.gather(bot.client.close(), bot.engine.close())
    if failure is None and not stopping.is_asked_for:
        await _ended(connection)
        return
    connection.cancel()  # it may still be on its way to Discord
    await asyncio.gather(connection, return_exceptions=True)
    if failure is not None:
        log.error("a part of the bot failed", exc_info=failure)
        raise FourupError("A part of the bot failed: what it says is in the log above.")


async def _warm(bot: Bot, online: asyncio.Event) -> None:
    """Once it is online, start what members' first pictures would have to wait for."""
    await online.wait()
    await bot.decoders.warm()


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


def _announcing(online: asyncio.Event) -> Callable[[], None]:
    def announce() -> None:
        online.set()
        print(json.dumps({"event": "online"}), flush=True)  # noqa: T201 - what `fourup play` waits for

    return announce
