"""What the handlers of the REST API share: the world, who listens, the links to files, the open interactions."""

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import Any

from playground.cdn import Links
from playground.faults import Faults
from playground.gateway.hub import Hub
from playground.limits import Limits
from playground.world import shapes
from playground.world.archive import Json
from playground.world.world import World

SUB_COMMANDS = frozenset({1, 2})
NONCE_WINDOW = 300.0


@dataclass
class Interaction:
    """One use of a command, component or modal, from the member's request until its token dies."""

    id: str
    token: str
    type: int
    user_id: str
    channel_id: str
    guild_id: str | None
    nonce: str | None
    created: float
    owners: dict[str, str]
    data: Json
    message_id: str | None = None
    """The message whose component was used."""
    answer: int | None = None
    """The type of the bot's callback, once it came."""
    failed: bool = False
    original_id: str | None = None
    """The message that `@original` stands for."""
    follow_ups: int = 0
    metadata: Json = field(default_factory=dict)
    modal: Json | None = None
    opened_by: "Interaction | None" = None
    """For a modal's submission: the interaction that the modal answered."""

    @property
    def command(self) -> str:
        """The name of the command that was used, with those of the commands below it: "prefer set suffix"."""
        names, options = [self.data["name"]], self.data.get("options", [])
        while options and options[0]["type"] in SUB_COMMANDS:
            names.append(options[0]["name"])
            options = options[0]["options"]
        return " ".join(names)


@dataclass(frozen=True)
class PendingUpload:
    """An address that a member was given to put one file at."""

    user_id: str
    name: str
    size: int


@dataclass
class Context:
    """One playground's moving parts, handed to every handler."""

    world: World
    hub: Hub
    links: Links
    limits: Limits
    faults: Faults
    origin: str
    gateway_url: str
    interactions: dict[str, Interaction] = field(default_factory=dict)
    """By token."""
    modals: dict[str, Interaction] = field(default_factory=dict)
    """The interactions that a modal answered, by their id, until the modal is submitted."""
    uploads: dict[str, PendingUpload] = field(default_factory=dict)
    """By the key in the upload's address."""
    nonce_window: float = NONCE_WINDOW
    """Seconds in which `enforce_nonce` gives the message that the same nonce already made; 0 for never."""
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def message(self, document: Json, viewer: str) -> Json:
        return shapes.message(self.world, document, viewer, self.links.sign)

    def spawn(self, work: Coroutine[Any, Any, None]) -> None:
        """Run `work` beside the requests; it ends with the playground."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
