"""Report picture: a member's word to moderators, in a channel of theirs, with buttons that tell who did what."""

import time
from contextlib import suppress
from functools import partial
from typing import Any

import discord

from bot.buttons import takedown
from bot.buttons.answers import tell
from bot.buttons.connection import acknowledged, insist
from bot.buttons.desk import Desk
from bot.buttons.items import Interaction
from bot.buttons.presses import link_to
from bot.buttons.reporting import TOPIC, acted, of_report
from bot.buttons.scenes import scene_of
from bot.commands.admin.deciding import by
from bot.commands.admin.member import server_of, told
from bot.errors import BotError
from bot.jobs.job import Job, State
from bot.messages.quoting import bold
from bot.policy.errors import ACTION_RESTRICTED, Refused
from bot.store.messages import Kind, Message
from bot.store.rulings import HIDDEN, MUTE, REPORTS, WARNING
from bot.words import say

MUTED = 24 * 3600
"""Seconds of a mute that a button gives."""
RED = discord.Colour(15548997)
_NOBODY = discord.AllowedMentions.none()


async def report(interaction: Interaction, desk: Desk, job: Job, message: discord.Message) -> None:
    """Tell the moderators of this server of the picture, once."""
    locale = interaction.locale.value
    if interaction.guild_id is None:
        await tell(interaction, say("report.elsewhere", locale))
        return
    place = await desk.store.rulings.one(interaction.guild_id, REPORTS)
    if place is None:
        await tell(interaction, say("report.no_channel", locale))
        return
    await acknowledged(partial(interaction.response.defer, ephemeral=True, thinking=True))
    key = "report.done"
    if await desk.store.rulings.report(interaction.guild_id, job.id, interaction.user.id):
        link = link_to(interaction.client, job, Message(message.id, message.channel.id, job.id, Kind.RESULT))
        embed = discord.Embed(title=say("report.title", "en"), colour=RED, description=_told(job, link, interaction))
        channel = interaction.client.get_partial_messageable(int(place["channel"]))
        try:
            await insist(
                partial(
                    channel.send, embed=embed, view=of_report(job.asked.member.id, job.id), allowed_mentions=_NOBODY
                )
            )
        except discord.HTTPException:
            key = "report.not_sent"
    await insist(partial(interaction.edit_original_response, content=say(key, locale)))


async def pressed(interaction: Interaction, desk: Desk, custom_id: str) -> None:
    """Hide, delete, warn or mute; only moderators may. Raises Refused."""
    found = acted(custom_id)
    if found is None:
        await tell(interaction, say("error.button", interaction.locale.value))
        return
    if not scene_of(interaction).is_moderator:
        raise Refused(ACTION_RESTRICTED, "report.moderators_only")
    act, member_id, job_id = found
    await acknowledged(interaction.response.defer)
    if act in {"hide", "delete"}:
        await _take_away(interaction, desk, job_id, act)
    else:
        await _rule(interaction, desk, member_id, act)
    await _mark(interaction, act)


async def _take_away(interaction: Interaction, desk: Desk, job_id: str, act: str) -> None:
    job = await desk.store.jobs.get(job_id)
    if job.state in {State.WAITING, State.RUNNING}:
        with suppress(BotError):
            await desk.imagine.cancel(job.id, interaction.user.id, is_moderator=True)
    await desk.store.rulings.decide(by(interaction), HIDDEN, job.id, {"deleted": act == "delete"})
    await (takedown.delete if act == "delete" else takedown.hide)(interaction.client, desk, job)


async def _rule(interaction: Interaction, desk: Desk, member_id: int, act: str) -> None:
    value: dict[str, Any] = {"reason": say("report.reason", "en")}
    if act == "mute":
        value["until"] = int(time.time()) + MUTED
    kind = MUTE if act == "mute" else WARNING
    if await desk.store.rulings.decide(by(interaction), kind, str(member_id), value):
        await told(interaction.client, member_id, kind, value, server_of(interaction))


async def _mark(interaction: Interaction, act: str) -> None:
    """Who did what stands below the report from now on."""
    message = interaction.message
    if message is None or not message.embeds:
        return
    embed = message.embeds[0]
    line = say(f"report.was.{act}", "en", moderator=f"<@{interaction.user.id}>", at=f"<t:{int(time.time())}:R>")
    embed.description = f"{embed.description}\n-# {line}"
    await insist(partial(interaction.edit_original_response, embed=embed))


def _told(job: Job, link: str, interaction: Interaction) -> str:
    by_whom = f"<@{interaction.user.id}>"
    return say("report.told", "en", by=by_whom, member=f"<@{job.asked.member.id}>", link=link, prompt=bold(job.prompt))


TOPICS = {TOPIC: pressed}
