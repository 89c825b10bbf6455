"""What one says of a scene: true, and each time in other words."""

from collections.abc import Sequence
from random import Random
from typing import Final

from engine.pocket.recipe.world.scenes import Scene, Thing

STYLES: Final[dict[str, tuple[str, ...]]] = {
    "flat": ("flat illustration", "flat design", "flat vector"),
    "3d": ("3d render", "3d", "soft 3d render"),
    "cartoon": ("cartoon", "cartoon drawing", "glossy cartoon"),
    "clipart": ("clip art", "clipart", "simple clip art"),
    "retro": ("retro", "retro illustration", "retro icon"),
}
MADE: Final[dict[str, tuple[str, ...]]] = {
    "pixel art": ("pixel art", "8-bit pixel art", "pixelated"),
    "watercolor": ("watercolor", "watercolor painting", "watercolour"),
    "oil painting": ("oil painting", "oil on canvas", "painted in oil"),
    "pencil sketch": ("pencil sketch", "pencil drawing", "graphite sketch"),
    "ink": ("ink drawing", "black ink", "pen and ink"),
    "neon": ("neon", "neon lights", "glowing neon sign"),
    "blueprint": ("blueprint", "technical blueprint", "blueprint drawing"),
    "woodblock print": ("woodblock print", "ukiyo-e woodblock print", "woodcut print"),
}
WHERE: Final[dict[str, tuple[str, ...]]] = {
    "beach": ("on a beach", "at the beach", "on the sand by the sea"),
    "forest": ("in a forest", "in the woods", "among trees"),
    "snow": ("in the snow", "in a snowy landscape", "in snowy mountains"),
    "city": ("in a city", "in the city", "on a city street"),
    "desert": ("in a desert", "in the desert", "among sand dunes"),
    "sea": ("at sea", "in the ocean", "on the open sea"),
    "space": ("in space", "in outer space", "among the stars"),
    "meadow": ("in a meadow", "in a field", "on the grass"),
}
PLACES: Final = {name: ways[0].partition(" ")[2] for name, ways in WHERE.items()} | {
    "snow": "a snowy landscape", "sea": "the open sea", "space": "outer space",
}  # fmt: skip
WHEN: Final[dict[str, tuple[str, ...]]] = {
    "day": ("by day", "in daylight", "on a sunny day"),
    "golden hour": ("at golden hour", "in golden light", "golden hour"),
    "sunset": ("at sunset", "sunset", "at dusk"),
    "night": ("at night", "under the stars", "night"),
}
SIZES: Final = {"tiny": ("tiny", "small", "little"), "huge": ("huge", "giant", "big")}
SITES: Final = {
    "left": ("on the left", "at the left"),
    "right": ("on the right", "at the right"),
    "top": ("at the top",),
    "bottom": ("at the bottom",),
}
RELATIONS: Final = {
    "beside": ("and", "next to", "beside", "with"),
    "left of": ("left of", "to the left of"),
    "right of": ("right of", "to the right of"),
    "above": ("above", "over"),
    "below": ("below", "under"),
}
MASS = {
    "bacon",
    "broccoli",
    "cooked rice",
    "curry rice",
    "spaghetti",
    "sushi",
    "oden",
    "garlic",
    "fog",
    "fire",
    "ice",
    "money",
    "coral",
}
PROPER = {"mount fuji", "santa claus", "mrs. claus", "mx claus", "tokyo tower"}


def caption(scene: Scene, random: Random) -> str:
    """A caption of the scene; the same chance gives the same one. A medium is always told, and most other looks; where
    no background is told it is white as a rule.
    """
    style = random.choice(STYLES[scene.style]) if random.random() < (0.15 if scene.medium else 0.8) else None
    made = random.choice(MADE[scene.medium]) if scene.medium else None
    subject, around = _subject(scene, random), _around(scene, random)
    looks = [look for look in (made, style) if look]
    random.shuffle(looks)
    way = random.random()
    if way < 0.2:
        parts = [*_bare(scene, random), *around]
        random.shuffle(parts)
        return ", ".join([*looks, *parts] if random.random() < 0.4 else [*parts, *looks])
    told = " ".join(part for part in (subject, *around) if part)
    if not looks:
        return told
    if way < 0.5:
        return f"{', '.join(looks)} of {told}"
    return ", ".join([told, *looks]) if way < 0.85 else ", ".join([*looks, told])


