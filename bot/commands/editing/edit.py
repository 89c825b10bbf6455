"""/edit: any picture, changed as it is said in words."""

from typing import Any

import discord
from discord import app_commands

from bot.buttons.desk import Desk
from bot.buttons.items import Interaction
from bot.buttons.progress import asked_by, follow, in_time
from bot.commands.editing.sources import places, source
from bot.commands.using.starts import LONGEST_TOLD
from bot.commands.wording import said
from bot.imagine.asking import Submission, Told
from bot.jobs.job import Asked, Job


def edit_command(desk: Desk) -> app_commands.Command[Any, ..., None]:
    """The command /edit."""

    @app_commands.command(name="edit", description=said("editing.edit"))
    @app_commands.describe(
        instruction=said("editing.instruction"),
        image=said("editing.image"),
        link=said("editing.link"),
        where=said("editing.where"),
    )
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def answer(
        interaction: Interaction,
        instruction: app_commands.Range[str, 1, LONGEST_TOLD],
        image: discord.Attachment | None = None,
        link: str | None = None,
        where: app_commands.Range[str, 1, 200] | None = None,
    ) -> None:
        async def work() -> Submission:
            picture = await source(interaction, desk, image, link)
            return await revised(desk, asked_by(interaction), picture, Told(instruction, where or ""))

        await follow(interaction, desk, await in_time(interaction, desk, work()))

    @answer.autocomplete("where")
    async def offer(interaction: Interaction, current: str) -> list[app_commands.Choice[str]]:
        return places(current, interaction.locale.value)

    return answer


async def revised(desk: Desk, asked: Asked, picture: Job | str, told: Told, index: int = 1) -> Submission:
    """What comes of the picture; one from elsewhere is taken up first. Raises Refused."""
    if found := await desk.store.jobs.asked(asked.interaction_id):
        return Submission(found, is_new=False)
    job = await desk.imagine.adopt(asked, picture) if isinstance(picture, str) else picture
    return await desk.imagine.revise(asked, job.id, index, told)
