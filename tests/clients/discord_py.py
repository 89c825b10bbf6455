"""The small bot with discord.py: a picture in, a picture out, a button, a modal, a select, suggestions."""

import asyncio
import io
import os
import signal
from typing import Any, cast

import discord
import yarl
from discord import app_commands
from discord.ext import commands

SIZES = ("small", "large")
Here = discord.Interaction[Any]


def redirect(api_base: str) -> None:
    """Point discord.py elsewhere, by the three attributes that hold its addresses."""
    api = yarl.URL(api_base)
    discord.http.Route.BASE = f"{api_base}/v10"
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = api.with_scheme("ws").with_path("/gateway")
    discord.asset.Asset.BASE = str(api.with_path("/cdn"))


class Words(discord.ui.Modal, title="Words"):
    """One field, answered for the member alone."""

    text: discord.ui.TextInput[Any] = discord.ui.TextInput(label="Which words?", custom_id="text", max_length=100)

    def __init__(self) -> None:
        super().__init__(custom_id="words")

    async def on_submit(self, interaction: Here) -> None:
        await interaction.response.send_message(f"words: {self.text.value}", ephemeral=True)


class Buttons(discord.ui.View):
    """Two buttons and a select under each picture, alive as long as the bot."""

    def __init__(self) -> None:
        super().__init__(timeout=None)

    @discord.ui.button(label="Again", custom_id="again", style=discord.ButtonStyle.primary)
    async def again(self, interaction: Here, button: discord.ui.Button[Any]) -> None:
        button.disabled = True
        await interaction.response.edit_message(content="again", view=self)
        button.disabled = False

    @discord.ui.button(label="Words", custom_id="words")
    async def words(self, interaction: Here, _button: discord.ui.Button[Any]) -> None:
        await interaction.response.send_modal(Words())

    @discord.ui.select(custom_id="size", options=[discord.SelectOption(label=size) for size in SIZES])
    async def size(self, interaction: Here, select: discord.ui.Select[Any]) -> None:
        await interaction.response.edit_message(content=f"size: {select.values[0]}")


@app_commands.command()
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.choices(style=[app_commands.Choice(name=name.title(), value=name) for name in ("plain", "bold")])
async def picture(interaction: Here, image: discord.Attachment, style: str = "plain", subject: str = "nothing") -> None:
    """Give a picture back."""
    await interaction.response.defer()
    body = await image.read()
    file = discord.File(io.BytesIO(body), "answer.png")
    content = f"{subject} in {style}: {len(body)} bytes"
    await interaction.edit_original_response(content=content, attachments=[file], view=Buttons())


@picture.autocomplete("subject")
async def suggest(_interaction: Here, typed: str) -> list[app_commands.Choice[str]]:
    return [app_commands.Choice(name=f"{typed} {thing}", value=f"{typed}-{thing}") for thing in ("tree", "house")]


class Small(commands.Bot):
    """The bot; in a process of its own, or beside a test."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            command_prefix=commands.when_mentioned,
            intents=discord.Intents(guilds=True),
            allowed_mentions=discord.AllowedMentions.none(),
            **options,
        )

    async def setup_hook(self) -> None:
        self.add_view(Buttons())
        self.tree.add_command(cast("app_commands.Command[Any, ..., Any]", picture))
        await self.tree.sync()


async def main() -> None:
    redirect(os.environ["DISCORD_API"])
    async with Small(guild_ready_timeout=0.05) as bot:
        running = asyncio.create_task(bot.start(os.environ["DISCORD_TOKEN"]))
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, lambda: asyncio.ensure_future(bot.close()))
        await running


if __name__ == "__main__":
    asyncio.run(main())
