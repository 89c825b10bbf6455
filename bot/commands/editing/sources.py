"""The picture that a command is about: attached, behind a link, or one of ours by a link to its message."""

import discord
from discord import app_commands

from bot.buttons.desk import Desk
from bot.buttons.hidden import unless_hidden_from
from bot.buttons.items import Interaction
from bot.commands.linked import job_at
from bot.imagine.errors import INVALID_REQUEST, Refused
from bot.jobs.job import Asked, Job
from bot.words import SOURCE, say


async def ours(desk: Desk, asked: Asked, message_id: int) -> Job | None:
    """The job that the message shows, by itself; None where it shows none of ours. Raises Refused."""
    job = await desk.store.messages.job_of(message_id)
    if job is not None:
        await unless_hidden_from(asked.here, desk, job)
    return job


async def source(interaction: Interaction, desk: Desk, image: discord.Attachment | None, link: str | None) -> Job | str:
    """Our job, or the link to a picture. Raises Refused where there is neither."""
    if image is not None:
        return image.url
    if link is None or not link.strip():
        raise Refused(INVALID_REQUEST, "editing.no_picture")
    return await job_at(interaction, desk, link)


def places(typed: str, locale: str) -> list[app_commands.Choice[str]]:
    """What may be meant while it is typed; what was typed itself can always be sent."""
    begun = typed.strip().casefold()
    named, meant = (say("editing.places", each).split(", ") for each in (locale, SOURCE))
    found = {name: value for name, value in zip(named, meant, strict=True) if begun in f"{name} {value}".casefold()}
    own = {typed.strip()[:100]: typed.strip()[:100]} if begun and begun not in map(str.casefold, found) else {}
    return [app_commands.Choice(name=name, value=value) for name, value in (own | found).items()]
