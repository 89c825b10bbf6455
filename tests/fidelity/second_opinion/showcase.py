"""A bot that answers in every way that there is; the same class in simcord's process and in the playground."""

import io
from typing import Any

import discord
from discord import app_commands, ui
from discord.ext import commands

from tests.fidelity.hand import Here
from tests.fidelity.pictures import png


def file(name: str = "grid.png") -> discord.File:
    return discord.File(io.BytesIO(png(24)), name)


def embed() -> discord.Embed:
    shown = discord.Embed(title="Job", description="A *cat*", colour=0xFF0000)
    shown.add_field(name="Seed", value="42", inline=True).add_field(name="Steps", value="20", inline=False)
    return shown.set_footer(text="1 of 4").set_author(name="Ada").set_image(url="attachment://grid.png")


class Ask(ui.Modal, title="Remix"):
    """Old and new kinds of fields."""

    text: ui.TextInput[Any] = ui.TextInput(label="Prompt", custom_id="prompt", default="a cat", max_length=200)
    size: ui.Label[Any] = ui.Label(
        text="Size",
        component=ui.Select(custom_id="size", options=[discord.SelectOption(label=each) for each in ("S", "L")]),
    )
    picture: ui.Label[Any] = ui.Label(text="Picture", component=ui.FileUpload(custom_id="picture", required=False))

    def __init__(self) -> None:
        super().__init__(custom_id="remix")

    async def on_submit(self, interaction: Here) -> None:
        uploaded = [(each.filename, len(await each.read())) for each in self.picture.component.values]  # type: ignore[attr-defined]
        said = f"{self.text.value} {self.size.component.values} {uploaded}"  # type: ignore[attr-defined]
        if interaction.message is None:
            await interaction.response.send_message(said)
        else:
            await interaction.response.edit_message(content=said)


class Panel(ui.View):
    """Each button answers in its own way."""

    def __init__(self, count: int = 0) -> None:
        super().__init__(timeout=None)
        self.count.label = f"Count {count}"
        self.add_item(ui.Button(label="Link", url="https://example.org"))
        self.add_item(ui.Button(label="Off", custom_id="off", disabled=True, emoji="🎲", row=2))

    @ui.button(custom_id="count", style=discord.ButtonStyle.primary)
    async def count(self, interaction: Here, button: ui.Button[Any]) -> None:
        number = int((button.label or "0 0").split()[1])
        await interaction.response.edit_message(view=Panel(number + 1))

    @ui.button(label="Later", custom_id="later")
    async def later(self, interaction: Here, _button: ui.Button[Any]) -> None:
        await interaction.response.defer()
        await interaction.edit_original_response(content="later", attachments=[file("later.png")])

    @ui.button(label="Reply", custom_id="reply")
    async def reply(self, interaction: Here, _button: ui.Button[Any]) -> None:
        await interaction.response.send_message(f"hello {interaction.user.display_name}")

    @ui.button(label="Whisper", custom_id="whisper")
    async def whisper(self, interaction: Here, _button: ui.Button[Any]) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        await interaction.followup.send("psst", file=file("secret.png"))

    @ui.button(label="Gone", custom_id="gone", row=1)
    async def gone(self, interaction: Here, _button: ui.Button[Any]) -> None:
        await interaction.response.defer()
        await interaction.delete_original_response()

    @ui.button(label="Ask", custom_id="ask", row=1)
    async def ask(self, interaction: Here, _button: ui.Button[Any]) -> None:
        await interaction.response.send_modal(Ask())

    @ui.select(custom_id="pick", placeholder="Pick", max_values=2, row=3, options=[
        discord.SelectOption(label=each.title(), value=each, default=each == "a") for each in "abc"
    ])  # fmt: skip
    async def pick(self, interaction: Here, select: ui.Select[Any]) -> None:
        await interaction.response.edit_message(content=f"picked {select.values}", attachments=[])


class Card(ui.LayoutView):
    """Components V2."""

    def __init__(self, text: str) -> None:
        super().__init__(timeout=None)
        press: ui.Button[Any] = ui.Button(label="Turn", custom_id="turn")
        press.callback = self.turn  # type: ignore[method-assign]
        gallery: ui.MediaGallery[Any] = ui.MediaGallery(discord.MediaGalleryItem("attachment://grid.png"))
        self.add_item(ui.Container(ui.TextDisplay(text), gallery, ui.Section("beside", accessory=press)))

    async def turn(self, interaction: Here) -> None:
        await interaction.response.edit_message(view=Card("turned"))


@app_commands.command()
async def plain(interaction: Here, text: str = "hello") -> None:
    """Say it."""
    await interaction.response.send_message(text)


@plain.autocomplete("text")
async def suggest(_interaction: Here, typed: str) -> list[app_commands.Choice[str]]:
    return [app_commands.Choice(name=f"{typed}{n}", value=f"{typed}-{n}") for n in range(3)]


@app_commands.command()
async def secret(interaction: Here) -> None:
    """Say it to one."""
    await interaction.response.send_message("for you", ephemeral=True, embed=discord.Embed(description="alone"))


@app_commands.command()
async def think(interaction: Here, image: discord.Attachment) -> None:
    """Take a while."""
    await interaction.response.defer(thinking=True)
    said = f"{image.filename} {len(await image.read())}"
    await interaction.edit_original_response(content=said, attachments=[file()], view=Panel())


@app_commands.command()
async def show(interaction: Here) -> None:
    """Show an embed."""
    await interaction.response.send_message(embed=embed(), file=file())


@app_commands.command()
async def several(interaction: Here) -> None:
    """Answer more than once."""
    await interaction.response.send_message("first")
    second = await interaction.followup.send("second", wait=True)
    third = await interaction.followup.send("third", wait=True, ephemeral=True)
    await second.edit(content="second, edited")
    await third.delete()
    await interaction.edit_original_response(content="first, edited")


@app_commands.command()
async def card(interaction: Here) -> None:
    """Show a layout."""
    await interaction.response.send_message(view=Card("a card"), file=file())


@app_commands.command()
async def ask(interaction: Here) -> None:
    """Open a modal."""
    await interaction.response.send_modal(Ask())


@app_commands.command()
async def shout(interaction: Here, who: discord.Member) -> None:
    """Mention people, of whom only the member who asked is told."""
    allowed = discord.AllowedMentions(everyone=False, roles=False, users=[interaction.user])
    said = f"@everyone {who.mention} {interaction.user.mention}"
    await interaction.response.send_message(said, allowed_mentions=allowed)


@app_commands.command()
async def post(interaction: Here) -> None:
    """Write to the channel, beside the answer."""
    await interaction.response.defer(ephemeral=True)
    assert isinstance(interaction.channel, discord.TextChannel)
    message = await interaction.channel.send("posted", file=file("post.png"), view=Panel(5))
    await message.edit(content="posted, edited")
    await message.reply("replied")
    await interaction.delete_original_response()


@app_commands.context_menu(name="Describe")
async def describe(interaction: Here, message: discord.Message) -> None:
    await interaction.response.send_message(f"{message.content!r} {len(message.attachments)}", ephemeral=True)


COMMANDS: tuple[Any, ...] = (plain, secret, think, show, several, card, ask, shout, post, describe)


class Showcase(commands.Bot):
    """The bot."""

    def __init__(self) -> None:
        super().__init__(
            command_prefix=commands.when_mentioned, intents=discord.Intents(guilds=True), guild_ready_timeout=0.05
        )

    async def setup_hook(self) -> None:
        for command in COMMANDS:
            self.tree.add_command(command)
        await self.tree.sync()
