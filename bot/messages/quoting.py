"""A member's words inside a message of the bot's: on one line, without effect, and never too long.

Sources: Discord's documentation, "Reference: Message Formatting"; Unicode Standard Annex 9, 2.1 (isolates).
"""

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import quote

MOST = 1500
"""Characters of a prompt in a message, so that what stands around it fits into Discord's 2,000."""
LONGEST_WORD = 30
"""Characters of a last word that a cut takes whole."""
MOST_PARAMETERS = 400
"""Characters of the parameters that stay when the text before them is cut."""

_LINK = re.compile(r"<(https?://[^\s<>]+)>|(https?://[^\s<>]+?)(?=::|[)\],.;!?]*(?:[\s<>]|$))", re.IGNORECASE)
_MARKDOWN = re.compile(r"[\\*_~`|\[\]]|<(?=[#:/]|a:|t:|id:|sound:)")
_MENTION = re.compile(
    r"(?<=<)(?=@)|(?<=@)(?=everyone|here)|(?<=discord)(?=\.gg/|\.com/invite/|app\.com/invite/)", re.IGNORECASE
)
"""Where a mention, or an invite that Discord unfolds into a card, is taken apart."""
_PARAMETERS = re.compile(r"\s(?=(?:--|—)[a-z])")
_ORDERS = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Characters that turn the writing direction of whatever follows, beyond the words that they stand in."""
_UNSEEN = re.compile(
    "[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0]"
)
"""Characters without any width, with which words are hidden or taken apart; joiners join, and stay."""
MOST_MARKS = 3
"""Accents on one character: written words seldom have more, and towers of them run over the lines of others."""
_TO_THE_LEFT = {"R", "AL", "AN"}
_ISOLATED, _NO_WIDTH, _JOINER = "\u2068{}\u2069", "\u200b", "\u200d"


def bold(prompt: str) -> str:
    """The prompt in bold, between `**` and `**`, as it stands in every message about its job."""
    words = cut(_plain(prompt)) or "…"
    found = _PARAMETERS.search(words)
    end = found.start() if found else len(words)
    return f"**{isolated(words[:end])}{words[end:]}**"


def is_cut(prompt: str) -> bool:
    """True where a message does not show the whole prompt."""
    return _length(_plain(prompt)) > MOST


def calm(sentence: str) -> str:
    """A sentence that quotes a member's words: it keeps its markdown and mentions nobody."""
    return _without_mentions(" ".join(_seen(sentence).split()))


def quoted(words: str, most: int = MOST) -> str:
    """Somebody's words within a sentence of the bot's: their markdown has no effect, and they mention nobody."""
    kept, room = "", most
    for unit in _escaped(_plain(words)):
        room -= _size(unit)
        if room <= 0:
            return isolated(f"{_whole(kept, unit)}…")
        kept += unit
    return isolated(kept)


def shortened(text: str, most: int) -> str:
    """Text of so many characters at most, with an ellipsis where it was longer."""
    kept = ""
    for unit in text if _size(text) > most else ():
        if _size(kept + unit) > most - 1:
            return f"{_whole(kept, unit)}…"
        kept += unit
    return text


def isolated(words: str) -> str:
    """Words that are written to the left kept to themselves, so that what stands beside them stays in its order."""
    is_turned = any(unicodedata.bidirectional(each) in _TO_THE_LEFT for each in words)
    return _ISOLATED.format(words) if is_turned else words


def cut(prompt: str) -> str:
    """The prompt with its markdown escaped, in MOST characters: of a longer one the text is cut, not the parameters."""
    if _length(prompt) <= MOST:
        return "".join(_units(prompt))
    text, parameters = prompt, ""
    if (found := _PARAMETERS.search(prompt)) and _length(prompt[found.end() :]) <= MOST_PARAMETERS:
        text, parameters = prompt[: found.start()], f" {''.join(_units(prompt[found.end() :]))}"
    kept: list[str] = []
    room = MOST - _size(parameters) - 2
    for unit in _units(text):
        room -= _size(unit)
        if room < 0:
            break
        kept.append(unit)
    return f"{''.join(_to_last_blank(kept)).rstrip()} …{parameters}"


def _to_last_blank(units: list[str]) -> list[str]:
    """The units without the last word, which may be a part of one; of a word that is very long only its last unit."""
    blanks = [at for at in range(max(len(units) - LONGEST_WORD, 0), len(units)) if units[at] == " "]
    at = blanks[-1] if blanks else len(units) - 1
    while at > 0 and not blanks and (_goes_on(units[at]) or units[at - 1] == _JOINER):
        at -= 1
    return units[:at]


def _plain(prompt: str) -> str:
    """One line without what cannot be seen or stored: control characters, orders of direction, half characters."""
    return " ".join(_seen(prompt).split())


def _seen(text: str) -> str:
    """Without what cannot be seen or stored, and without towers of accents; a blank for each control character."""
    if text.isascii() and text.isprintable():
        return text
    kept, marks = [], 0
    for each in _UNSEEN.sub("", _ORDERS.sub("", text)).encode("utf-16", "surrogatepass").decode("utf-16", "replace"):
        category = unicodedata.category(each)
        marks = marks + 1 if category in {"Mn", "Me"} else 0
        if marks <= MOST_MARKS:
            kept.append(" " if category == "Cc" else each)
    return "".join(kept)


def _units(text: str) -> Iterator[str]:
    """The text, escaped, in pieces that are not to be parted."""
    at = 0
    for found in _LINK.finditer(text):
        yield from _escaped(text[at : found.start()])
        yield f"<{quote(found[1] or found[2], safe=_IN_LINKS)}>"
        at = found.end()
    yield from _escaped(text[at:])


_IN_LINKS = ":/?#@!$&'()+,;=%-._~[]"


def _escaped(text: str) -> Iterator[str]:
    told = _without_mentions(text)
    for at, each in enumerate(told):
        yield f"\\{each}" if _MARKDOWN.match(told, at) else each


def _without_mentions(text: str) -> str:
    return _MENTION.sub(_NO_WIDTH, text)


def _whole(kept: str, following: str) -> str:
    """What was kept, without a last character of which only a part was."""
    while kept and (_goes_on(following) or kept[-1] == _JOINER):
        kept, following = kept[:-1], kept[-1]
    return kept


def _goes_on(character: str) -> bool:
    """True for what belongs to the character before it: accents, joiners, skin colours."""
    if len(character) != 1:
        return False
    return unicodedata.category(character) in {"Mn", "Me", "Mc"} or character == _JOINER or "🏻" <= character <= "🏿"


def _length(text: str) -> int:
    return sum(_size(unit) for unit in _units(text))


def _size(text: str) -> int:
    """Characters as a limit may count them at worst: those outside of Unicode's first plane as two."""
    return len(text) + sum(each > "\uffff" for each in text)
