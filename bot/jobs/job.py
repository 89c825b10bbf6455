"""A job, its states, what leads from one to the next, and the jobs that it gives rise to.

waiting -> running -> rendered -> delivered; failed and cancelled end it too. Every method gives a new Job.
"""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Self

from bot.jobs.errors import NoSuchPicture, Superseded, WrongState
from bot.jobs.instruction import Instruction
from bot.jobs.scene import Scene
from engine.protocol import Edit

DEATHS = 2
"""A job that was alone in a worker so often when the worker died is to blame."""


class State(StrEnum):
    """Where a job stands. Only a recorded `delivered`, `failed` or `cancelled` is an end."""

    WAITING = "waiting"
    RUNNING = "running"
    RENDERED = "rendered"
    """The pictures are stored, and have still to be posted."""
    DELIVERED = "delivered"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def is_final(self) -> bool:
        """True where nothing will happen any more."""
        return self in {State.DELIVERED, State.FAILED, State.CANCELLED}


class Action(StrEnum):
    """What was asked for."""

    IMAGINE = "imagine"
    REROLL = "reroll"
    VARY = "vary"
    UPSCALE = "upscale"
    """One picture of a grid by itself."""
    EDIT = "edit"
    """A picture zoomed out, panned, made square, enlarged, or changed as somebody said it in words."""
    ADOPT = "adopt"
    """A picture that its member brought: all that is done with one of ours can start there; no message shows it."""


class Strength(StrEnum):
    """How far a variation goes."""

    SUBTLE = "subtle"
    STRONG = "strong"


class Speed(StrEnum):
    """The class that a job waits in."""

    TURBO = "turbo"
    FAST = "fast"
    RELAX = "relax"


@dataclass(frozen=True)
class Member:
    """Who asks: the name goes into names of files, the locale decides what is read beside the result."""

    id: int
    name: str
    locale: str = "en-US"


@dataclass(frozen=True)
class Asked:
    """One interaction of one member in one channel; `ordinal` counts the jobs of one interaction from 0."""

    interaction_id: int
    member: Member
    channel_id: int
    guild_id: int | None = None
    ordinal: int = 0
    scene: Scene | None = field(default=None, compare=False, repr=False)
    """As Discord told it with the interaction; a job that was stored has none."""
    is_confirmed: bool = field(default=False, compare=False, repr=False)
    """The member was asked whether it is meant, and said so."""

    @property
    def here(self) -> Scene:
        """The scene, as far as it is known."""
        return self.scene or Scene(self.member.id, self.channel_id, self.guild_id)


@dataclass(frozen=True)
class New:
    """What a new job has of its own: its id, the seed that was drawn for it, and who asks."""

    id: str
    seed: int
    asked: Asked


@dataclass(frozen=True)
class Picture:
    """A finished picture: its key in the blob store, width and height in pixels, and its seed."""

    blob: str
    width: int
    height: int
    seed: int


@dataclass(frozen=True)
class Lease:
    """The right of one attempt to finish a job. A later attempt ends it, and so does cancelling."""

    job_id: str
    attempt: int


