"""Prompts in sentences, as Flux and DALL-E want them: no weights, no negative prompt; both are said in words.

What is said in words has five degrees: a weight comes back as the one of its degree.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bot.syntax.wish import Chunk, Piece, Syntax, Wish, has_words, listed, without_links


@dataclass(frozen=True)
class Degree:
    """From `least` on, weights are said so, and what is said so is read as `weight`."""

    least: float
    weight: float
    said: str


DEGREES = (
    Degree(1.75, 2.0, "Above all"),
    Degree(1.35, 1.5, "Strong emphasis on"),
    Degree(1.02, 1.2, "Some emphasis on"),
    Degree(0.98, 1.0, ""),
    Degree(0.65, 0.8, "A little less of"),
    Degree(0.0, 0.5, "Only a hint of"),
)
UNWANTED = (
    Degree(1.25, 1.5, "Absolutely no"),
    Degree(0.75, 1.0, "No"),
    Degree(0.0, 0.5, "Hardly any"),
)
SHAPE = "The picture is {width}:{height}."
MEDIA = (
    "watercolor", "watercolour", "watercolor painting", "oil painting", "acrylic painting", "gouache painting",
    "digital painting", "matte painting", "pencil sketch", "pencil drawing", "charcoal drawing", "ink drawing",
    "line drawing", "chalk drawing", "crayon drawing", "photo", "photograph", "black and white photo", "polaroid",
    "woodblock print", "linocut", "screen print", "etching", "engraving", "illustration", "flat illustration",
    "vector illustration", "cartoon", "comic panel", "poster", "mosaic", "collage", "3d render", "blueprint",
    "sculpture", "stained glass window", "tapestry", "fresco", "portrait", "sketch", "painting", "drawing",
)  # fmt: skip
"""What a picture can be, one of which a sentence may begin with."""
_SMALL = re.compile(r"(?:A|An|The|Two|Three|Some|In|On|At|With|Under|Over|Close|Wide)\b")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_SHAPES = re.compile(r"\b(?:the picture is|aspect ratio(?: is| of)?)\s*([0-9]{1,4})\s*:\s*([0-9]{1,4})", re.IGNORECASE)
_REFUSES = re.compile(
    r"(?:please )?(?:(?:leave out|avoid|exclude|omit|without)"
    r"|(?:do not|don't|never) (?:show|include|add|draw|use)(?: any)?"
    r"|there (?:is|are|should be|must be) no(?:thing like)?)\s+(?P<what>.+)",
    re.IGNORECASE | re.DOTALL,
)
_NO = re.compile(r"(?:and |or )?(?P<how>absolutely no|hardly any|no)\s+(?P<what>.+)", re.IGNORECASE | re.DOTALL)
_WITHIN = re.compile(r",?\s+(?:but )?(?:without(?: any)?|free of|with no)\s+(?P<what>[^,.;:]+)", re.IGNORECASE)
_AND = re.compile(r"\s+(?:and|or|nor)\s+", re.IGNORECASE)
_FULL_STOP = re.compile(r"[.!?]+(?=\s|$)")


def write(wish: Wish, syntax: Syntax) -> str:
    """The sentences: what is to be seen, what matters, what is left out, and of which shape the picture is."""
    told = [_sentence("".join(piece.text for piece in chunk), syntax) for chunk in wish.chunks]
    told = [*filter(None, told)]
    told += [_weighed(piece) for piece in wish.pieces if _degree(DEGREES, piece.weight).said]
    told += _unwanted(wish.negative, syntax)
    settings: dict[str, Any] = dict(wish.settings)
    if "aspect" in settings:
        width, height = settings["aspect"]
        told.append(SHAPE.format(width=width, height=height))
    return " ".join(told)


def read(text: str) -> Wish:
    """The wish of sentences, ours or anybody's."""
    text, images = without_links(text)
    shapes = [found for found in _SHAPES.finditer(text) if _is_shape(found)]
    settings = {"aspect": (int(shapes[-1][1]), int(shapes[-1][2]))} if shapes else {}
    seen: list[str] = []
    negative: list[Piece] = []
    weighed: list[Piece] = []
    for number, sentence in enumerate(_SENTENCE.split(text)):
        bare = sentence.strip().rstrip(".!").strip()
        if _SHAPES.fullmatch(bare) or not has_words(bare):
            continue
        if refused := [*_refused(bare, is_first=number == 0)]:
            negative += refused
        elif emphasis := _emphasis(bare):
            weighed.append(emphasis)
        else:
            negative += [each for found in _WITHIN.finditer(bare) for each in _listed(found["what"])]
            seen.append(_uncapitalised(_WITHIN.sub("", bare)))
    if not any(map(has_words, seen)) and not weighed:
        return Wish(((Piece(text),),), (), settings, images).tidied()  # it refuses everything, or means something else
    chunk: Chunk = (Piece(", ".join(filter(has_words, seen))),)
    for piece in weighed:
        chunk = _weighted(chunk, piece)
    return Wish((chunk,), tuple(negative), settings, images).tidied()


