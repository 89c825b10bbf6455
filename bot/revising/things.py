"""Things that lie where they mostly lie in a picture, and places that are named outright."""

import re
from dataclasses import dataclass

from bot.images.places import Place, UnknownPlace, place

_DEFAULTS = {
    "top half": r"sk(?:y|ies)|clouds?|himmel|wolken",
    "not the center": r"back ?ground|backdrop|surroundings|hintergrund|umgebung",
    "bottom half": (
        r"fore ?ground|vordergrund|ground|floor|grass|lawn|meadow|road|street|pavement|sand|water|sea|ocean|lake|river"
        r"|boden|gras|rasen|wiese|strasse|wasser|meer|ozean|see|fluss"
    ),
    "edge": r"edges?|corners?|borders?|vignette|ränder|rand|ecken",
}
_OF_THINGS = [(re.compile(rf"(?:{said})"), where) for where, said in _DEFAULTS.items()]
_PHRASES = {"background": "{} background", "foreground": "{} in the foreground"}
_CALLED = {
    "hintergrund": "background",
    "vordergrund": "foreground",
    "himmel": "sky",
    "boden": "ground",
    "wasser": "water",
}
ARTICLE = (
    r"(?:the|an?|his|her|its|their|my|our|all|some|any|this|that|these|those"
    r"|der|die|das|den|dem|des|ein\w*|sein\w*|ihr\w*)"
)
_ARTICLES = re.compile(rf"^(?:{ARTICLE}\s+)+")
_TO = re.compile(r"^(?:(?:in|on|at|to|from|of|near|im|am|ins|auf|an|aus|vom|beim|über|unter)\s+)+")
_ALL = {"all", "everything", "alles", "whole", "ganz", "ganze"}


@dataclass(frozen=True)
class Found:
    """A place, what it was called, and whether that is only where such a thing mostly lies."""

    place: Place
    where: str
    is_guess: bool = False


def bare(thing: str) -> str:
    """Without what stands before a noun."""
    return _ARTICLES.sub("", thing.strip()).strip()


def thing_of(text: str) -> Found | None:
    """Where such a thing lies; None where nobody can know."""
    for said, where in _OF_THINGS:
        if said.fullmatch(bare(text)):
            return Found(place(where), where, is_guess=True)
    return None


def place_of(text: str) -> Found | None:
    """The place that is named, or where such a thing lies."""
    return thing_of(text) or _place(text)


def called(thing: str, how: str) -> str:
    """What stands in the prompt of a thing that is so."""
    noun = bare(thing)
    noun = _CALLED.get(noun, noun)
    return _PHRASES.get(noun, f"{{}} {noun}").format(bare(how)) if how else noun


def split(text: str) -> tuple[str, Found | None]:
    """What is said without the place at its end, and that place: "the hat in the top third", "a moon top left"."""
    words = text.split()
    for first in range(1, len(words)):
        found = _place(" ".join(words[first:]))
        rest = _TO_BEFORE.sub("", " ".join(words[:first])).strip()
        if found and _ARTICLES.sub("", rest + " ").strip():
            return rest, found
    return text, None


_TO_BEFORE = re.compile(r"\s+(?:in|on|at|to|from|of|near|im|am|ins|auf|an|oben|unten)$")


def _place(text: str) -> Found | None:
    behind = _TO.sub("", text)
    is_led = behind != text
    if is_led and (found := thing_of(behind)):
        return found
    if {*behind.split()} & _ALL:
        return None
    try:
        return Found(place(behind), bare(behind))
    except UnknownPlace:
        return None
