"""What is asked for beside a prompt, and what asking gives back."""

from dataclasses import dataclass

from bot.jobs.job import Job
from bot.jobs.ordered import Ordered
from bot.prompt.tokens import clean
from bot.prompt.zones import divide
from engine.protocol import Edit


@dataclass(frozen=True)
class Given:
    """Links of pictures: an image prompt, a style (`--sref`), a character (`--cref`), one to edit (`--edit`)."""

    image: str | None = None
    style: str | None = None
    character: str | None = None
    edit: str | None = None

    def around(self, typed: str) -> str:
        """The prompt with them in it; a parameter that is there already gets one picture more."""
        text = clean(typed)
        given = (
            (self.style, "sref", ("sref",)),
            (self.character, "cref", ("cref", "oref")),
            (self.edit, "edit", ("edit",)),
        )
        for link, flag, names in given:
            if link is not None:
                text = _with_value(text, f"<{link}>", flag, names)
        return clean(f"<{self.image}> {text}") if self.image is not None else text


NOTHING = Given()


@dataclass(frozen=True)
class Asking:
    """What is to be done to a picture; `zoom` 1 to 2 for a zoom, `typed` where the prompt is another."""

    edit: Edit
    zoom: float | None = None
    typed: str | None = None


@dataclass(frozen=True)
class Marked:
    """What is drawn anew: what is white in a mask (bytes, or a link to one), else the place of these words."""

    mask: bytes | str | None = None
    where: str = ""


@dataclass(frozen=True)
class Told:
    """What is to be changed in a picture, in words, and where, if that is named apart: "top left"."""

    typed: str
    where: str = ""


@dataclass(frozen=True)
class Question:
    """What the member is asked before several grids are drawn: what they would take, and of how much.

    `used` and `allowed` are seconds of the GPU, of this day or month, `allowed` None where there is no limit.
    """

    order: Ordered
    prompts: tuple[str, ...]
    gpu_seconds: float
    used: float = 0.0
    allowed: float | None = None
    is_by_day: bool = True


@dataclass(frozen=True)
class Submission:
    """The jobs of an interaction; `is_new` is False where they were there already. `notices` are sentences.

    With a question there are no jobs yet.
    """

    jobs: tuple[Job, ...]
    notices: tuple[str, ...] = ()
    is_new: bool = True
    question: Question | None = None


def _with_value(text: str, value: str, flag: str, names: tuple[str, ...]) -> str:
    for named in divide(text).parameters:
        if named.name in names:
            return f"{text[: named.end]} {value}{text[named.end :]}"
    return clean(f"{text} --{flag} {value}")