def _sentence(text: str, syntax: Syntax) -> str:
    """One sentence of what stands between commas; a picture that is named so begins it, for those who read prose."""
    items = [*listed(_FULL_STOP.sub(",", text))]
    if not items:
        return ""
    medium = next((each for each in items[1:] if each.lower() in MEDIA), None)
    if medium and syntax is Syntax.DALL_E and not any(f"{each} of" in items[0].lower() for each in MEDIA):
        items.remove(medium)
        article = "An" if medium[0].lower() in "aeiou" else "A"
        items[0] = f"{article} {medium} of {items[0]}"
    told = ", ".join(items)
    return f"{told[0].upper()}{told[1:]}."


def _weighed(piece: Piece) -> str:
    degree = _degree(DEGREES, piece.weight)
    colon = ":" if degree.weight == DEGREES[0].weight else ""
    return f"{degree.said}{colon} {', '.join(listed(_FULL_STOP.sub(',', piece.text)))}."


def _unwanted(negative: Sequence[Piece], syntax: Syntax) -> Iterator[str]:
    """DALL-E is told to leave things out; Flux, which has no word for that, reads of what there is none."""
    by_degree = {degree: [each for each in negative if _degree(UNWANTED, each.weight) is degree] for degree in UNWANTED}
    for degree, pieces in by_degree.items():
        words = [each for piece in pieces for each in listed(_FULL_STOP.sub(",", piece.text))]
        if not words:
            continue
        if syntax is Syntax.DALL_E and degree.weight == 1:
            yield f"Leave out {', '.join(words)}."
        else:
            yield f"{degree.said} {f', {degree.said.lower()} '.join(words)}."


def _refused(sentence: str, *, is_first: bool) -> Iterator[Piece]:
    """What a sentence that only refuses refuses."""
    if found := _REFUSES.fullmatch(sentence):
        yield from _listed(found["what"])
    elif not is_first and _NO.fullmatch(sentence):
        weight = 1.0
        for item in listed(sentence):
            found = _NO.fullmatch(item)
            if found:
                weight = next(each.weight for each in UNWANTED if each.said.lower() == found["how"].lower())
            yield Piece(found["what"] if found else item, weight)


def _listed(what: str) -> Iterator[Piece]:
    for item in listed(_AND.sub(", ", what)):
        yield Piece(re.sub(r"^(?:and|or|any|no)\s+", "", item, flags=re.IGNORECASE))


def _weighted(chunk: Chunk, wanted: Piece) -> Chunk:
    """The chunk with this weight where these words stand in it, or behind the rest where they do not."""
    for place, piece in enumerate(chunk):
        at = piece.text.lower().find(wanted.words.lower()) if piece.weight == 1 else -1
        if at >= 0:
            end = at + len(wanted.words)
            parts = (
                Piece(piece.text[:at]), Piece(piece.text[at:end], wanted.weight), Piece(piece.text[end:]),
            )  # fmt: skip
            return (*chunk[:place], *parts, *chunk[place + 1 :])
    return (*chunk, Piece(", "), wanted)


def _degree(degrees: Sequence[Degree], weight: float) -> Degree:
    return next((each for each in degrees if weight >= each.least), degrees[-1])


def _emphasis(sentence: str) -> Piece | None:
    """What a sentence that only weighs something weighs; None for any other."""
    for degree in DEGREES:
        if degree.said and sentence.lower().startswith(degree.said.lower()):
            rest = sentence[len(degree.said) :].strip(" :")
            return Piece(rest, degree.weight) if has_words(rest) else None
    return None


def _uncapitalised(sentence: str) -> str:
    """A sentence that begins with a small word goes on as a list does."""
    return f"{sentence[0].lower()}{sentence[1:]}" if _SMALL.match(sentence) else sentence


def _is_shape(found: re.Match[str]) -> bool:
    return int(found[1]) > 0 and int(found[2]) > 0
