"""What everything that comes from Discord is handled with: the use cases, what posts, the store, the host's rules."""

import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import discord
from discord import ui

from bot.buttons.standing import Standing
from bot.buttons.turns import Turns
from bot.imagine.asking import Asking, Given, Marked, Submission, Told
from bot.imagine.ordering import Ordering
from bot.imagine.queueing import Queueing
from bot.jobs.job import Asked, Job, Picture, Strength
from bot.jobs.ordered import Ordered
from bot.jobs.queue import Position
from bot.policy.limits import LIMITS, Limits
from bot.prompt.parse import RULES, Rules
from bot.store.store import Store
from engine.reading.talk import Seen, Weighed


class Imagine(Protocol):
    """The use cases. All raise WrongPrompt and Refused."""

    async def submit(self, asked: Asked, typed: str, given: Given) -> Submission:
        """The grids that a prompt asks for."""

    async def blend(self, asked: Asked, links: Sequence[str], aspect: str | None) -> Submission:
        """A grid of pictures without words; `aspect` is such as "2:3"."""

    async def reroll(self, asked: Asked, job_id: str, typed: str | None = None) -> Submission:
        """The same prompt once more, or what was typed in its place."""

    async def vary(
        self, asked: Asked, job_id: str, index: int, strength: Strength, typed: str | None = None
    ) -> Submission:
        """A grid that starts from a picture, with the same prompt, or what was typed in its place."""

    async def edit(self, asked: Asked, job_id: str, index: int, asking: Asking) -> Submission:
        """A picture zoomed out, panned, made square or enlarged."""

    async def region(
        self, asked: Asked, job_id: str, index: int, marked: Marked, typed: str | None = None
    ) -> Submission:
        """A picture drawn anew where it is marked, with the same prompt, or what was typed in its place."""

    async def revise(self, asked: Asked, job_id: str, index: int, told: Told) -> Submission:
        """A picture changed as it was said in words."""

    async def adopt(self, asked: Asked, link: str, shows: str = "") -> Job:
        """Any picture as a job of its own, so that all that is done with ours can be done with it."""

    async def upscale(self, asked: Asked, job_id: str, index: int) -> Submission:
        """A picture by itself."""

    async def cancel(self, job_id: str, by: int, *, is_moderator: bool = False) -> Job:
        """The job is not wanted any more."""

    async def may(self, asked: Asked, command: str) -> None:
        """Something that draws nothing: what the policy has against it."""

    async def position(self, job: Job) -> Position | None:
        """Its place in the queue; None where it does not wait."""


class Shown(Protocol):
    """A result as it is posted."""

    @property
    def content(self) -> str:
        """Its first line is the prompt."""

    @property
    def file(self) -> discord.File:
        """The picture."""

    @property
    def more(self) -> tuple[discord.File, ...]:
        """What did not fit into the text."""

    @property
    def view(self) -> ui.View | None:
        """Its buttons."""


class Delivery(Protocol):
    """What posts."""

    async def answered(self, job: Job, message: discord.Message, notices: tuple[str, ...] = ()) -> None:
        """This message shows from now on how far the job is, with the notices below."""

    def ordered(self, order: Ordered) -> None:
        """One message tells from now on how far the order is."""

    async def send_by_dm(self, job: Job, member_id: int) -> bool:
        """Send the result by direct message; False where the member takes none."""

    async def shown(self, job: Job, limit: int) -> Shown:
        """The result once more, its file within so many bytes."""

    async def small(self, job: Job) -> bytes:
        """Its pictures, small, as WebP. Raises PictureGone."""

    async def texts(self, job: Job) -> dict[str, str]:
        """What is written in its first picture, by the keys of PNG's text chunks."""


Submit = Callable[[str, bytes], Awaitable[None]]
"""Takes the prompt and the mask, a picture in bytes. Raises WrongPrompt, Refused."""


class Editor(Protocol):
    """A page on which a region of a picture is marked."""

    def invite(self, picture: Picture, prompt: str, locale: str, submit: Submit) -> str:
        """The link to it, for one who may draw there once."""


class Page(Protocol):
    """A file of what is kept of a member."""

    @property
    def content(self) -> bytes:
        """A zip."""

    @property
    def number(self) -> int:
        """From 1."""

    @property
    def pages(self) -> int:
        """How many there are."""

    @property
    def left_out(self) -> int:
        """Pictures that are on none of them, since each is too large for a file."""


class Privacy(Protocol):
    """What a member may know and undo."""

    async def count(self, member_id: int) -> int:
        """How many jobs of the member's are kept."""

    async def page(self, member_id: int, number: int, limit: int) -> Page:
        """A page of what is kept, in a file of at most `limit` bytes."""

    async def forget(self, member_id: int) -> None:
        """All that the member made until now goes."""


class Described(Protocol):
    """A picture that was read."""

    @property
    def seen(self) -> Seen:
        """What is in it."""

    @property
    def preview(self) -> bytes:
        """The picture itself, as WebP."""

    @property
    def swatches(self) -> bytes:
        """Its colours, drawn as a PNG."""


class Reads(Protocol):
    """The use cases of what reads. Both raise Refused."""

    async def describe(self, asked: Asked, link: str) -> Described:
        """The picture behind a link taken apart."""

    async def weigh(self, asked: Asked, words: Sequence[str]) -> Weighed:
        """Which of a prompt's words matter."""


@dataclass(frozen=True, kw_only=True)
class Desk:
    """Where commands, buttons and reactions are handled."""

    imagine: Imagine
    delivery: Delivery
    store: Store
    privacy: Privacy | None = None
    """None where nothing is kept for long, as in tests."""
    orders: Ordering | None = None
    queue: Queueing | None = None
    """None where nothing is drawn, as in tests."""
    guilds: frozenset[int] | None = None
    """The servers that the host allows; None allows all."""
    rules: Rules = RULES
    models: tuple[str, ...] = ()
    """The names of the installed ones, the one that draws first."""
    loras: tuple[str, ...] = ()
    """The names of those that fit any of them."""
    limits: Limits = LIMITS
    """What holds where no server has set anything."""
    editor: Editor | None = None
    """Where members mark regions with a brush; None where no page can be reached."""
    reading: Reads | None = None
    """What reads pictures and prompts; None where nothing does, as in tests."""
    turns: Turns = field(default_factory=Turns)
    standing: Standing = field(default_factory=Standing)
    now: Callable[[], float] = time.time
