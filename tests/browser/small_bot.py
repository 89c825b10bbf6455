"""A small discord.py bot with one of everything that a page has to show: what the browser tests press and fill in."""

import asyncio
import io

import discord
import yarl
from discord import app_commands, ui
from PIL import Image, ImageDraw

from playground import Playground

STYLES = ("watercolor", "woodcut", "pencil", "neon")
PALETTE = ("#7c9cf5", "#f2a65a", "#74c69d", "#e56b6f")


def point_at(playground: Playground) -> None:
    """Let discord.py find the playground; monkeypatched back by the fixture."""
    discord.http.Route.BASE = f"{playground.api_base}/v{discord.http.INTERNAL_API_VERSION}"
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(playground.context.gateway_url)
    discord.Asset.BASE = f"{playground.origin}/cdn"


def drawing(number: int = 0, size: int = 384, name: str = "picture.png") -> discord.File:
    """A hill under a sun, in one of four colours."""
    return _file(_hill(number, size), name, f"A hill under a sun, number {number + 1}")


def grid(size: int = 512) -> discord.File:
    """All four of them, two by two."""
    whole = Image.new("RGB", (size, size))
    for number in range(4):
        whole.paste(_hill(number, size // 2), (number % 2 * size // 2, number // 2 * size // 2))
    return _file(whole, "grid.png", "Four hills under a sun")


def _hill(number: int, size: int) -> Image.Image:
    picture = Image.new("RGB", (size * 2, size * 2), PALETTE[number % 4])
    draw = ImageDraw.Draw(picture)
    wide = size * 2
    draw.ellipse((wide * 0.6, wide * 0.12, wide * 0.84, wide * 0.36), fill="#fff3c4")
    draw.ellipse((-wide * 0.3, wide * 0.62, wide * 0.9, wide * 1.6), fill="#2f4858")
    draw.ellipse((wide * 0.3, wide * 0.7, wide * 1.4, wide * 1.6), fill="#33658a")
    return picture.resize((size, size), Image.Resampling.LANCZOS)


def _file(picture: Image.Image, name: str, description: str) -> discord.File:
    target = io.BytesIO()
    picture.save(target, "PNG")
    return discord.File(io.BytesIO(target.getvalue()), name, description=description)


class Grid(ui.View):
    """U and V as members know them."""

    def __init__(self) -> None:
        super().__init__(timeout=None)
        for row, letter in enumerate("UV"):
            for number in range(1, 5):
                button: ui.Button[Grid] = ui.Button(label=f"{letter}{number}", custom_id=f"{letter}{number}", row=row)
                button.callback = self._press(button)  # type: ignore[method-assign] # discord.py's own way
                self.add_item(button)

    def _press(self, button: "ui.Button[Grid]"):  # type: ignore[no-untyped-def] # noqa: ANN202 - a callback
        async def pressed(interaction: discord.Interaction) -> None:
            if str(button.label).startswith("V"):
                await interaction.response.send_modal(Remix())
                return
            button.style = discord.ButtonStyle.primary
            await interaction.response.edit_message(view=self)
            await interaction.followup.send(f"Image #{button.label[1]}", file=drawing(int(str(button.label)[1]) - 1))

        return pressed


class Remix(ui.Modal, title="Remix"):
    """A prompt, a choice, a file and a tick."""

    prompt = ui.Label(
        text="New prompt",
        description="What the variations are made of.",
        component=ui.TextInput(style=discord.TextStyle.paragraph, default="a hill", max_length=100),
    )
    style = ui.Label(
        text="Style",
        component=ui.Select(options=[discord.SelectOption(label=style.title(), value=style) for style in STYLES]),
    )
    picture = ui.Label(text="Picture", component=ui.FileUpload(required=False))
    tile = ui.Label(text="Seamless", component=ui.Checkbox())

    async def on_submit(self, interaction: discord.Interaction) -> None:
        prompt, style, picture, tile = (label.component for label in (self.prompt, self.style, self.picture, self.tile))
        text = f"Remixed: {prompt.value}, {style.values[0]}, {len(picture.values)} file, tile {tile.value}"  # type: ignore[attr-defined]
        await interaction.response.send_message(text)


class Picker(ui.View):
    """One select of each sort."""

    @ui.select(placeholder="Pick styles", max_values=2, options=[discord.SelectOption(label=style) for style in STYLES])
    async def styles(self, interaction: discord.Interaction, select: "ui.Select[Picker]") -> None:
        await interaction.response.send_message("Picked " + " and ".join(select.values), ephemeral=True)

    @ui.select(cls=ui.UserSelect, placeholder="Pick a member")
    async def member(self, interaction: discord.Interaction, select: "ui.UserSelect[Picker]") -> None:
        await interaction.response.send_message(f"Picked {select.values[0].display_name}", ephemeral=True)

    @ui.select(cls=ui.ChannelSelect, placeholder="Pick a channel")
    async def channel(self, interaction: discord.Interaction, select: "ui.ChannelSelect[Picker]") -> None:
        await interaction.response.send_message(f"Picked #{select.values[0].name}", ephemeral=True)


class Card(ui.LayoutView):
    """Components V2: text, a section, a gallery, a line, a file, a button."""

    def __init__(self) -> None:
        super().__init__(timeout=None)
        card: ui.Container[Card] = ui.Container(accent_color=discord.Color.from_str("#f2a65a"))
        card.add_item(ui.TextDisplay("## Four hills\nMade *by hand*, shown in a gallery."))
        card.add_item(ui.MediaGallery(*(discord.MediaGalleryItem(f"attachment://hill{n}.png") for n in range(4))))
        card.add_item(ui.Separator())
        thumbnail: ui.Thumbnail[Card] = ui.Thumbnail("attachment://hill0.png", description="The first hill")
        card.add_item(ui.Section(ui.TextDisplay("The first of them"), accessory=thumbnail))
        card.add_item(ui.File("attachment://notes.txt"))
        row: ui.ActionRow[Card] = ui.ActionRow()
        row.add_item(ui.Button(label="Documentation", url="https://example.com/"))
        self.add_item(card.add_item(row))

    @staticmethod
    def files() -> list[discord.File]:
        hills = [drawing(number, 256, f"hill{number}.png") for number in range(4)]
        return [*hills, discord.File(io.BytesIO(b"Four hills."), "notes.txt")]


class SmallBot(discord.Client):
    """Logs in, publishes its commands, answers."""

    def __init__(self) -> None:
        super().__init__(intents=discord.Intents(guilds=True, guild_messages=True), guild_ready_timeout=0.05)
        self.tree = app_commands.CommandTree(self)
        self.is_there = asyncio.Event()
        self.was_asked = asyncio.Event()
        """Set once a member asked for `/sleep`."""
        self.go_on = asyncio.Event()
        """Set by a test to let `/draw` go on after its first preview."""
        for command in (self._draw(), self._pick(), self._card(), self._sleep(), self._admin()):
            self.tree.add_command(command)
        self.tree.add_command(self._describe())
        self.tree.add_command(self._greet())

    async def setup_hook(self) -> None:
        await self.tree.sync()

    async def on_ready(self) -> None:
        self.is_there.set()

    def _draw(self) -> app_commands.Command:  # type: ignore[type-arg]
        @app_commands.command(name="draw", description="Draw four pictures")
        @app_commands.describe(
            prompt="What to draw", count="How many", style="In which style", image="A picture to start from"
        )
        async def draw(
            interaction: discord.Interaction,
            prompt: app_commands.Range[str, 1, 100],
            count: app_commands.Range[int, 1, 4] = 4,
            style: str = "pencil",
            image: discord.Attachment | None = None,
            private: bool = False,
        ) -> None:
            await interaction.response.defer(ephemeral=private)
            await interaction.edit_original_response(
                content=f"**{prompt}** - {interaction.user.mention} (31%)", attachments=[drawing(3, 96)]
            )
            await self.go_on.wait()
            told = f" from {image.filename}" if image else ""
            await interaction.edit_original_response(
                content=f"**{prompt}** in {style}, {count} of them{told} - {interaction.user.mention}",
                attachments=[grid()],
                view=Grid(),
            )

        @draw.autocomplete("style")
        async def suggest(_interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
            return [app_commands.Choice(name=style.title(), value=style) for style in STYLES if typed.lower() in style]

        return draw

    def _pick(self) -> app_commands.Command:  # type: ignore[type-arg]
        @app_commands.command(name="pick", description="Choose from lists")
        async def pick(interaction: discord.Interaction) -> None:
            await interaction.response.send_message("Choose:", view=Picker())

        return pick

    def _card(self) -> app_commands.Command:  # type: ignore[type-arg]
        @app_commands.command(name="card", description="Show a card with a gallery")
        async def card(interaction: discord.Interaction) -> None:
            await interaction.response.send_message(view=Card(), files=Card.files())

        return card

    def _sleep(self) -> app_commands.Command:  # type: ignore[type-arg]
        @app_commands.command(name="sleep", description="Never answers")
        async def sleep(_interaction: discord.Interaction) -> None:
            self.was_asked.set()

        return sleep

    def _admin(self) -> app_commands.Command:  # type: ignore[type-arg]
        @app_commands.command(name="rules", description="For moderators")
        @app_commands.default_permissions(manage_guild=True)
        async def rules(interaction: discord.Interaction) -> None:
            await interaction.response.send_message("These are the rules.", ephemeral=True)

        return rules

    def _describe(self) -> app_commands.ContextMenu:
        @app_commands.context_menu(name="Describe")
        async def describe(interaction: discord.Interaction, message: discord.Message) -> None:
            await interaction.response.send_message(f"It says: {message.content}", ephemeral=True)

        return describe

    def _greet(self) -> app_commands.ContextMenu:
        @app_commands.context_menu(name="Greet")
        async def greet(interaction: discord.Interaction, user: discord.User) -> None:
            await interaction.response.send_message(f"Hello {user.display_name}!")

        return greet
