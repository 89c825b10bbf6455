"""Pictures that are not for everybody here: hidden, taken away, stealthy, or explicit where everybody reads along."""

import asyncio

from bot.buttons.desk import Desk
from bot.buttons.items import Interaction
from bot.buttons.scenes import scene_of
from bot.jobs.job import Job
from bot.jobs.scene import Scene
from bot.messages import is_private
from bot.policy.errors import ACTION_RESTRICTED, Refused


async def is_for_nobody(desk: Desk, job: Job) -> bool:
    """True where it is not sent by direct message: it was taken away, hidden, or is explicit; or its grid is."""
    rulings, jobs = desk.store.rulings, job.with_parent
    if await desk.store.album.is_binned(job.id):
        return True
    return await rulings.are_hidden(jobs) or await rulings.are_explicit(jobs)


async def unless_hidden(interaction: Interaction, desk: Desk, job: Job, *, is_by_dm: bool = False) -> None:
    """Raises Refused where it is not for whoever asks, here; moderators see what was hidden.

    What its author has taken away, or alone may see, is there for the author.
    """
    await unless_hidden_from(scene_of(interaction), desk, job, is_by_dm=is_by_dm)


async def unless_hidden_from(scene: Scene, desk: Desk, job: Job, *, is_by_dm: bool = False) -> None:
    """The same for whoever is there. Raises Refused."""
    is_others = scene.member_id != job.asked.member.id
    if is_others and is_private(job):
        raise Refused(ACTION_RESTRICTED, "picture.stealth")
    rulings, jobs = desk.store.rulings, job.with_parent
    is_binned, are_hidden, are_explicit = await asyncio.gather(
        desk.store.album.is_binned(job.id), rulings.are_hidden(jobs), rulings.are_explicit(jobs)
    )
    if is_others and is_binned:
        raise Refused(ACTION_RESTRICTED, "picture.binned")
    if not scene.is_moderator and are_hidden:
        raise Refused(ACTION_RESTRICTED, "picture.hidden")
    if (is_by_dm or not scene.is_age_restricted) and are_explicit:
        raise Refused(ACTION_RESTRICTED, "picture.explicit")
