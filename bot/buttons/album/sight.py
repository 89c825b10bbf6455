"""Which of others' pictures a member may see who looks for them, and not at their message."""

import discord

from bot.buttons.desk import Desk
from bot.buttons.hidden import unless_hidden
from bot.buttons.items import Interaction
from bot.jobs.job import Job
from bot.policy.errors import Refused


async def may_see(interaction: Interaction, desk: Desk, job: Job) -> bool:
    """One's own; of others' what stands where this member reads along, and is for everybody there."""
    if job.asked.member.id != interaction.user.id and not reads(interaction, job.asked.channel_id):
        return False
    try:
        await unless_hidden(interaction, desk, job)
    except Refused:
        return False
    return True


def reads(interaction: Interaction, channel_id: int) -> bool:
    """True for this very channel, and for those of this server whose history the member may read.

    Of a private thread Discord does not say who is in it.
    """
    if channel_id == interaction.channel_id:
        return True
    guild, member = interaction.guild, interaction.user
    channel = guild.get_channel_or_thread(channel_id) if guild else None
    if channel is None or not isinstance(member, discord.Member):
        return False
    if isinstance(channel, discord.Thread) and channel.is_private():
        return False
    allowed = channel.permissions_for(member)
    return allowed.view_channel and allowed.read_message_history


def read_channels(interaction: Interaction) -> frozenset[int]:
    """All of those."""
    guild = interaction.guild
    known = [*guild.channels, *guild.threads] if guild else []
    return frozenset(each.id for each in known if reads(interaction, each.id)) | {interaction.channel_id or 0}
