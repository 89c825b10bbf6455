"""/show: a member's own job once more, here, with live buttons, and the ways to what it came of and what came of it."""

import re
from typing import Any

from discord import app_commands

from bot.buttons import views
from bot.buttons.again import post_again
from bot.buttons.album import lineage, panel
from bot.buttons.answers import reply, tell
from bot.buttons.desk import Desk
from bot.buttons.hidden import unless_hidden
from bot.buttons.items import Interaction
from bot.buttons.progress import asked_by
from bot.commands.wording import said
from bot.imagine.errors import ACTION_RESTRICTED, Refused
from bot.jobs.job import Job, State
from bot.messages import stopped, waiting
from bot.store.errors import UnknownJob
from bot.words import say

LONGEST = 100  # characters of a choice, Discord's limit
MARKS = {
    State.WAITING: "⏳",
    State.RUNNING: "🖌️",
    State.RENDERED: "📮",
    State.DELIVERED: "🖼️",
    State.FAILED: "⚠️",
    State.CANCELLED: "✖️",
}

_LINK = re.compile(r"https://(?:\w+\.)?discord\.com/channels/[\w@]+/\d+/(\d{1,20})")


def show_command(desk: Desk) -> app_commands.Command[Any, ..., None]:
    """The command /show, which offers the member's latest jobs."""

    @app_commands.command(name="show", description=said("show.description"))
    @app_commands.describe(job_id=said("show.job_id"))
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def answer(interaction: Interaction, job_id: app_commands.Range[str, 1, 200]) -> None:
        await show(interaction, desk, job_id.strip())

    @answer.autocomplete("job_id")
    async def offer(interaction: Interaction, current: str) -> list[app_commands.Choice[str]]:
        found = await desk.store.jobs.of(interaction.user.id)
        wanted = current.strip().lower()
        return [_choice(job) for job in found if wanted in job.id or wanted in job.prompt.lower()]

    return answer


async def pressed(interaction: Interaction, desk: Desk, custom_id: str) -> None:
    """Show it here, on a panel. Raises as `show` does."""
    await show(interaction, desk, custom_id.removeprefix(panel.SHOW), is_walked=True)


async def show(interaction: Interaction, desk: Desk, named: str, *, is_walked: bool = False) -> None:
    """The job of this id, or the one that the message of this link shows; of one with relatives the panel below,
    unless it came from there. What its author took away is back with it. Raises UnknownJob, Refused.
    """
    job = await _named(desk, named)
    if job.asked.member.id != interaction.user.id:
        raise Refused(ACTION_RESTRICTED, "show.not_yours")
    await unless_hidden(interaction, desk, job)
    await desk.imagine.may(asked_by(interaction), "show")
    if job.state is State.DELIVERED or (job.state is State.FAILED and job.pictures):
        await post_again(interaction, desk, job)
        await desk.store.album.restore(job.id)
        if not is_walked and (await lineage.relatives(interaction, desk, job)).are_there:
            await panel.follow_with(interaction, desk, job)
    elif job.state in {State.WAITING, State.RUNNING}:
        position = await desk.imagine.position(job)
        text = waiting(job, position, (say("show.unfinished", interaction.locale.value),), interaction.locale.value)
        await reply(interaction, content=text, view=views.of_progress(job), suppress_embeds=True)
    elif job.state is State.RENDERED:
        await tell(interaction, say("job.is.rendered", interaction.locale.value))
    else:
        await reply(interaction, content=stopped(job), suppress_embeds=True)


async def _named(desk: Desk, named: str) -> Job:
    if link := _LINK.fullmatch(named):
        job = await desk.store.messages.job_of(int(link[1]))
        if job is None:
            raise UnknownJob(named)
        return job
    return await desk.store.jobs.get(named.lower())


def _choice(job: Job) -> app_commands.Choice[str]:
    name = f"{MARKS[job.state]} {' '.join(job.prompt.split())}"
    return app_commands.Choice(name=name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…", value=job.id)
