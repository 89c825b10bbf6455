"""Style codes as words, for models that have no adapter to show them a picture of the style."""

from collections.abc import Sequence

from engine.plan.noise import mixed
from engine.plan.references import style_scale
from engine.protocol import RenderRequest, StyleCode, Text

SHARE = 0.35
"""The weight of a style's words beside a prompt of weight 1, at `--sw 100`; our rule, as it is of finishing words."""

_MEDIA = (
    *("oil painting", "watercolor", "gouache", "ink drawing", "pencil sketch", "charcoal drawing", "pastel drawing"),
    *("linocut", "woodcut", "etching", "screen print", "risograph print", "collage", "mosaic", "stained glass"),
    *("pixel art", "low poly render", "vector illustration", "film photograph", "polaroid photograph", "fresco"),
    *("embroidery", "clay model", "comic book page", "children's book illustration", "chalk on a blackboard"),
)
_COLOURS = (
    *(
        "crimson",
        "rust",
        "orange",
        "amber",
        "ochre",
        "yellow",
        "olive",
        "lime",
        "green",
        "emerald",
        "teal",
        "turquoise",
    ),
    *("cyan", "navy", "blue", "indigo", "violet", "purple", "magenta", "pink", "cream", "black", "white", "grey"),
)
_LIGHT = (
    *(
        "soft light",
        "hard light",
        "low light",
        "back light",
        "golden light",
        "cold light",
        "high contrast",
        "low contrast",
    ),
    *("hazy", "glowing", "flat colours", "muted colours", "vivid colours", "pale colours"),
)
_MARKS = (
    *("thick strokes", "thin lines", "bold outlines", "no outlines", "fine grain", "coarse grain", "hatching"),
    *("stippling", "smooth gradients", "hard edges", "rough texture", "simple shapes", "intricate detail"),
)


def words_of(code: int) -> str:
    """What the code stands for: a medium, two colours, a light and marks."""
    first = _COLOURS[_pick(code, 1, _COLOURS)]
    second = _COLOURS[_pick(code, 2, _COLOURS)]
    chosen = [pool[_pick(code, place, pool)] for place, pool in ((3, _MEDIA), (4, _LIGHT), (5, _MARKS))]
    colours = first if first == second else f"{first} and {second}"
    return f"{chosen[0]}, {colours}, {chosen[1]}, {chosen[2]}"


def worded(request: RenderRequest, whole: float) -> list[Text]:
    """The codes of a request as parts of a prompt whose other parts weigh `whole`; `--sw` counts as for an adapter."""
    weight = SHARE * style_scale(request.parameters.sw) * whole
    total = sum(each.weight for each in request.codes)
    return [_part(each, weight / total) for each in request.codes] if weight else []


def _part(style: StyleCode, share: float) -> Text:
    return Text(words_of(style.code), share * style.weight)


def _pick(code: int, place: int, pool: Sequence[str]) -> int:
    """Another stream for each place of a code."""
    return mixed(code * 8 + place) % len(pool)