def plainly(scene: Scene) -> str:
    """What a caption tells at most, always in the same words and order: things, looks, setting, time."""
    backdrop = scene.backdrop
    things = " and ".join(
        with_article(" ".join(filter(None, (each.colour, each.concept.name)))) for each in scene.things
    )
    where = WHERE[backdrop.setting][0] if backdrop.setting else ""
    when = WHEN[backdrop.time][0] if backdrop.setting and backdrop.time else ""
    looks = MADE[scene.medium][0] if scene.medium else STYLES[scene.style][0]
    return ", ".join(
        filter(None, (things or PLACES[backdrop.setting or "meadow"], looks, where if things else "", when))
    )


def with_article(name: str) -> str:
    """As one says it: "an owl", "a cat", "grapes", "the Statue of Liberty"."""
    first = name.split(" with ", maxsplit=1)[0].split(" of ", maxsplit=1)[0].rsplit(maxsplit=1)[-1]
    if name.lower() in PROPER or name in MASS or name.lower().startswith(("family", "map of")):
        return name
    is_many = first.endswith("s") and not first.endswith(("ss", "us", "is")) and first not in {"bus", "glass", "lens"}
    if is_many:
        return name
    if name.startswith("Statue of"):
        return f"the {name}"
    is_vowel = name[0].lower() in "aeiou" and not name.lower().startswith(("uni", "ukulele", "one", "euro"))
    return f"an {name}" if is_vowel else f"a {name}"


def _named(thing: Thing, random: Random) -> str:
    """The thing with its size and colour, without an article."""
    names = thing.concept.names
    name = names[0] if len(names) == 1 or random.random() < 0.65 else random.choice(names[1:])
    words = [random.choice(SIZES[thing.measure])] if thing.measure else []
    return " ".join([*words, *([thing.colour] if thing.colour else []), name])


def _subject(scene: Scene, random: Random) -> str:
    if not scene.things:
        return ""
    told = [_named(thing, random) for thing in scene.things]
    if random.random() < 0.8:
        told = [with_article(each) for each in told]
    if scene.relation is None or len(told) == 1:
        return told[0]
    return f"{told[0]} {random.choice(RELATIONS[scene.relation])} {told[1]}"


def _bare(scene: Scene, random: Random) -> Sequence[str]:
    """The things as words in a list, and now and then a keyword that goes with one of them."""
    told = [_named(thing, random) for thing in scene.things]
    keywords = [word for thing in scene.things for word in thing.concept.keywords]
    return [*told, random.choice(keywords)] if keywords and random.random() < 0.3 else told


def _around(scene: Scene, random: Random) -> list[str]:
    """What is behind the things, in which light, and where the only one is."""
    backdrop, parts = scene.backdrop, []
    if scene.place and random.random() < 0.75:
        parts.append(random.choice(SITES[scene.place]))
    if backdrop.setting:
        if not scene.things:
            parts.append(PLACES[backdrop.setting])
        elif random.random() < 0.92:
            parts.append(random.choice(WHERE[backdrop.setting]))
        if backdrop.season and random.random() < 0.85:
            parts.append(random.choice((f"in {backdrop.season}", f"in {backdrop.season}")))
        if backdrop.time and random.random() < (0.35 if backdrop.time == "day" else 0.9):
            parts.append(random.choice(WHEN[backdrop.time]))
    elif scene.medium is None and random.random() < (0.3 if backdrop.colours == ("white",) else 0.92):
        parts.append(_paper(backdrop.colours, random))
    return parts


def _paper(colours: tuple[str, ...], random: Random) -> str:
    if len(colours) == 2:
        return random.choice(
            (
                f"on a gradient from {colours[0]} to {colours[1]}",
                f"on {with_article(colours[0])} and {colours[1]} gradient",
            )
        )
    return random.choice(
        (
            f"on {with_article(colours[0])} background",
            f"on {colours[0]}",
            f"against {with_article(colours[0])} background",
        )
    )
