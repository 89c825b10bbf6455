"""Who asks, and where, as Discord tells it with each command and each press; nothing of it is stored."""

from dataclasses import dataclass

# Discord's documentation, "Permissions".
ADMINISTRATOR = 1 << 3
MANAGE_GUILD = 1 << 5
MANAGE_MESSAGES = 1 << 13


@dataclass(frozen=True)
class Scene:
    """A member in a place. `parents` are what the channel lies in, the nearest first: a thread's channel, the category.

    `permissions` are Discord's bits of this member in this channel; outside of servers nobody moderates.
    """

    member_id: int
    channel_id: int
    guild_id: int | None = None
    parents: tuple[int, ...] = ()
    roles: frozenset[int] = frozenset()
    permissions: int = 0
    is_age_restricted: bool = False
    is_thread: bool = False

    @property
    def is_moderator(self) -> bool:
        """May take others' jobs and messages away here: Manage Messages."""
        return self._may(MANAGE_MESSAGES)

    @property
    def is_manager(self) -> bool:
        """May set the rules of this server: Manage Server."""
        return self._may(MANAGE_GUILD)

    def _may(self, bits: int) -> bool:
        return self.guild_id is not None and bool(self.permissions & (bits | ADMINISTRATOR))
