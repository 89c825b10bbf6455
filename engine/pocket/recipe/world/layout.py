"""Where things stand: on the ground where there is one, in the air what flies, beside or above one another."""

from collections.abc import Sequence
from random import Random
from typing import Literal

from engine.pocket.recipe.sources.concepts import Concept
from engine.pocket.recipe.world.scenes import Backdrop, Relation, Thing

FLYING = {
    "airplane", "small airplane", "airplane departure", "airplane arrival", "helicopter", "rocket", "flying saucer",
    "satellite",
    "bird", "dove", "eagle", "owl", "bat", "butterfly", "honeybee", "mosquito", "fly", "balloon", "kite", "parachute",
    "feather",
    "phoenix", "dragon", "black bird", "duck", "goose", "comet", "ghost",
}  # fmt: skip
TURNED = {"left", "right", "leftwards", "rightwards", "clock", "pointing", "facing", "books", "keyboard"}
"""What must not be mirrored: the name tells the side, or there are signs on it."""
MIRRORED = {"animal", "food", "plant", "vehicle", "place"}
Measure = Literal["tiny", "huge"]
SIZES: dict[Measure | None, tuple[float, float]] = {None: (0.62, 0.84), "tiny": (0.2, 0.28), "huge": (0.96, 1.12)}
SMALLER_IN_SETTINGS = 0.8
PAIRED: dict[Measure | None, tuple[float, float]] = {None: (0.4, 0.48), "tiny": (0.17, 0.22), "huge": (0.56, 0.62)}

BESIDE = 0.6
"""Of two things that are not above one another, how often no caption tells their sides."""


def alone(random: Random, backdrop: Backdrop, concept: Concept, colour: str | None) -> tuple[Thing, str | None]:
    """One thing, and its place where that is not the middle."""
    measures: tuple[Measure | None, ...] = (None, "tiny", "huge")
    measure = random.choices(measures, (0.76, 0.12, 0.12))[0]
    size = random.uniform(*SIZES[measure]) * (SMALLER_IN_SETTINGS if backdrop.setting and measure != "huge" else 1)
    place = None
    if measure != "huge" and random.random() < 0.25:
        place = random.choice(("left", "right") if backdrop.setting else ("left", "right", "top", "bottom"))
        size = min(size, 0.48)
    x = {"left": -0.26, "right": 0.26}.get(place or "", 0.0) + random.uniform(-0.03, 0.03)
    y = {"top": -0.24, "bottom": 0.24}.get(place or "", 0.0) + random.uniform(-0.03, 0.03)
    thing = _thing(random, concept, (x, y, size))
    return _settled(random, backdrop, _marked(thing, colour, measure)), place


def centred(random: Random, backdrop: Backdrop, concept: Concept, colour: str | None) -> Thing:
    """One thing, large and in the middle."""
    x, y, size = random.uniform(-0.015, 0.015), random.uniform(-0.015, 0.015), random.uniform(0.8, 0.86)
    smaller = SMALLER_IN_SETTINGS if backdrop.setting else 1
    return _settled(random, backdrop, Thing(concept, x, y, size * smaller, colour))


def pair(
    random: Random, backdrop: Backdrop, concepts: Sequence[Concept], colours: Sequence[str | None]
) -> tuple[tuple[Thing, ...], Relation]:
    """Two things, and how the first stands to the second. Where that is not told it is on the left, as one reads."""
    is_stacked = backdrop.setting is None and random.random() < 0.2
    is_beside = not is_stacked and random.random() < BESIDE
    is_first = is_beside or random.random() < 0.5
    measures: list[Measure | None] = [None, None]
    if random.random() < 0.2:
        measures[random.randrange(2)] = random.choice(("tiny", "huge"))
    things = []
    for number, (concept, colour, measure) in enumerate(zip(concepts, colours, measures, strict=True)):
        size = random.uniform(*PAIRED[measure])
        side = -1 if (number == 0) == is_first else 1
        away = side * (0.25 + random.uniform(-0.01, 0.02))
        at = (random.uniform(-0.05, 0.05), away) if is_stacked else (away, random.uniform(-0.03, 0.03))
        thing = _marked(_thing(random, concept, (*at, size)), colour, measure)
        things.append(thing if is_stacked else _settled(random, backdrop, thing))
    if is_stacked:
        return tuple(things), "above" if is_first else "below"
    if is_beside:
        return tuple(things), "beside"
    return tuple(things), "left of" if is_first else "right of"


def is_flying(concept: Concept, setting: str | None) -> bool:
    """True for what stands on nothing."""
    return setting == "space" or concept.kind == "sky" or concept.name in FLYING


def _thing(random: Random, concept: Concept, at: tuple[float, float, float]) -> Thing:
    may_turn = concept.kind in MIRRORED and not set(concept.name.replace("-", " ").split()) & TURNED
    tilt = random.uniform(-9, 9) if random.random() < 0.25 else 0.0
    return Thing(concept, *at, is_mirrored=may_turn and random.random() < 0.5, tilt=tilt)


def _marked(thing: Thing, colour: str | None, measure: Measure | None) -> Thing:
    return Thing(thing.concept, thing.x, thing.y, thing.size, colour, measure, thing.is_mirrored, thing.tilt)


def _settled(random: Random, backdrop: Backdrop, thing: Thing) -> Thing:
    """On the ground, or above the horizon what flies; a huge thing fills the picture either way."""
    if backdrop.setting is None or thing.measure == "huge":
        return thing
    if backdrop.setting == "space":
        y = thing.y
    elif is_flying(thing.concept, backdrop.setting):
        y = -0.5 + max(thing.size / 2 + 0.03, random.uniform(0.24, 0.36))
    else:
        foot = min(0.47, backdrop.horizon - 0.5 + random.uniform(0.16, 0.3))
        y = foot - thing.size / 2
    return Thing(thing.concept, thing.x, y, thing.size, thing.colour, thing.measure, thing.is_mirrored, thing.tilt)
