"""What can be set for a server, a role, a channel or a member: the table that commands, panel and documents go by."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.policy.order import COMMANDS

Value = Any
"""What JSON can hold: a number, true or false, text, a list of names. UNLIMITED stands for no limit."""

UNLIMITED = "unlimited"


class Scope(StrEnum):
    """Whom a value holds for; what is named later counts before what is named earlier."""

    SERVER = "server"
    ROLE = "role"
    CHANNEL = "channel"
    MEMBER = "member"


@dataclass(frozen=True)
class Place:
    """For what something is set: `id` is the server's, the role's, the channel's or the member's."""

    scope: Scope
    id: int

    def __str__(self) -> str:
        return f"{self.scope}:{self.id}"

    @classmethod
    def read(cls, text: str) -> "Place":
        """Of its text."""
        scope, _, number = text.partition(":")
        return cls(Scope(scope), int(number))


Given = Mapping[str, Mapping[Place, Value]]
"""What was set, by the name of the setting."""


class Kind(StrEnum):
    """How a value is written."""

    NUMBER = "number"
    SWITCH = "switch"
    NAMES = "names"
    HOURS = "hours"
    TEXT = "text"


EVERYWHERE = tuple(Scope)
BY_ROLE = (Scope.ROLE, Scope.MEMBER)
NOT_BY_ROLE = (Scope.SERVER, Scope.CHANNEL, Scope.MEMBER)


@dataclass(frozen=True)
class Setting:
    """One of them. `key` has the words that name it, `how` those that say how a value is written."""

    name: str
    kind: Kind
    key: str
    how: str
    least: float = 0
    most: float = 0
    may_be_unlimited: bool = False
    is_less_generous: bool = False
    """True where the smaller number gives more, as with a cooldown."""
    is_whole: bool = True
    choices: tuple[str, ...] = ()
    """What names there are; empty where only the bot that runs knows."""
    scopes: tuple[Scope, ...] = EVERYWHERE


def _number(name: str, key: str, least: float, most: float, **more: Any) -> Setting:
    return Setting(name, Kind.NUMBER, key, "limit.how.number", least, most, **more)


SETTINGS: tuple[Setting, ...] = (
    _number("gpu_day", "limit.gpu_day", 0, 1_440, may_be_unlimited=True, is_whole=False),
    _number("gpu_month", "limit.gpu_month", 0, 44_640, may_be_unlimited=True, is_whole=False),
    _number("running", "limit.running", 1, 100),
    _number("waiting", "limit.waiting", 0, 1_000),
    _number("boost", "limit.boost", 0.25, 4, is_whole=False, scopes=BY_ROLE),
    _number("grids", "limit.grids", 1, 40),
    _number("megapixels", "limit.megapixels", 0.05, 64, may_be_unlimited=True, is_whole=False),
    _number("disk", "limit.disk", 1, 1_000_000, may_be_unlimited=True),
    _number("steps", "limit.steps", 1, 150, may_be_unlimited=True),
    _number("cooldown", "limit.cooldown", 0, 86_400, is_less_generous=True),
    Setting("drawing", Kind.SWITCH, "limit.drawing", "limit.how.switch"),
    Setting("models", Kind.NAMES, "limit.models", "limit.how.models"),
    Setting("commands", Kind.NAMES, "limit.commands", "limit.how.commands", choices=COMMANDS),
    Setting("quiet", Kind.HOURS, "limit.quiet", "limit.how.hours"),
    Setting("private", Kind.SWITCH, "limit.private", "limit.how.private", scopes=NOT_BY_ROLE),
    Setting("suffix", Kind.TEXT, "limit.suffix", "limit.how.suffix", scopes=NOT_BY_ROLE),
    Setting("timezone", Kind.TEXT, "limit.timezone", "limit.how.timezone", scopes=(Scope.SERVER,)),
)

BY_NAME: Mapping[str, Setting] = {setting.name: setting for setting in SETTINGS}
