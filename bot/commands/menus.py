"""What a right click on a message offers: Cancel Job, DM Results, Use as image prompt, Report picture."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import discord
from discord import app_commands, ui

from bot.buttons import views
from bot.buttons.answers import tell
from bot.buttons.connection import acknowledged, insist
from bot.buttons.desk import Desk
from bot.buttons.hidden import unless_hidden
from bot.buttons.items import Interaction
from bot.buttons.presses import cancel
from bot.buttons.windows import LONGEST, fields_of
from bot.commands.imagine import imagine
from bot.commands.reports import report
from bot.imagine.asking import Given
from bot.jobs.job import Job
from bot.store.errors import UnknownJob
from bot.words import say

PROMPT_WINDOW = "FU::ImagePrompt"
PROMPT, PICTURE = "FU::ImagePrompt::prompt", "FU::ImagePrompt::picture"


def context_menus(desk: Desk) -> list[app_commands.ContextMenu]:
    """The entries; programs know the first two by Midjourney's names."""

    async def cancel_job(interaction: Interaction, message: discord.Message) -> None:
        await cancel(interaction, desk, (await _job_of(interaction, desk, message)).id)

    async def dm_results(interaction: Interaction, message: discord.Message) -> None:
        await send_results(interaction, desk, await _job_of(interaction, desk, message))

    async def use_as_image_prompt(interaction: Interaction, message: discord.Message) -> None:
        await open_window(interaction, message)

    async def report_picture(interaction: Interaction, message: discord.Message) -> None:
        await report(interaction, desk, await _job_of(interaction, desk, message), message)

    made = []
    for name, callback in (
        ("Cancel Job", cancel_job),
        ("DM Results", dm_results),
        ("Use as image prompt", use_as_image_prompt),
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


async def open_window(interaction: Interaction, message: discord.Message) -> None:
    """A window for the words beside the message's picture, which has its link in it, so that nothing is remembered."""
    locale = interaction.locale.value
    link = next(_pictures(message), None)
    if link is None:
        await tell(interaction, say("menu.no_picture", locale))
        return
    window = ui.Modal(title=say("menu.title", locale), custom_id=PROMPT_WINDOW)
    prompt: ui.TextInput[Any] = ui.TextInput(
        custom_id=PROMPT, style=discord.TextStyle.paragraph, max_length=LONGEST, placeholder="--ar 3:2"
    )
    picture: ui.TextInput[Any] = ui.TextInput(custom_id=PICTURE, default=link, max_length=LONGEST)
    window.add_item(ui.Label(text=say("menu.prompt", locale), component=prompt))
    window.add_item(ui.Label(text=say("menu.picture", locale), component=picture))
    window.stop()  # discord.py would wait for it in memory; whatever is sent says itself what it is for
    await acknowledged(partial(interaction.response.send_modal, window))


async def submitted(interaction: Interaction, desk: Desk) -> None:
    """The window came back, perhaps to another process than the one that opened it."""
    fields = fields_of(interaction)
    await imagine(interaction, desk, fields.get(PROMPT, ""), Given(image=fields.get(PICTURE, "").strip() or None))


async def _job_of(interaction: Interaction, desk: Desk, message: discord.Message) -> Job:
    """The job that the message shows, by what is recorded or by its own buttons. Raises UnknownJob."""
    if job := await desk.store.messages.job_of(message.id):
        return job
    is_ours = message.author.id == interaction.application_id
    if job_id := views.job_under(message) if is_ours else None:
        return await desk.store.jobs.get(job_id)
    raise UnknownJob(str(message.id))


def _pictures(message: discord.Message) -> Iterator[str]:
    for attachment in message.attachments:
        if (attachment.content_type or "").startswith("image/"):
            yield attachment.url
    for embed in message.embeds:
        yield from filter(None, (embed.image.url, embed.thumbnail.url))
