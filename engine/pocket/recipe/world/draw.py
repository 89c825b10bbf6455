"""Scenes drawn at random: what is in them, where, and in which light."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from random import Random
from typing import Final

from engine.pocket.recipe.sources.concepts import Concept
from engine.pocket.recipe.sources.sprites import Sprites
from engine.pocket.recipe.world.colours import COLOURS, PAPERS
from engine.pocket.recipe.world.held_out import are_held_out, is_held_out
from engine.pocket.recipe.world.layout import alone, centred, pair
from engine.pocket.recipe.world.scenes import MEDIA, SEASONS, SETTINGS, TIMES, WITH_SEASONS, Backdrop, Scene, Thing

WEIGHTS: Final = {"person": 0.5, "face": 0.7, "shape": 0.5}
"""Of a concept of this kind against one of any other: there are many people that differ little."""
MONOCHROME: Final = {"pencil sketch", "ink", "blueprint", "woodblock print"}
"""Media that do not show the colour of a thing, so that no caption may name one."""
TRIES = 1000


@dataclass(frozen=True)
class Mix:
    """How often a scene has what; each in [0, 1]."""

    medium: float = 0.3
    setting: float = 0.52
    gradient: float = 0.1
    colour: float = 0.16
    two: float = 0.3
    nothing: float = 0.05
    """Of the settings: nothing stands in them."""
    varied: float = 1.0
    """Of the single things: of any size and place, turned and mirrored; the others are large and in the middle."""


PLAIN: Final = Mix(medium=0, setting=0, gradient=0, colour=0, two=0, nothing=0, varied=0)
"""What a training begins with: one thing on a plain background."""


class NothingIsHeldOut(Exception):
    """No combination of these drawings is held out: render more concepts."""


class Draw:
    """Draws scenes; `held_out` draws only combinations that training never sees, else none of them."""

    def __init__(self, sprites: Sprites, *, held_out: bool = False, mix: Mix | None = None) -> None:
        self._sprites = sprites
        self._mix = mix or Mix()
        self._held_out = held_out
        self._weights = list(accumulate(WEIGHTS.get(each.kind, 1.0) for each in sprites.concepts))

    def scene(self, seed: int) -> Scene:
        """The scene of a seed. Raises NothingIsHeldOut where there is none."""
        random = Random(seed)
        for _ in range(TRIES):
            drawn = self._scene(random)
            if has_held_out(drawn) == self._held_out:
                return drawn
        raise NothingIsHeldOut

    def _scene(self, random: Random) -> Scene:
        backdrop = self._backdrop(random)
        is_empty = backdrop.setting is not None and random.random() < self._mix.nothing
        count = 0 if is_empty else 1 + (random.random() < self._mix.two)
        concepts = self._concepts(random, count)
        styles = self._styles(concepts)
        style = random.choice(styles or self._sprites.styles)
        if not styles:
            concepts = concepts[:1]
            style = random.choice(self._styles(concepts))
        medium = random.choice(MEDIA) if random.random() < self._mix.medium else None
        colours = [None if medium in MONOCHROME else self._colour(random, each, backdrop) for each in concepts]
        seed = random.getrandbits(32)
        if len(concepts) == 2:
            things, relation = pair(random, backdrop, concepts, colours)
            return Scene(seed, style, backdrop, things, relation, medium=medium)
        if not concepts:
            return Scene(seed, style, backdrop, medium=medium)
        if random.random() >= self._mix.varied:
            return Scene(seed, style, backdrop, (centred(random, backdrop, concepts[0], colours[0]),), medium=medium)
        thing, place = alone(random, backdrop, concepts[0], colours[0])
        return Scene(seed, style, backdrop, (thing,), place=place, medium=medium)

    def _concepts(self, random: Random, count: int) -> tuple[Concept, ...]:
        chosen = random.choices(self._sprites.concepts, cum_weights=self._weights, k=count)
        return tuple(dict.fromkeys(chosen))

    def _styles(self, concepts: Sequence[Concept]) -> list[str]:
        """Those in which all of them were drawn."""
        return [each for each in self._sprites.styles if all(each in self._sprites.styles_of(one) for one in concepts)]

    def _colour(self, random: Random, concept: Concept, backdrop: Backdrop) -> str | None:
        is_coloured = concept.kind == "shape" or set(concept.name.split()) & COLOURS.keys()
        if is_coloured or random.random() >= self._mix.colour:
            return None
        return random.choice([each for each in COLOURS if each not in backdrop.colours])

    def _backdrop(self, random: Random) -> Backdrop:
        kind = random.random()
        if kind < self._mix.setting:
            setting = random.choice(SETTINGS)
            time = random.choice(("day", *TIMES)) if setting != "space" else None
            season = random.choice((None, *SEASONS)) if setting in WITH_SEASONS else None
            return Backdrop(setting=setting, time=time, season=season, horizon=random.uniform(0.5, 0.66))
        if kind < self._mix.setting + self._mix.gradient:
            return Backdrop(colours=tuple(random.sample(tuple(PAPERS), 2)), direction=random.choice((0.0, 90.0, 45.0)))
        return Backdrop(colours=("white" if random.random() < 0.45 else random.choice(tuple(PAPERS)),))


def has_held_out(scene: Scene) -> bool:
    """True where the scene has a combination that training never sees."""
    values = [value for value in (scene.backdrop.setting, scene.medium) if value]
    alone = any(is_held_out(thing.concept, value) for thing in scene.things for value in (*values, *_own(thing)))
    return alone or (len(scene.things) == 2 and are_held_out(scene.things[0].concept, scene.things[1].concept))


def _own(thing: Thing) -> Iterable[str]:
    return (thing.colour,) if thing.colour else ()
