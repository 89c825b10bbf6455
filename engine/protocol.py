"""What passes between the bot and the engine: a request in the product's terms goes in, events come out.

Plain frozen dataclasses that `to_dict` and `from_dict` carry over a pipe as JSON. Pictures travel as paths of files,
never as bytes.
"""

from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any, Self, TypeVar

from engine.reasons import Reason, reason_of

Json = dict[str, Any]


class Role(StrEnum):
    """What a reference picture is for."""

    IMAGE = "image"
    """Content and style (`--iw`)."""
    STYLE = "style"
    """Style alone (`--sref`, `--sw`)."""
    CHARACTER = "character"
    """The same person or thing (`--cref`, `--oref`; `--cw`, `--ow`)."""
    CONTROL = "control"
    """A sketch, edges, depth or a pose to follow (`--control`)."""
    START = "start"
    """What denoising starts from (`--strength`, vary, upscale)."""
    MASK = "mask"
    """White where a start picture is drawn anew, black where it stays."""


class Edit(StrEnum):
    """What is done to the start picture, which stays as it is wherever this draws nothing."""

    REGION = "region"
    """Drawn anew where the MASK is white: vary region, inpainting."""
    ZOOM = "zoom"
    """Made smaller in a frame of its area, `zoom` times (2 where none is named), and the rest is drawn; another
    `aspect` gives another frame.
    """
    SQUARE = "square"
    PAN_LEFT = "pan_left"
    PAN_RIGHT = "pan_right"
    PAN_UP = "pan_up"
    PAN_DOWN = "pan_down"
    UPSCALE_SUBTLE = "upscale_subtle"
    """Twice as large, and gone over with a light hand; one picture, whatever the `count`."""
    UPSCALE_CREATIVE = "upscale_creative"


@dataclass(frozen=True)
class Text:
    """A part of the prompt with its weight as typed; negative weights push away."""

    text: str
    weight: float = 1.0


@dataclass(frozen=True)
class Reference:
    """A picture in a file, with its role; `weight` is relative to the others of its role."""

    role: Role
    path: str
    weight: float = 1.0
    kind: str | None = None
    """For a control: scribble, lineart, canny, depth or pose."""
    size: tuple[int, int] | None = None
    """In pixels as it is seen; whoever draws looks at the file where nobody says."""
    mask: str | None = None
    """For image, style and character: the path of a picture that is white where the reference acts, of whatever size,
    laid over what is drawn; it acts everywhere where there is none. Weights are relative among those with the same
    mask.
    """


@dataclass(frozen=True)
class StyleCode:
    """A style by its number, 0 to 2^32 - 1; `weight` is relative to the other styles, pictures included."""

    code: int
    weight: float = 1.0


@dataclass(frozen=True)
class Parameters:
    """What was asked for beside the text; None where nothing was, so that the engine's defaults hold.

    Names and ranges are those of the prompt language (`--chaos 0..100`, `--stylize 0..1000`, `--iw 0..3`, ...).
    """

    aspect: tuple[int, int] | None = None
    chaos: int | None = None
    stylize: int | None = None
    weird: int | None = None
    quality: float | None = None
    seed: int | None = None
    sameseed: int | None = None
    stop: int | None = None
    tile: bool = False
    version: str | None = None
    niji: str | None = None
    raw: bool = False
    draft: bool = False
    exp: int | None = None
    hd: bool = False
    zoom: float | None = None
    iw: float | None = None
    sw: int | None = None
    sv: int | None = None
    cw: int | None = None
    ow: int | None = None
    strength: float | None = None
    cfg: float | None = None
    steps: int | None = None
    sampler: str | None = None
    model: str | None = None
    control_weight: float | None = None
    count: int | None = None
    loras: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True)
class RenderRequest:
    """One grid to be drawn. The same request with the same seed gives the same pictures."""

    job_id: str
    text: tuple[Text, ...]
    negative: str = ""
    """What `--no` holds, comma-separated."""
    references: tuple[Reference, ...] = ()
    codes: tuple[StyleCode, ...] = ()
    parameters: Parameters = Parameters()
    edit: Edit | None = None
    """What is done to the reference of the role START; without it, that picture is drawn over as a whole."""
    seed: int = 0
    """The seed of the first picture where `parameters` sets none; drawn by whoever makes the request."""
    prompt: str = ""
    """As it was typed; nothing is drawn by it, it goes into the pictures' recipe."""


@dataclass(frozen=True)
class Picture:
    """A finished picture in a file: PNG, with its recipe in it."""

    path: str
    width: int
    height: int
    seed: int


@dataclass(frozen=True)
class Cancel:
    """The job is not wanted any more, or only one of its pictures is not, counted from 0."""

    job_id: str
    picture: int | None = None


