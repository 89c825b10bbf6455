"""The bot that is measured, in a process of its own: logs in over and over, then answers as fast as it can."""

import asyncio
import io
import json
import os
import random
import sys
import time
from typing import Any

import discord
import yarl
from discord import app_commands, ui

EIGHT_MIB = 8 << 20
PACE = 0.05
"""Seconds between two log-ins: each takes two requests, of which the server lets 50 a second pass."""
Here = discord.Interaction[Any]


def large_picture() -> bytes:
    """8 MiB that begin as a PNG does."""
    return b"\x89PNG\r\n\x1a\n" + random.Random(8).randbytes(EIGHT_MIB - 8)


LARGE = large_picture()


class Press(ui.View):
    """One button, answered for whoever pressed it."""

    def __init__(self) -> None:
        super().__init__(timeout=None)

    @ui.button(label="Press", custom_id="press")
    async def press(self, interaction: Here, _button: ui.Button[Any]) -> None:
        await interaction.response.send_message("pressed", ephemeral=True)


@app_commands.command()
async def answer(interaction: Here) -> None:
    """Answer."""
    await interaction.response.send_message("answer", view=Press())


@app_commands.command()
async def take(interaction: Here, image: discord.Attachment) -> None:
    """Download what was attached."""
    await interaction.response.defer()
    await interaction.edit_original_response(content=str(len(await image.read())))


@app_commands.command()
async def give(interaction: Here) -> None:
    """Answer with a file."""
    await interaction.response.send_message(file=discord.File(io.BytesIO(LARGE), "large.png"))


class Measured(discord.Client):
    """Publishes the commands and listens."""

    def __init__(self) -> None:
        super().__init__(intents=discord.Intents(guilds=True), guild_ready_timeout=0.05)
        self.tree = app_commands.CommandTree(self)

    async def setup_hook(self) -> None:
        commands: tuple[Any, ...] = (answer, take, give)
        for command in commands:
            self.tree.add_command(command)
        self.add_view(Press())
        await self.tree.sync()


async def log_in(token: str) -> float:
    """Seconds from log-in until READY came; what discord.py waits for after that is its own."""
    client = discord.Client(intents=discord.Intents(guilds=True))
    connected = asyncio.Event()

    @client.event
    async def on_connect() -> None:
        connected.set()

    start = time.perf_counter()
    await client.login(token)
    running = asyncio.create_task(client.connect())
    await connected.wait()
    seconds = time.perf_counter() - start
    await client.close()
    await running
    await asyncio.sleep(PACE)
    return seconds


async def main(runs: int) -> None:
    api, token = yarl.URL(os.environ["DISCORD_API"]), os.environ["DISCORD_TOKEN"]
    discord.http.Route.BASE = f"{api}/v10"
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = api.with_scheme("ws").with_path("/gateway")
    print(json.dumps([await log_in(token) for _ in range(runs)]), flush=True)
    async with Measured() as bot:
        await bot.start(token)


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
