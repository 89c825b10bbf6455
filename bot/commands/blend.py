"""/blend: two to five pictures become a grid, without words."""

from typing import Any

import discord
from discord import app_commands

from bot.buttons.desk import Desk
from bot.buttons.items import Interaction
from bot.buttons.progress import asked_by, follow, in_time
from bot.commands.wording import said

Shape = app_commands.Choice[str]

SHAPES = (("blend.portrait", "2:3"), ("blend.square", "1:1"), ("blend.landscape", "3:2"))


def blend_command(desk: Desk) -> app_commands.Command[Any, ..., None]:
    """The command /blend, its options in Midjourney's order."""

    @app_commands.command(name="blend", description=said("blend.description"))
    @app_commands.describe(
        dimensions=said("blend.dimensions"),
        **{f"image{number}": said("blend.image" if number <= 2 else "blend.more") for number in range(1, 6)},
    )
    @app_commands.choices(dimensions=[Shape(name=said(key), value=aspect) for key, aspect in SHAPES])
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def answer(  # noqa: PLR0913, PLR0917 - the options of the command
        interaction: Interaction,
        image1: discord.Attachment,
        image2: discord.Attachment,
        dimensions: Shape | None = None,
        image3: discord.Attachment | None = None,
        image4: discord.Attachment | None = None,
        image5: discord.Attachment | None = None,
    ) -> None:
        links = [image.url for image in (image1, image2, image3, image4, image5) if image]
        aspect = dimensions.value if dimensions else None
        submission = await in_time(interaction, desk, desk.imagine.blend(asked_by(interaction), links, aspect))
        await follow(interaction, desk, submission)

    return answer
