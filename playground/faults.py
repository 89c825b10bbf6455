"""Trouble on request: what Discord does on a bad day, done to the next requests or sockets that match."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from playground.gateway.hub import Hub
from playground.gateway.protocol import invalidate, reconnect
from playground.gateway.session import Session

Field = dict[str, Any]

ROUTE: Field = {
    "name": "route",
    "type": "text",
    "default": "",
    "title": "Only for routes like (METHOD /path, a pattern)",
}
COUNT: Field = {"name": "count", "type": "number", "default": 1, "title": "How many requests"}
RETRY: Field = {"name": "retry_after", "type": "number", "default": 1.0, "title": "Retry after, in seconds"}
STATUS: Field = {"name": "status", "type": "number", "default": 500, "title": "Status (500, 502, 503)"}
SECONDS: Field = {"name": "seconds", "type": "number", "default": 4.0, "title": "Seconds"}
MAY_RESUME: Field = {"name": "resumable", "type": "boolean", "default": False, "title": "The session may be resumed"}


@dataclass(frozen=True)
class Kind:
    """One sort of trouble: what a person reads of it, and the values that it takes."""

    title: str
    description: str
    fields: tuple[Field, ...] = ()


REQUEST_KINDS = {
    "rate_limit": Kind("Rate limit (429)", "This bot asked too often on one route.", (ROUTE, COUNT, RETRY)),
    "rate_limit_shared": Kind("Rate limit, shared", "Everybody together was too fast here.", (ROUTE, COUNT, RETRY)),
    "rate_limit_global": Kind("Rate limit, global", "The bot asked too often in all.", (ROUTE, COUNT, RETRY)),
    "cloudflare": Kind("Cloudflare ban", "A 429 that Discord itself never saw: clients stop at once.", (ROUTE, COUNT)),
    "error_before": Kind("Error before the effect", "Discord fails, and nothing happened.", (ROUTE, COUNT, STATUS)),
    "error_after": Kind("Error after the effect", "It happened, but the answer is an error.", (ROUTE, COUNT, STATUS)),
    "drop_before": Kind("Connection lost before", "The line is cut, and nothing happened.", (ROUTE, COUNT)),
    "drop_after": Kind("Connection lost after", "It happened, but the line is cut before the answer.", (ROUTE, COUNT)),
    "slow": Kind("Slow answer", "The answer takes its time.", (ROUTE, COUNT, SECONDS)),
}
GATEWAY_KINDS = {
    "gateway_drop": Kind("Drop the bot's socket", "The line is cut; the bot should resume."),
    "gateway_reconnect": Kind("Ask the bot to reconnect (op 7)", "Discord does this before it restarts a server."),
    "gateway_invalid": Kind("Invalid session (op 9)", "The bot has to log in anew, or to resume.", (MAY_RESUME,)),
    "gateway_repeat": Kind("The last interaction twice", "Discord delivers it once more; one answer is enough."),
    "gateway_mute": Kind("A gateway that went silent", "The socket stays open and nothing comes through it any more."),
}
KINDS = REQUEST_KINDS | GATEWAY_KINDS


@dataclass
class Fault:
    """Trouble that waits for the requests that it is meant for."""

    id: str
    kind: str
    left: int
    route: str = ""
    retry_after: float = 1.0
    status: int = 500
    seconds: float = 4.0

    def to_dict(self) -> dict[str, Any]:
        names = {each["name"] for each in KINDS[self.kind].fields} - {"count"}
        shape = {"id": self.id, "kind": self.kind, "title": KINDS[self.kind].title, "left": self.left}
        return shape | {name: getattr(self, name) for name in names}


@dataclass
class Faults:
    """The faults that wait, and the ways to add and end them. They befall the bot alone, never the page."""

    hub: Hub
    bot_id: Callable[[], str]
    on_change: list[Callable[[], None]] = field(default_factory=list)
    _waiting: dict[str, Fault] = field(default_factory=dict)
    _made: int = 0

    def waiting(self) -> list[Fault]:
        return list(self._waiting.values())

    def add(self, kind: str, **values: Any) -> Fault | None:
        """Make trouble: for requests it waits and is given back; to the gateway it happens now.

        Raises ValueError with the sentence to show for an unknown kind, an unknown field or a value out of range.
        """
        if kind not in KINDS:
            raise ValueError(f"There is no fault {kind!r}. Choose one of: {', '.join(KINDS)}.")
        values = _checked(kind, values)
        if kind in GATEWAY_KINDS:
            self._strike(kind, **values)
            return None
        self._made += 1
        fault = Fault(str(self._made), kind, values.pop("count"), **values)
        self._waiting[fault.id] = fault
        self._tell()
        return fault

    def remove(self, fault_id: str) -> bool:
        found = self._waiting.pop(fault_id, None)
        self._tell()
        return found is not None

    def clear(self) -> None:
        self._waiting.clear()
        self._tell()

    def take(self, method: str, path: str) -> Fault | None:
        """The fault that befalls this request, counted down."""
        for fault in self._waiting.values():
            if not fault.route or re.search(fault.route, f"{method} {path}"):
                fault.left -= 1
                if not fault.left:
                    del self._waiting[fault.id]
                self._tell()
                return fault
        return None

    def _tell(self) -> None:
        for tell in self.on_change:
            tell()

    def _strike(self, kind: str, *, resumable: bool = False) -> None:
        for session in self.hub.sessions(self.bot_id()):
            _strike_one(session, kind, resumable=resumable)


def _strike_one(session: Session, kind: str, *, resumable: bool) -> None:
    if session.wire is None:
        return
    match kind:
        case "gateway_drop":
            session.wire.abort()
        case "gateway_reconnect":
            reconnect(session)
        case "gateway_invalid":
            invalidate(session, resumable=resumable)
        case "gateway_repeat":
            session.repeat("INTERACTION_CREATE")
        case "gateway_mute":
            session.wire.is_mute = True


def _checked(kind: str, given: dict[str, Any]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    known = {each["name"]: each for each in KINDS[kind].fields}
    for name in given.keys() - known.keys():
        raise ValueError(f"{kind} has no field {name!r}. It has: {', '.join(known) or 'none'}.")
    for name, about in known.items():
        value = given.get(name, about["default"])
        values[name] = _number(name, value) if about["type"] == "number" else value
        if not isinstance(values[name], type(about["default"])) and about["type"] != "number":
            raise ValueError(f"{name} is {about['type']}.")
    if "route" in values:
        try:
            re.compile(values["route"])
        except re.error as wrong:
            raise ValueError(f"{values['route']!r} is no pattern: {wrong}.") from None
    return values


def _number(name: str, value: object) -> float:
    lowest, highest, whole = {
        "count": (1, 10_000, True),
        "retry_after": (0.0, 3600.0, False),
        "seconds": (0.0, 3600.0, False),
        "status": (500, 599, True),
    }[name]
    if isinstance(value, bool) or not isinstance(value, int | float) or not lowest <= value <= highest:
        raise ValueError(f"{name} is a number between {lowest} and {highest}.")
    return int(value) if whole else float(value)
