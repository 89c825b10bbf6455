"""How a member stands with the moderators of a server: warned, muted, banned, or none of it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Ruling:
    """Of which server, why, and until which second since 1970; None for ever."""

    guild_id: int
    reason: str = ""
    until: float | None = None


@dataclass(frozen=True)
class Standing:
    """A warning that was not acknowledged yet, a mute, a ban."""

    warning: Ruling | None = None
    mute: Ruling | None = None
    ban: Ruling | None = None
