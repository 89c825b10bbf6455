"""What delivery is put together of, and the ways to channels."""

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import discord

from bot.delivery.pace import Pace
from bot.images.pictures import Pictures
from bot.jobs.job import Job
from bot.store.store import Store


async def nowhere(_job: Job) -> int | None:
    """The place in the queue where nobody counts."""
    return None


@dataclass(frozen=True)
class Parts:
    """The client posts and edits, the store remembers; `now` gives the second since 1970, as the store's does.

    `position` tells a waiting job's place in the queue, from 1.
    """

    client: discord.Client
    store: Store
    pictures: Pictures
    position: Callable[[Job], Awaitable[int | None]] = nowhere
    now: Callable[[], float] = time.time
    pace: Pace = field(default_factory=Pace)

    def channel(self, channel_id: int) -> discord.PartialMessageable:
        """The channel, as far as one posts there and edits."""
        return self.client.get_partial_messageable(channel_id)

    def limit(self, guild_id: int | None) -> int:
        """Bytes that a file may have there."""
        guild = self.client.get_guild(guild_id) if guild_id else None
        return guild.filesize_limit if guild else discord.utils.DEFAULT_FILE_SIZE_LIMIT_BYTES

    def is_outside(self, job: Job) -> bool:
        """True where the job was asked for in a server that the bot is no member of: a member brought it along."""
        guild_id = job.asked.guild_id
        return guild_id is not None and self.client.get_guild(guild_id) is None

    async def dm(self, member_id: int) -> int:
        """The id of the channel for direct messages to this member. Raises discord.HTTPException."""
        return (await self.client.create_dm(discord.Object(member_id))).id


def pinging(job: Job) -> discord.AllowedMentions:
    """A message that wakes the author of the job, and nobody else."""
    author = discord.Object(job.asked.member.id)
    return discord.AllowedMentions(everyone=False, roles=False, users=[author], replied_user=False)
