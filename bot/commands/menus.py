"""What a right click on a message offers: five entries, as many as discord.py takes; pictures have a panel."""

from functools import partial

import discord
from discord import app_commands

from bot.buttons import views
from bot.buttons.answers import tell
from bot.buttons.connection import acknowledged, insist
from bot.buttons.desk import Desk
from bot.buttons.hidden import unless_hidden
from bot.buttons.items import Interaction
from bot.buttons.presses import cancel
from bot.commands.linked import pictures_of
from bot.commands.reports import report
from bot.commands.using import offered, windows
from bot.jobs.job import Job
from bot.store.errors import UnknownJob
from bot.words import say


def context_menus(desk: Desk) -> list[app_commands.ContextMenu]:
    """The entries; programs know the first two by Midjourney's names."""

    async def cancel_job(interaction: Interaction, message: discord.Message) -> None:
        await cancel(interaction, desk, (await _job_of(interaction, desk, message)).id)

    async def dm_results(interaction: Interaction, message: discord.Message) -> None:
        await send_results(interaction, desk, await _job_of(interaction, desk, message))

    async def use_as_image_prompt(interaction: Interaction, message: discord.Message) -> None:
        found = await _pictures_in(interaction, message)
        if len(found) == 1:
            await windows.opened(interaction, "image", found[0])
        elif found:  # the panel lets one of them be chosen
            await offered(interaction, desk, found, await _shown_in(interaction, desk, message))

    async def use_this_picture(interaction: Interaction, message: discord.Message) -> None:
        if found := await _pictures_in(interaction, message):
            await offered(interaction, desk, found, await _shown_in(interaction, desk, message))

    async def report_picture(interaction: Interaction, message: discord.Message) -> None:
        await report(interaction, desk, await _job_of(interaction, desk, message), message)

    made = []
    for name, callback in (
        ("Cancel Job", cancel_job),
        ("DM Results", dm_results),
        ("Use as image prompt", use_as_image_prompt),
        ("Use this picture...", use_this_picture),
        ("Report picture", report_picture),
    ):
        menu = app_commands.ContextMenu(name=name, callback=callback)
        menu.allowed_contexts = app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True)
        menu.allowed_installs = app_commands.AppInstallationType(guild=True, user=True)
        made.append(menu)
    return made


async def send_results(interaction: Interaction, desk: Desk, job: Job) -> None:
    """The result by direct message, and word of it here."""
    locale = interaction.locale.value
    if not job.pictures:
        await tell(interaction, say("dm.nothing", locale))
        return
    await unless_hidden(interaction, desk, job, is_by_dm=True)
    await acknowledged(partial(interaction.response.defer, ephemeral=True, thinking=True))
    is_sent = await desk.delivery.send_by_dm(job, interaction.user.id)
    told = say("dm.sent" if is_sent else "dm.closed", locale)
    await insist(partial(interaction.edit_original_response, content=told))


async def _job_of(interaction: Interaction, desk: Desk, message: discord.Message) -> Job:
    """The job that the message shows, by what is recorded or by its own buttons. Raises UnknownJob."""
    if job := await desk.store.messages.job_of(message.id):
        return job
    is_ours = message.author.id == interaction.application_id
    if job_id := views.job_under(message) if is_ours else None:
        return await desk.store.jobs.get(job_id)
    raise UnknownJob(str(message.id))


async def _shown_in(interaction: Interaction, desk: Desk, message: discord.Message) -> Job | None:
    """The same; None where it shows none."""
    try:
        return await _job_of(interaction, desk, message)
    except UnknownJob:
        return None


async def _pictures_in(interaction: Interaction, message: discord.Message) -> list[str]:
    """The links of the message's pictures; where it has none, that is told."""
    found = list(dict.fromkeys(pictures_of(message)))
    if not found:
        await tell(interaction, say("menu.no_picture", interaction.locale.value))
    return found
