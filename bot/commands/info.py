"""/info: who asks, what they have used, and what is under way for them, in Midjourney's own lines."""

from functools import partial
from typing import Any

import discord
from discord import app_commands

from bot.buttons.connection import acknowledged, insist
from bot.buttons.desk import Desk
from bot.buttons.embeds import ACCENT
from bot.buttons.items import Interaction
from bot.buttons.presses import link_to
from bot.buttons.scenes import scene_of
from bot.commands.remaining import Holding, holding_for, limit_lines, remaining
from bot.commands.wording import said
from bot.jobs.job import Job, Speed, State
from bot.prompt.choices import holds
from bot.store.usage import Used
from bot.words import say

MODES = {"Turbo": "--turbo", "Relaxed": "--relax"}


def info_command(desk: Desk) -> app_commands.Command[Any, [], None]:
    """The command /info."""

    @app_commands.command(name="info", description=said("info.description"))
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def answer(interaction: Interaction) -> None:
        # Programs wait for an edited answer, as Midjourney's own bot gives it.
        await acknowledged(partial(interaction.response.defer, ephemeral=True, thinking=True))
        holding = await holding_for(desk, scene_of(interaction))
        embed = await info(interaction.client, interaction.user, desk, holding)
        lines = limit_lines(holding, interaction.locale.value)
        embed.add_field(name=say("info.limits", interaction.locale.value), value="\n".join(lines), inline=False)
        await insist(partial(interaction.edit_original_response, embed=embed))

    return answer


async def info(client: discord.Client, user: discord.abc.User, desk: Desk, holding: Holding) -> discord.Embed:
    """The embed. Programs read its lines, so they are the same in every language."""
    used = await desk.store.usage.of(user.id)
    settings = (await desk.store.preferences.of(user.id)).settings
    unfinished = await desk.store.jobs.unfinished(user.id)
    waiting = [job for job in unfinished if job.state is State.WAITING]
    running = [job for job in unfinished if job.state is State.RUNNING]
    links = [await _link(client, desk, job, number) for number, job in enumerate(running, start=1)]
    every = Used(sum(each.images for each in used.values()), sum(each.gpu_seconds for each in used.values()))
    lines = {
        "User ID": str(user.id),
        "Subscription": "None (self-hosted)",
        "Job Mode": next((name for name, mode in MODES.items() if holds(settings, mode)), "Fast"),
        "Visibility Mode": "Stealth" if holds(settings, "--stealth") else "Public",
        "Fast Time Remaining": remaining(holding),
        "Lifetime Usage": _usage(every),
        "Turbo Usage": _usage(used[Speed.TURBO]),
        "Fast Usage": _usage(used[Speed.FAST]),
        "Relaxed Usage": _usage(used[Speed.RELAX]),
        "": "",
        "Queued Jobs (fast)": str(sum(job.speed is not Speed.RELAX for job in waiting)),
        "Queued Jobs (relax)": str(sum(job.speed is Speed.RELAX for job in waiting)),
        "Running Jobs": " ".join(links) or "None",
    }
    told = "\n".join(f"**{name}**: {value}" if name else "" for name, value in lines.items())
    return discord.Embed(title=f"Your info - {user.name}", description=told, colour=ACCENT)


def _usage(used: Used) -> str:
    return f"{used.images} image{'' if used.images == 1 else 's'} ({used.gpu_seconds / 3600:.2f} hours)"


async def _link(client: discord.Client, desk: Desk, job: Job, number: int) -> str:
    """The number of a job that runs, which leads to its message; its id where there is none."""
    messages = await desk.store.messages.of(job.id)
    if not messages:
        return f"`{job.id}`"
    return f"[{number}]({link_to(client, job, messages[0])})"
