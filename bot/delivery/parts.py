"""What delivery is put together of, its delays, and the ways to channels."""

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

import discord

from bot.images.pictures import Pictures
from bot.jobs.job import Job
from bot.jobs.queue import Position
from bot.messages import is_private
from bot.store.store import Store


@dataclass(frozen=True)
class Pace:
    """Delays, in seconds."""

    edits: float = 3.0
    """From one edit of a progress message to the next."""
    old_edits: float = 30.0
    """The same where the message is older than an hour: Discord takes few edits of those (its error 30046)."""
    positions: float = 10.0
    """From one edit of a message about a job that waits to the next, when its place or its time changes; and so often
    the time is looked at.
    """
    first_retry: float = 2.0
    """After the first try of a post that failed; doubled each time."""
    longest_retry: float = 300.0
    attempt: float = 5.0
    """After which a try counts as failed if the bot died in it."""
    nonce: float = 60.0
    """As long as Discord surely knows a nonce; it says "a few minutes". Afterwards its history is looked at first."""
    patience: float = 600.0
    """A channel that takes no post for longer than this (its slow mode) is none to wait for."""
    answer: float = 14 * 60.0
    """As long as an interaction's answer is edited by the interaction's token, which lives for 15 minutes."""
    erasures: float = 0.5
    """From one message that is deleted to the next: nobody waits for it, and others' edits go by the same limits."""
    look: float = 5.0
    """From one look at what is to be deleted to the next."""
    grace: float = 5.0
    """In which the message about a job that failed at once may still be on its way."""

    def retry(self, tries: int) -> float:
        """How long to wait after so many tries, from 1."""
        return min(self.first_retry * 2.0 ** min(tries - 1, 30), self.longest_retry)


async def nowhere(_job: Job) -> Position | None:
    """The place in the queue where nobody counts."""
    return None


def unheard(_job: Job) -> None:
    """Nobody listens."""


def unlinked(_job: Job) -> str | None:
    """No link, where the host has no address that others reach."""
    return None


async def always(_job: Job, _preview: Path) -> bool:
    """Where nobody looks at pictures."""
    return True


@dataclass(frozen=True)
class Parts:
    """The client posts and edits, the store remembers; `now` gives the second since 1970, as the store's does.

    `position` tells a waiting job's place in the queue; `on_end` hears of each job that is delivered or given up;
    `link` leads to its full pictures; `may_preview` tells whether a picture of how far it is may be seen.
    """

    client: discord.Client
    store: Store
    pictures: Pictures
    position: Callable[[Job], Awaitable[Position | None]] = nowhere
    on_end: Callable[[Job], None] = unheard
    link: Callable[[Job], str | None] = unlinked
    may_preview: Callable[[Job, Path], Awaitable[bool]] = always
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

    def is_by_answer(self, job: Job) -> bool:
        """True where the message about the job is one that only the interaction's token opens."""
        return self.is_outside(job) or is_private(job)

    async def dm(self, member_id: int) -> int:
        """The id of the channel for direct messages to this member. Raises discord.HTTPException."""
        return (await self.client.create_dm(discord.Object(member_id))).id


def pinging(job: Job) -> discord.AllowedMentions:
    """A message that wakes the author of the job, and nobody else."""
    author = discord.Object(job.asked.member.id)
    return discord.AllowedMentions(everyone=False, roles=False, users=[author], replied_user=False)
