"""The parameters as data: spellings, kinds, ranges and defaults by version; everything else reads this table."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.prompt.versions import EVERY, nijis, versions


class Kind(StrEnum):
    """How a value is written."""

    FLAG = "nothing"
    WHOLE = "a whole number"
    NUMBER = "a number"
    ASPECT = "a ratio of whole numbers such as 3:2"
    VERSION = "a version"
    NIJI = "a niji version"
    RAW = "the word raw"
    WORDS = "words"
    LINK = "a link to a picture"
    LINKS = "links to pictures"
    STYLES = "links to pictures, style codes or the word random"
    CHOICE = "one of these words"
    NAME = "a name"
    LORA = "a name and a weight, such as ink:0.8"
    CONTROL = "a kind and a link, such as lineart https://…"


@dataclass(frozen=True)
class Allowed:
    """What a parameter may be with some versions: between `low` and `high`, or one of `values` where there are any.

    For an aspect `low` and `high` are width over height; for links `high` is how many.
    """

    versions: frozenset[str] = EVERY
    low: float = 0
    high: float = 0
    values: tuple[float, ...] = ()
    default: float | None = None


@dataclass(frozen=True)
class Parameter:
    """One row: what sets `name`, and how. The first spelling is the one that is printed, the last the long one."""

    name: str
    spellings: tuple[str, ...]
    kind: Kind
    what: str
    allowed: tuple[Allowed, ...] = (Allowed(),)
    value: bool | str = True
    """What a flag sets."""
    words: Mapping[str, str] | None = None
    """What a CHOICE may be, each with the value that it stands for."""
    refused: str | None = None
    """Why it cannot be used; None for all that can."""

    @property
    def typed(self) -> str:
        """With its dashes, as it is printed back."""
        return f"--{self.spellings[0]}"

    @property
    def long(self) -> str:
        """With its dashes, as messages name it."""
        return f"--{self.spellings[-1]}"

    def allowed_with(self, version: str) -> Allowed | None:
        """What it may be with this version; None where the version does not know it."""
        for each in self.allowed:
            if version in each.versions:
                return each
        return None


MOST_SEED = 2**32 - 1
GATHERED = frozenset({"no", "lora"})

_OLD = versions("1", "3")
_SIX = versions("6", "6.1") | nijis("6", "6")
_SIX_ON = versions("6") | nijis("6")
_SEVEN = versions("7") | nijis("7")
_SAMPLERS = {
    "dpmpp_2m_karras": "dpmpp_2m_karras",
    "dpmpp_2m": "dpmpp_2m_karras",
    "euler": "euler",
    "euler_a": "euler_a",
    "euler_ancestral": "euler_a",
    "dpmpp_2m_sde": "dpmpp_2m_sde",
    "dpmpp_2m_sde_karras": "dpmpp_2m_sde",
    "unipc": "unipc",
    "uni_pc": "unipc",
    "ddim": "ddim",
    "lcm": "lcm",
}
_CONTROLS = {kind: kind for kind in ("scribble", "lineart", "canny", "depth", "pose")}
_STILL = "refused.still"
_LEGACY = "refused.legacy"


def _between(low: float, high: float, default: float | None = None, where: frozenset[str] = EVERY) -> Allowed:
    return Allowed(where, low, high, default=default)


def _among(where: frozenset[str], *values: float, default: float = 1) -> Allowed:
    return Allowed(where, values[0], values[-1], values, default)


PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "aspect",
        ("ar", "aspect"),
        Kind.ASPECT,
        "Width to height.",
        (
            _between(2 / 5, 5 / 2, where=_OLD),
            _between(1 / 2, 2, where=versions("4", "4") | nijis("4", "5")),
            _between(1 / 100, 100, where=versions("5") | nijis("6")),
        ),
    ),
    Parameter("chaos", ("c", "chaos"), Kind.WHOLE, "How much the four differ.", (_between(0, 100, 0),)),
    Parameter(
        "stylize",
        ("s", "stylize"),
        Kind.WHOLE,
        "How far the model's own taste goes.",
        (_between(625, 60000, 2500, _OLD), _between(0, 1000, 100, EVERY - _OLD)),
    ),
    Parameter(
        "weird",
        ("w", "weird"),
        Kind.WHOLE,
        "How odd it may get.",
        (_between(0, 3000, 0, versions("5") | nijis("5")),),
    ),
    Parameter(
        "quality",
        ("q", "quality"),
        Kind.NUMBER,
        "How much time it gets.",
        (
            _among(versions("6.1", "6.1") | _OLD, 0.25, 0.5, 1, 2),
            _among(versions("4", "6") | nijis("4", "6"), 0.25, 0.5, 1),
            _among(versions("7", "7") | nijis("7"), 1, 2, 4),
        ),
    ),
    Parameter("seed", ("seed",), Kind.WHOLE, "The same seed gives the same pictures.", (_between(0, MOST_SEED),)),
    Parameter("sameseed", ("sameseed",), Kind.WHOLE, "One seed for all pictures of a grid.", (_between(0, MOST_SEED),)),
    Parameter(
        "stop",
        ("stop",),
        Kind.WHOLE,
        "Ends early, at this percentage.",
        (_between(10, 100, 100, versions("1", "6.1") | nijis("4", "6")),),
    ),
    Parameter(
        "tile", ("tile",), Kind.FLAG, "A pattern that repeats without seams.", (Allowed(EVERY - versions("4", "4")),)
    ),
    Parameter("raw", ("raw",), Kind.FLAG, "Less of the model's own taste.", (Allowed(versions("5.1") | nijis("6")),)),
    Parameter("raw", ("style",), Kind.RAW, "`--style raw` is `--raw`.", (Allowed(versions("4") | nijis("4")),)),
    Parameter("speed", ("fast",), Kind.FLAG, "This job in fast mode.", value="fast"),
    Parameter("speed", ("relax",), Kind.FLAG, "This job when there is time.", value="relax"),
    Parameter(
        "speed", ("turbo",), Kind.FLAG, "This job before others.", (Allowed(EVERY - versions("8.1")),), value="turbo"
    ),
    Parameter("stealth", ("stealth",), Kind.FLAG, "Only you see the result.", value=True),
    Parameter("stealth", ("public",), Kind.FLAG, "Everybody sees the result.", value=False),
    Parameter("draft", ("draft",), Kind.FLAG, "Half the area, half the steps.", (Allowed(_SEVEN),)),
    Parameter("exp", ("exp",), Kind.WHOLE, "More detail and contrast.", (_between(0, 100, 0, _SEVEN),)),
    Parameter("hd", ("hd",), Kind.FLAG, "Refined at twice the area.", (Allowed(versions("8.1") | versions("3", "3")),)),
    Parameter("zoom", ("zoom",), Kind.NUMBER, "How far Custom Zoom zooms out.", (_between(1, 2),)),
    Parameter(
        "iw",
        ("iw",),
        Kind.NUMBER,
        "How much the image prompts weigh beside the text.",
        (
            _between(0, 100, 0.25, _OLD),
            _between(0, 2, 1, versions("5", "5.2") | nijis("5", "5") | nijis("7")),
            _between(0, 3, 1, _SIX_ON - nijis("7")),
        ),
    ),
    Parameter("sref", ("sref",), Kind.STYLES, "Pictures or codes whose style is taken.", (Allowed(_SIX_ON, high=16),)),
    Parameter("sw", ("sw",), Kind.WHOLE, "How strong the style reference is.", (_between(0, 1000, 100, _SIX_ON),)),
    Parameter(
        "sv",
        ("sv",),
        Kind.WHOLE,
        "How a style reference is read.",
        (_between(1, 4, 4, _SIX), _between(1, 6, 6, _SEVEN)),
    ),
    Parameter("cref", ("cref",), Kind.LINKS, "Pictures of the character to draw.", (Allowed(_SIX, high=16),)),
    Parameter(
        "cw",
        ("cw",),
        Kind.WHOLE,
        "100 keeps face, hair and clothes, 0 the face alone.",
        (_between(0, 100, 100, _SIX | versions("7", "7")),),
    ),
    Parameter("oref", ("oref",), Kind.LINK, "A picture of the thing to draw.", (Allowed(versions("7", "7"), high=1),)),
    Parameter(
        "ow",
        ("ow",),
        Kind.WHOLE,
        "How closely the thing is kept.",
        (_between(0, 1000, 100, _SIX | versions("7", "7")),),
    ),
    Parameter("edit", ("edit",), Kind.LINKS, "Pictures to change.", (Allowed(versions("8.1"), high=4),)),
    Parameter("strength", ("strength",), Kind.NUMBER, "How far a start picture is changed.", (_between(0, 1),)),
    Parameter("cfg", ("cfg",), Kind.NUMBER, "How strictly the text is followed.", (_between(1, 30),)),
    Parameter("steps", ("steps",), Kind.WHOLE, "Steps of denoising.", (_between(1, 150),)),
    Parameter("sampler", ("sampler",), Kind.CHOICE, "How a step is taken.", words=_SAMPLERS),
    Parameter("model", ("model",), Kind.NAME, "An installed model by its name."),
    Parameter("control", ("control",), Kind.CONTROL, "A sketch, edges, depth or pose to follow.", words=_CONTROLS),
    Parameter(
        "control_weight",
        ("control-weight", "control_weight"),
        Kind.NUMBER,
        "How strictly the control is followed.",
        (_between(0, 2, 1),),
    ),
    Parameter("count", ("count",), Kind.WHOLE, "How many pictures.", (_between(1, 4, 4),)),
    Parameter("lora", ("lora",), Kind.LORA, "A LoRA by its name, with its weight.", (_between(-2, 2),)),
    Parameter("repeat", ("r", "repeat"), Kind.WHOLE, "So many grids.", (_between(1, 40, 1),)),
    Parameter("no", ("no",), Kind.WORDS, "What is not to be seen, with commas between."),
    Parameter(
        "version", ("v", "version"), Kind.VERSION, "The version whose rules hold, and the model that answers to it."
    ),
    Parameter("niji", ("niji",), Kind.NIJI, "The same for niji."),
    *(
        Parameter("refused", spellings, Kind.WORDS, "Not here.", refused=why)
        for spellings, why in (
            (("p", "profile"), "refused.profile"),
            (("video",), _STILL),
            (("motion",), _STILL),
            (("loop",), _STILL),
            (("end",), _STILL),
            (("bs",), _STILL),
            (("test",), _LEGACY),
            (("testp",), _LEGACY),
            (("creative",), _LEGACY),
            (("uplight",), _LEGACY),
            (("upbeta",), _LEGACY),
            (("wallpaper",), _LEGACY),
            (("h",), _LEGACY),
        )
    ),
)

BY_SPELLING: Mapping[str, Parameter] = {
    spelling: parameter for parameter in PARAMETERS for spelling in parameter.spellings
}

# Words of other programs, and what they are called here.
ELSEWHERE: Mapping[str, str] = {
    "aspectratio": "ar",
    "aspect-ratio": "ar",
    "aspect_ratio": "ar",
    "ratio": "ar",
    "size": "ar",
    "negative": "no",
    "negative_prompt": "no",
    "neg": "no",
    "without": "no",
    "guidance": "cfg",
    "guidance_scale": "cfg",
    "cfg_scale": "cfg",
    "cfg-scale": "cfg",
    "denoise": "strength",
    "denoising": "strength",
    "variety": "chaos",
    "batch": "count",
    "images": "count",
    "variations": "count",
    "imageweight": "iw",
    "image-weight": "iw",
    "styleref": "sref",
    "charref": "cref",
    "checkpoint": "model",
    "anime": "niji",
}


def of(name: str) -> Parameter:
    """The row that prints `name`, which is one of the names in a prompt's parameters."""
    return BY_NAME[name]


BY_NAME: Mapping[str, Parameter] = {parameter.name: parameter for parameter in reversed(PARAMETERS)}
