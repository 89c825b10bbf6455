"""Four prompts out of what was read of a picture, each as the model that they are for wants them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from zlib import crc32

from bot.syntax.wish import Syntax
from engine.reading.talk import Guess, Seen, Swatch

COUNT = 4
SURE = 0.85
"""How likely the likeliest thing has to be for all four prompts to be about it."""
BOTH = 0.28
"""How likely the second has to be for the picture to show both."""
LIKELY = 0.5
"""How likely a place, a light or a medium has to be to be named at all."""
FINEST = 24
"""The largest number in a shape that is not the picture's own to the pixel."""
NEGATIVE = "blurry, low quality, watermark, text"
SUBJECT, LOOK = 1.2, 1.1
"""Stable Diffusion's weights of what the picture shows, and of how it is made."""


@dataclass(frozen=True)
class Told:
    """One prompt's share of what was read, in words."""

    subject: str
    look: str
    place: str
    light: tuple[str, ...]
    composition: tuple[str, ...]
    mood: tuple[str, ...]
    colours: tuple[str, ...]
    details: tuple[str, ...] = ()
    """What is said of all that in this one."""


def prompts(seen: Seen, syntax: Syntax, turn: int = 0) -> tuple[str, ...]:
    """Four of them; each `turn` dwells on other sides of the picture, and begins with another of what it may show."""
    told = (_told(seen, number, turn) for number in range(COUNT))
    return tuple(_written(each, syntax, seen, number) for number, each in enumerate(told))


def aspect(seen: Seen) -> str:
    """The picture's shape as `--ar` has it."""
    shape = Fraction(seen.width, seen.height)
    if not 1 / FINEST < shape < FINEST:
        return f"{round(shape)}:1" if shape > 1 else f"1:{round(1 / shape)}"
    near = shape.limit_denominator(FINEST) if shape < 1 else 1 / (1 / shape).limit_denominator(FINEST)
    return f"{near.numerator}:{near.denominator}"


def subjects(seen: Seen) -> tuple[str, ...]:
    """Of each of the four prompts, the likeliest first: two things where both are there, else one of the four likeliest
    where nobody can be sure.
    """
    named = [each for each in seen.subjects if each.name] or [Guess("an abstract picture", 1.0)]
    first = named[0]
    if len(named) > 1 and named[1].share >= BOTH:
        both = f"{first.name} and {named[1].name}"
        return (both, first.name, named[1].name, named[2].name if len(named) > 2 else both)
    if first.share >= SURE:
        return (first.name,) * COUNT
    return tuple(named[min(place, len(named) - 1)].name for place in range(COUNT))


def looks(seen: Seen) -> tuple[str, ...]:
    """Media and drawing styles, the likeliest first; a medium covers the style."""
    styles = [each.name for each in seen.styles if each.name]
    if not seen.media or not seen.media[0].name:
        return tuple(styles[:2])
    media = [each.name for each in seen.media if each.name]
    return tuple([media[0], *styles[:1]] if seen.media[0].share >= SURE else media[:2])


def places(seen: Seen) -> str:
    """Where it is, in which season and light, as far as that is likely; nothing where it is nowhere."""
    if not seen.settings or not seen.settings[0].name or seen.settings[0].share < LIKELY:
        return ""
    parts = [seen.settings[0].name]
    likeliest = [guesses[0] for guesses in (seen.seasons, seen.times) if guesses]
    parts += [each.name for each in likeliest if each.name and each.share >= LIKELY]
    return " ".join(parts)


def _told(seen: Seen, number: int, turn: int) -> Told:
    ways = looks(seen)
    # The third prompt names what it could be made as just as well.
    look = ways[1 if (number + turn) % COUNT == 2 and len(ways) > 1 else 0] if ways else ""
    place = places(seen) or _ground(seen.palette)
    colours = tuple(dict.fromkeys(swatch.name for swatch in seen.palette[:4]))
    whose = subjects(seen)
    told = Told(whose[(number + turn) % COUNT], look, place, seen.light, seen.composition, seen.mood, colours)
    return replace(told, details=_details(told, number, turn))


