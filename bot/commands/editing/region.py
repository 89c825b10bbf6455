"""/region: any picture, drawn anew where a mask or words say."""

from typing import Any

import discord
from discord import app_commands

from bot.buttons import embeds, regions
from bot.buttons.answers import reply
from bot.buttons.desk import Desk
from bot.buttons.ids import Act, Press
from bot.buttons.items import Interaction
from bot.buttons.progress import asked_by, follow, in_time
from bot.commands.editing.sources import places, source
from bot.commands.wording import said
from bot.imagine.asking import Marked, Submission
from bot.imagine.errors import INVALID_REQUEST, Refused
from bot.jobs.job import Asked, Job
from bot.prompt.errors import WrongPrompt
from bot.prompt.tokens import LONGEST


def region_command(desk: Desk) -> app_commands.Command[Any, ..., None]:
    """The command /region."""

    @app_commands.command(name="region", description=said("editing.region"))
    @app_commands.describe(
        prompt=said("editing.prompt"),
        image=said("editing.image"),
        link=said("editing.link"),
        where=said("editing.where"),
        mask=said("editing.mask"),
    )
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def answer(  # noqa: PLR0913, PLR0917 - the options of the command
        interaction: Interaction,
        prompt: app_commands.Range[str, 1, LONGEST],
        image: discord.Attachment | None = None,
        link: str | None = None,
        where: app_commands.Range[str, 1, 200] | None = None,
        mask: discord.Attachment | None = None,
    ) -> None:
        marked = Marked(mask.url if mask else None, where or "") if mask or where else None
        try:
            picture = await in_time(interaction, desk, source(interaction, desk, image, link))
            await _drawn(interaction, desk, picture, (prompt, marked))
        except WrongPrompt as wrong:
            await reply(interaction, embeds=embeds.wrong_prompt(wrong, prompt, interaction.locale.value))

    @answer.autocomplete("where")
    async def offer(interaction: Interaction, current: str) -> list[app_commands.Choice[str]]:
        return places(current, interaction.locale.value)

    return answer


async def _drawn(
    interaction: Interaction, desk: Desk, picture: Job | str, asked_for: tuple[str, Marked | None]
) -> None:
    """Where nothing says where, the page asks. Raises WrongPrompt, Refused."""
    asked, (prompt, marked) = asked_by(interaction), asked_for
    if marked is None:
        if desk.editor is None:
            raise Refused(INVALID_REQUEST, "region.nowhere")
        job = await in_time(interaction, desk, _taken(desk, asked, picture, prompt))
        await regions.invited(interaction, desk, Press(Act.REGION, job.id, 1), prompt)
        return

    async def work() -> Submission:
        job = await _taken(desk, asked, picture, prompt)
        return await desk.imagine.region(asked, job.id, 1, marked, prompt)

    await follow(interaction, desk, await in_time(interaction, desk, work()))


async def _taken(desk: Desk, asked: Asked, picture: Job | str, prompt: str) -> Job:
    return await desk.imagine.adopt(asked, picture, prompt) if isinstance(picture, str) else picture
