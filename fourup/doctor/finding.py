"""One line of `fourup doctor`."""

from dataclasses import asdict, dataclass
from typing import Literal


@dataclass(frozen=True)
class Finding:
    """What was looked at, how it is, and the cure where it is not well."""

    name: str
    status: Literal["ok", "warn", "fail"]
    message: str
    cure: str = ""

    @classmethod
    def ok(cls, name: str, message: str) -> "Finding":
        """It is as it should be."""
        return cls(name, "ok", message)

    @classmethod
    def warn(cls, name: str, message: str, cure: str) -> "Finding":
        """Something is missing that is not needed everywhere."""
        return cls(name, "warn", message, cure)

    @classmethod
    def fail(cls, name: str, message: str, cure: str) -> "Finding":
        """The bot cannot do its work like this."""
        return cls(name, "fail", message, cure)

    def to_dict(self) -> dict[str, str]:
        """As `--json` prints it."""
        return asdict(self)