def _details(told: Told, number: int, turn: int) -> tuple[str, ...]:
    """What is said beside the subject: first what suits best, then what chance picks, always the same."""
    framed = told.composition[:2]
    if turn == 0:
        ways = (
            told.light,
            (*told.mood[:1], *told.light),
            (*_palette(told, 3), *framed[:1]),
            (*told.mood, *told.light[-1:], *framed),
        )
        return tuple(dict.fromkeys(ways[number]))
    every = [*told.light, *framed, *told.mood, *_palette(told, 2), *(f"a touch of {each}" for each in told.colours[2:])]
    picked = sorted(dict.fromkeys(every), key=lambda each: crc32(f"{turn} {number} {each}".encode()))
    return tuple(picked[: 2 + (turn + number) % 3])


def _ground(palette: Sequence[Swatch]) -> str:
    """What it stands on where it is nowhere: the colour that fills most."""
    if not palette or palette[0].share < 0.3:
        return ""
    return f"on {_article(palette[0].name)} background"


def _written(told: Told, syntax: Syntax, seen: Seen, way: int) -> str:
    if syntax is Syntax.MIDJOURNEY:
        return f"{_in_words(told, seen, way)} --ar {aspect(seen)}"
    if syntax is Syntax.STABLE_DIFFUSION:
        return _in_tags(told, seen)
    return _in_sentences(told, seen, way, is_long=syntax is Syntax.DALL_E)


def _in_words(told: Told, seen: Seen, way: int) -> str:
    """As Midjourney's own descriptions go: a phrase and what follows it."""
    if seen.caption and way != 3:
        main, look = _clause(seen.caption, way), told.look
    elif way % 2 and told.look:
        main, look = f"{told.look} of {_main(told)}", ""
    else:
        main, look = _main(told), told.look
    return ", ".join(filter(None, dict.fromkeys([main, look, *told.details])))


def _in_tags(told: Told, seen: Seen) -> str:
    tags = [f"({told.subject}:{SUBJECT})", f"({told.look}:{LOOK})" if told.look else "", told.place, _tag(seen.caption)]
    return f"{', '.join(filter(None, [*tags, *told.details]))}\nNegative prompt: {NEGATIVE}"


def _in_sentences(told: Told, seen: Seen, way: int, *, is_long: bool) -> str:
    """A sentence for what it shows, then one for each side of it that is dwelt on; the longer form has its shape."""
    look = _article(told.look) if told.look else "a picture"
    sentences = [f"{look} of {_main(told)}"] if not seen.caption else [_clause(seen.caption, way), f"it is {look}"]
    lights, framed, moods = (
        [each for each in whole if each in told.details] for whole in (told.light, told.composition, told.mood)
    )
    others = {*told.details} - {*lights, *framed, *moods}
    sentences += [_and(lights)] if lights else []
    sentences += [", ".join(framed)] if framed else []
    sentences += [f"the mood is {_and(moods)}"] if moods else []
    sentences += [f"the colours are {_and(told.colours)}"] if told.colours and (others or is_long) else []
    sentences += [f"the picture is {aspect(seen)}"] if is_long else []
    return " ".join(f"{each[0].upper()}{each[1:].rstrip('.')}." for each in sentences)


def _main(told: Told) -> str:
    return " ".join(filter(None, (told.subject, told.place)))


def _clause(caption: str, way: int) -> str:
    """The caption's first sentence, or all of it the first time."""
    text = caption.strip().rstrip(".")
    return text if way == 0 else text.split(". ")[0]


def _tag(caption: str) -> str:
    return caption.strip().split(". ")[0].rstrip(".").translate({ord(each): None for each in "()[]\\"})


def _palette(told: Told, count: int) -> tuple[str, ...]:
    return (f"palette of {_and(told.colours[:count])}",) if told.colours else ()


def _and(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _article(name: str) -> str:
    return f"{'an' if name[0].lower() in 'aeio' else 'a'} {name}"
