"""The zone before the parameters: links are image prompts, `::` ends a part and weighs it, the rest is text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.prompt.errors import Edit, Mistake, mistake, notice
from bot.prompt.prompt import Image, Part, plain
from bot.prompt.table import BY_SPELLING
from bot.prompt.tokens import MOST_WEIGHT, Token, is_complete, weight_of
from bot.prompt.versions import WHOLE_WEIGHTS, WITH_WEIGHTS, as_typed, in_words
from bot.prompt.zones import Zones
from bot.words.phrase import Phrase

_SUSPECT = re.compile(r"://|.--|—.|^(?:blob|file|data):|^www\.|/.*\.", re.IGNORECASE)
_SUSPICIOUS = re.compile(r"[:/—]|--|www\.", re.IGNORECASE)  # in any text that has a suspect
_WITHIN = re.compile(r"https?://[^\s<>()\"'\[\],]*", re.IGNORECASE)
_LOCAL = re.compile(r"(?:blob|file|data):\S", re.IGNORECASE)
_SCHEMELESS = re.compile(
    r"(?:www\.[a-z0-9-]+\.\S+|[a-z0-9-]+(?:\.[a-z0-9-]+)+/\S*\.(?:png|jpe?g|webp|gif)(?:\?\S*)?)", re.IGNORECASE
)
_HIDDEN_PARAMETER = re.compile(r"(?:--|—)([a-z]+)")


@dataclass
class Text:
    """What the zone holds."""

    images: list[Image] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)
    notices: list[Phrase] = field(default_factory=list)
    negatives: list[tuple[float, Edit]] = field(default_factory=list)
    """Each weight that is not above 0 with the place where it is written."""


def read_text(zones: Zones, version: str) -> Text:
    """The text before the parameters, by the rules of a version."""
    found, zone = Text(), zones.text
    has_suspects = _SUSPICIOUS.search(zones.source, 0, zones.border) is not None
    words: list[str] = []
    link: Token | None = None
    for token in zone:
        if token.kind == "link":
            _add_link(found, token)
            link = token
            continue
        if token.kind == "word":
            words.append(token.text)
            if has_suspects and _SUSPECT.search(token.text):
                _look_at(found, token)
        elif link is not None and (token.text or token.start == link.end):
            _weigh_link(found, token)
        else:
            _end_part(found, words, token, version)
            words = []
        link = None
    if words:
        found.parts.append(Part(" ".join(words)))
    _weigh_all(found)
    _hold_against(found, zone, version)
    return found


def _add_link(found: Text, token: Token) -> None:
    if not is_complete(token.text):
        found.mistakes.append(mistake("link.broken", value=token.text).fixed_by(Edit(token.start, token.end)))
    found.images.append(Image(token.text))


def _weigh_link(found: Text, token: Token) -> None:
    weight = weight_of(token.text) if token.text else 1.0
    if not 0 < weight <= MOST_WEIGHT:
        found.mistakes.append(mistake("weights.image", value=token.text).fixed_by(Edit(token.start, token.end)))
    found.images[-1] = Image(found.images[-1].link, weight)


def _end_part(found: Text, words: Sequence[str], token: Token, version: str) -> None:
    if not words:
        if token.text:
            found.notices.append(notice("nothing", value=f"::{token.text}"))
        return
    weight = weight_of(token.text) if token.text else 1.0
    place = Edit(token.end - len(token.text), token.end)
    if abs(weight) > MOST_WEIGHT:
        wrong = mistake("weights.size", value=token.text, most=str(MOST_WEIGHT))
        limit = MOST_WEIGHT if weight > 0 else -MOST_WEIGHT
        found.mistakes.append(wrong.fixed_by(Edit(place.start, place.end, str(limit))))
    elif version in WHOLE_WEIGHTS and weight != int(weight):
        wrong = mistake("weights.whole", value=token.text, version=as_typed(version))
        found.mistakes.append(wrong.fixed_by(Edit(place.start, place.end, str(round(weight) or 1))))
    if weight <= 0:
        found.negatives.append((weight, place))
    found.parts.append(Part(" ".join(words), weight))


def _weigh_all(found: Text) -> None:
    """The weights of the parts add up to more than 0. The cure makes those below 0 half of those above."""
    total = round(sum(part.weight for part in found.parts), 4)
    if not found.parts or total > 0 or any(each.kind == "weights" for each in found.mistakes):
        return
    above = sum(part.weight for part in found.parts if part.weight > 0)
    below = above - total
    wrong = mistake("weights", value=plain(total))
    if above:
        share = above / below / 2
        edits = [Edit(at.start, at.end, plain(round(weight * share, 2) + 0.0)) for weight, at in found.negatives]
        found.mistakes.append(wrong.fixed_by(*edits))
    elif found.negatives:
        edits = [Edit(at.start, at.end, plain(-weight or 1)) for weight, at in found.negatives]
        found.mistakes.append(wrong.fixed_by(*edits))
    else:
        found.mistakes.append(wrong)


def _hold_against(found: Text, zone: Sequence[Token], version: str) -> None:
    """Versions after 6.1 have no `::`; the cure is the last that has."""
    is_split = any(part.weight != 1 for part in found.parts) or len(found.parts) > 1
    if version in WITH_WEIGHTS or not is_split:
        return
    sign = next(token for token in zone if token.kind == "weight")
    known = in_words(WITH_WEIGHTS)
    wrong = mistake("version.weights", parameter="::", value=f"::{sign.text}", version=as_typed(version), wanted=known)
    found.mistakes.append(wrong)


def _look_at(found: Text, token: Token) -> None:
    """Words that look like what they are not: links without a space or a scheme, parameters without a space."""
    word = token.text
    if _LOCAL.match(word):
        found.mistakes.append(mistake("link.local", value=word).fixed_by(Edit(token.start, token.end)))
    elif within := _WITHIN.search(word):
        spaced = " ".join(filter(None, (word[: within.start()].rstrip("(<[\"'"), f"<{within.group()}>")))
        found.mistakes.append(mistake("link.glued", value=word).fixed_by(Edit(token.start, token.end, spaced)))
    elif _SCHEMELESS.fullmatch(word):
        wrong = mistake("link.scheme", value=word, suggestion=f"https://{word}")
        found.mistakes.append(wrong.fixed_by(Edit(token.start, token.start, "https://")))
    elif any(name in BY_SPELLING for name in _HIDDEN_PARAMETER.findall(word)):
        found.notices.append(notice("glued", value=word))