@dataclass(frozen=True)
class Loading:
    """The job waits for the engine, or for its `model`, to be ready: for so many seconds of about so many, where that
    is known. With `has_no_room`, what is being drawn with other models comes first.
    """

    job_id: str
    seconds: float
    expected: float | None = None
    model: str | None = None
    has_no_room: bool = False


@dataclass(frozen=True)
class Started:
    """The first step of this job is being computed."""

    job_id: str


@dataclass(frozen=True)
class Progress:
    """`fraction` of the job's steps are done, 0 to 1; `preview` is the path of a small picture of the grid so far."""

    job_id: str
    fraction: float
    preview: str | None = None


@dataclass(frozen=True)
class Rendered:
    """All pictures of the job; `gpu_seconds` is its share of the device's time."""

    job_id: str
    pictures: tuple[Picture, ...]
    gpu_seconds: float
    grid: str | None = None
    """The path of the pictures put together: PNG, with the job's recipe in it; None where there is one picture, or
    where it was not made.
    """


@dataclass(frozen=True)
class Failed:
    """The job ends without pictures; `reason` is an English sentence for the member.

    `kind` is `refused` (the request cannot be drawn), `memory`, `cancelled`, `fault` (an error that nobody foresaw, in
    the host's log), `died` (the process was lost in the middle of it), `unavailable` (the process does not start, or
    there is no room on the disk) or `stopped` (the client is being closed).
    """

    job_id: str
    kind: str
    reason: str
    why: Reason | None = None
    """The same by its code, for whoever has it in other languages; None where nobody but the log reads it."""

    @classmethod
    def because(cls, job_id: str, kind: str, why: Reason) -> Self:
        """It ends for this reason."""
        return cls(job_id, kind, str(why), why)


@dataclass(frozen=True)
class Capabilities:
    """What the engine can take now: what the scheduler plans with."""

    models: tuple[str, ...]
    device: str
    row_budget: int
    """Rows (pictures being denoised, with their unguided twins) of the default size that fit one step."""
    free_rows: int
    seconds_per_row_step: float | None
    """Measured; None before the first step."""
    loaded: tuple[str, ...] = ()
    """The models that can be drawn with at once, the latest used last."""
    loading: str | None = None
    """The model that is being loaded, for which the process may stand still for a while."""


@dataclass(frozen=True)
class Beat:
    """The process lives, and is not ready yet."""


Event = Loading | Started | Progress | Rendered | Failed
Message = RenderRequest | Cancel | Event | Capabilities | Beat
M = TypeVar("M", bound=Message)

KINDS: dict[str, type[Any]] = {
    kind.__name__: kind
    for kind in (RenderRequest, Cancel, Loading, Started, Progress, Rendered, Failed, Capabilities, Beat)
}


def to_dict(message: Message) -> Json:
    """The message as JSON, its kind under `kind_of`."""
    return {"kind_of": type(message).__name__, **asdict(message)}


def from_dict(told: Json) -> Message:
    """The message that `to_dict` made. Raises ValueError for anything else."""
    try:
        kind = KINDS[told["kind_of"]]
        message: Message = _made(kind, {key: value for key, value in told.items() if key != "kind_of"})
    except (KeyError, TypeError, AttributeError) as wrong:
        raise ValueError(f"no message of the engine's: {wrong}") from wrong
    return message


def _made(kind: type[M], told: Json) -> M:
    parts: dict[str, Any] = {
        "text": lambda value: tuple(Text(**each) for each in value),
        "references": lambda value: tuple(map(_reference, value)),
        "codes": lambda value: tuple(StyleCode(**each) for each in value),
        "parameters": _parameters,
        "edit": lambda value: None if value is None else Edit(value),
        "why": lambda value: None if value is None else reason_of(value),
        "pictures": lambda value: tuple(Picture(**each) for each in value),
        "models": tuple,
        "loaded": tuple,
    }
    names = {each.name for each in fields(kind)}
    if unknown := told.keys() - names:
        raise ValueError(f"{kind.__name__} has no {', '.join(sorted(unknown))}")
    return kind(**{key: parts[key](value) if key in parts else value for key, value in told.items()})


def _reference(told: Json) -> Reference:
    size = told.get("size")
    return Reference(**told | {"role": Role(told["role"]), "size": None if size is None else (size[0], size[1])})


def _parameters(told: Json) -> Parameters:
    shaped = dict(told)
    if shaped.get("aspect") is not None:
        width, height = shaped["aspect"]
        shaped["aspect"] = (width, height)
    shaped["loras"] = tuple((name, weight) for name, weight in shaped.get("loras", ()))
    return Parameters(**shaped)