@dataclass(frozen=True)
class Job:
    """One grid, or one picture of one. `index` counts the parent's pictures from 1."""

    id: str
    asked: Asked
    prompt: str
    seed: int
    action: Action = Action.IMAGINE
    speed: Speed = Speed.FAST
    parent: str | None = None
    index: int | None = None
    strength: Strength | None = None
    edit: Edit | None = None
    zoom: float | None = None
    """How many times smaller the picture becomes in its frame, where it is zoomed out."""
    instruction: Instruction | None = None
    """Where the edit was asked for in words."""
    is_remix: bool = False
    """Its author changed the prompt on the way from the parent."""
    state: State = State.WAITING
    attempt: int = 0
    """How often the job was handed to a worker."""
    holder: str | None = None
    held_until: float | None = None
    """The second at which the holder loses the job unless it says that it lives."""
    is_alone: bool = False
    """A worker died with this job in it: it runs with no other beside it."""
    deaths: int = 0
    reason: str | None = None
    """Why it failed, or who cancelled it: a sentence for the member."""
    gpu_seconds: float | None = None
    pictures: tuple[Picture, ...] = field(default=())
    model: str | None = None
    """What draws it, as it was planned when it was asked for."""
    work: float = 0.0
    """How much there is to draw: see bot.scheduler.cost."""
    boost: float = 1.0
    """What multiplies its member's share."""
    most_running: int | None = None
    """How many jobs of its member may run at once for it to be handed out; None is what the host has."""
    charged: float | None = None
    """The GPU seconds that its member has been charged for it: first what was expected, then what was measured."""
    moved_at: float | None = None
    """When a moderator moved it to the front."""

    @classmethod
    def imagine(cls, new: New, prompt: str, speed: Speed = Speed.FAST) -> Self:
        """A grid of this prompt."""
        return cls(new.id, new.asked, prompt, new.seed, speed=speed)

    @classmethod
    def adopted(cls, new: New, prompt: str, picture: Picture) -> Self:
        """A picture that was brought, and what it shows as far as its member says: there is nothing left to do."""
        born = cls(new.id, new.asked, prompt, new.seed, Action.ADOPT)
        return replace(born, state=State.DELIVERED, gpu_seconds=0.0, pictures=(picture,))

    def reroll(self, new: New) -> "Job":
        """The same prompt once more, with another seed."""
        return Job(new.id, new.asked, self.prompt, new.seed, Action.REROLL, self.speed, self.id)

    def vary(self, index: int, strength: Strength, new: New) -> "Job":
        """A grid that starts from the picture of this number. Raises NoSuchPicture."""
        self.picture(index)
        return Job(new.id, new.asked, self.prompt, new.seed, Action.VARY, self.speed, self.id, index, strength)

    def edited(self, index: int, edit: Edit | None, new: New, zoom: float | None = None) -> "Job":
        """The picture of this number, of which more is shown or which is enlarged; without an edit of the engine's it
        is drawn over. Raises NoSuchPicture.
        """
        self.picture(index)
        born = Job(new.id, new.asked, self.prompt, new.seed, Action.EDIT, self.speed, self.id, index)
        return replace(born, edit=edit, zoom=zoom)

    def remixed(self, prompt: str, speed: Speed) -> Self:
        """The same with a prompt that was changed; nothing is remixed where it is the same."""
        return replace(self, prompt=prompt, speed=speed, is_remix=prompt != self.prompt)

    def upscale(self, index: int, new: New) -> "Job":
        """The picture of this number by itself: rendered from the start, since it is stored. Raises NoSuchPicture."""
        picture = self.picture(index)
        born = Job(new.id, new.asked, self.prompt, picture.seed, Action.UPSCALE, self.speed, self.id, index)
        return replace(born, state=State.RENDERED, gpu_seconds=0.0, pictures=(picture,))

    def picture(self, index: int) -> Picture:
        """The picture of this number, counted from 1. Raises NoSuchPicture."""
        if not 1 <= index <= len(self.pictures):
            raise NoSuchPicture(self.id, index)
        return self.pictures[index - 1]

    @property
    def with_parent(self) -> tuple[str, ...]:
        """Its id and that of the job which it comes of: what is ruled of pictures holds for what is made of them."""
        return (self.id, self.parent) if self.parent else (self.id,)

    @property
    def lease(self) -> Lease:
        """The right of the attempt that is running. Raises WrongState where none is."""
        self._needs(State.RUNNING)
        return Lease(self.id, self.attempt)

    def claim(self, holder: str, until: float, charged: float | None = None) -> Self:
        """A worker takes it: running, in a new attempt, for so much. Raises WrongState where it does not wait."""
        self._needs(State.WAITING)
        begun = replace(self, state=State.RUNNING, attempt=self.attempt + 1, charged=charged)
        return replace(begun, holder=holder, held_until=until)

    def extend(self, lease: Lease, until: float) -> Self:
        """The worker lives. Raises Superseded."""
        self._holds(lease)
        return replace(self, held_until=until)

    def render(self, lease: Lease, pictures: tuple[Picture, ...], gpu_seconds: float) -> Self:
        """The pictures are stored. Raises Superseded."""
        self._holds(lease)
        drawn = replace(self._let_go(State.RENDERED), pictures=pictures, gpu_seconds=gpu_seconds)
        return replace(drawn, charged=None if self.charged is None else gpu_seconds)

    def hand_back(self, lease: Lease) -> Self:
        """It waits again, and nobody is to blame: the worker was stopped, or the bot was. Raises Superseded."""
        self._holds(lease)
        return self._let_go(State.WAITING)

    def lose(self, lease: Lease, reason: str) -> Self:
        """The worker died. Raises Superseded.

        It waits again and runs alone. Only where it was alone already is it blamed, and the second blame fails it.
        """
        self._holds(lease)
        deaths = self.deaths + self.is_alone
        if deaths >= DEATHS:
            return replace(self._let_go(State.FAILED), deaths=deaths, reason=reason)
        return replace(self._let_go(State.WAITING), deaths=deaths, is_alone=True)

    def fail(self, lease: Lease, reason: str) -> Self:
        """It cannot be drawn, for a reason that the member can read. Raises Superseded."""
        self._holds(lease)
        return replace(self._let_go(State.FAILED), reason=reason)

    def cancel(self, used: float = 0.0, reason: str | None = None) -> Self:
        """It is not wanted any more, this part of it being drawn, 0 to 1; only that is charged.

        Raises WrongState where the pictures are there already, or at an end.
        """
        self._needs(State.WAITING, State.RUNNING)
        charged = None if self.charged is None else used * self.charged
        return replace(self._let_go(State.CANCELLED), charged=charged, reason=reason)

    def deliver(self) -> Self:
        """The result is posted. Raises WrongState where there is none to post."""
        self._needs(State.RENDERED)
        return replace(self, state=State.DELIVERED)

    def give_up(self, reason: str) -> Self:
        """The result can be posted nowhere; the pictures stay. Raises WrongState where there is none to post."""
        self._needs(State.RENDERED)
        return replace(self, state=State.FAILED, reason=reason)

    def _needs(self, *states: State) -> None:
        if self.state not in states:
            raise WrongState(self.id, self.state)

    def _holds(self, lease: Lease) -> None:
        if self.state is not State.RUNNING or lease != Lease(self.id, self.attempt):
            raise Superseded(lease.job_id, lease.attempt)

    def _let_go(self, state: State) -> Self:
        return replace(self, state=state, holder=None, held_until=None, charged=None)
