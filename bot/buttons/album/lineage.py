"""Where a picture comes from and what came of it, as far as whoever asks may see that."""

from dataclasses import dataclass

import discord

from bot.buttons.album.sight import may_see
from bot.buttons.desk import Desk
from bot.buttons.items import Interaction
from bot.buttons.presses import link_to
from bot.jobs.job import Action, Job
from bot.messages.lines import called
from bot.store.errors import UnknownJob
from bot.store.messages import Kind
from bot.words import say

MOST = 25
"""Children to choose from: Discord takes so many choices. The latest are those."""


@dataclass(frozen=True)
class Relatives:
    """A job's parent, None where there is none to be seen, and its children, the latest first."""

    parent: Job | None = None
    children: tuple[Job, ...] = ()

    @property
    def are_there(self) -> bool:
        """True where there is somewhere to go from here."""
        return self.parent is not None or bool(self.children)


async def relatives(interaction: Interaction, desk: Desk, job: Job) -> Relatives:
    """Those with pictures that this member may see."""
    parent = None
    if job.parent is not None:
        try:
            found = await desk.store.jobs.get(job.parent)
        except UnknownJob:  # forgotten this very moment
            found = None
        parent = found if found and await may_see(interaction, desk, found) else None
    children: list[Job] = []
    for each in reversed(await desk.store.jobs.children(job.id)):
        if len(children) < MOST and each.pictures and await may_see(interaction, desk, each):
            children.append(each)
    return Relatives(parent, tuple(children))


async def origin(client: discord.Client, desk: Desk, job: Job, parent: Job | None, locale: str) -> str:
    """What the job was made from, with a link to that."""
    if job.action is Action.IMAGINE:
        return say("about.from.prompt", locale)
    if job.action is Action.ADOPT:
        return say("about.from.brought", locale)
    if parent is not None:
        link = await link_of(client, desk, parent)
        name = say("about.link", locale, link=link) if link else say("about.no_message", locale, job_id=parent.id)
    else:
        name = say("about.unseen", locale)
    if job.action is Action.REROLL:
        return say("about.from.reroll", locale, name=name)
    if job.action is Action.UPSCALE:
        return say("about.from.upscale", locale, name=name, index=job.index)
    return say("about.from.picture", locale, name=name, index=job.index, done=called(job))


async def link_of(client: discord.Client, desk: Desk, job: Job) -> str | None:
    """To the latest message with the job's pictures; None where none stands."""
    for message in reversed(await desk.store.messages.of(job.id)):
        if message.kind in {Kind.RESULT, Kind.SHOWN}:
            return link_to(client, job, message)
    return None
