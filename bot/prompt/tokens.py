"""A prompt cut into links, weights and words, after what nobody sees in it has been taken out."""

import re
from collections.abc import Iterator
from typing import NamedTuple

LONGEST = 6_000  # characters, Midjourney's own limit
MOST_WEIGHT = 10_000

_WEIGHT = r"[-+\u2212\u2013]?(?:[0-9]{1,12}(?:\.[0-9]{1,12})?|\.[0-9]{1,12})"
# A link that is not in <> ends before `::`; the brackets of an IPv6 address may hold it.
_LINK = r"https?://(?:\[[^\]\s]*\])?(?:[^\s:<>]+|:(?!:))*"
_TOKEN = re.compile(
    rf"(?P<link><https?://[^\s<>]*>[,;]?|{_LINK})"
    rf"|:{{2,}}(?P<weight>{_WEIGHT}(?![\w]|\.[0-9]))?"
    r"|(?P<word>(?:[^\s:]|:(?!:))(?:[^\s:]+|:(?!:))*)",
    re.IGNORECASE,
)
_WORD = re.compile(r"\S+")
_ITEM = re.compile(rf"<(?P<inner>[^\s<>]*)>(?:::(?P<weight>{_WEIGHT})?)?[,;]*")
_AFTER = re.compile(_WEIGHT)
_COMPLETE = re.compile(r"https?://(?:\[[0-9a-f:.]+\]|[^\s/?#<>\[\]]*[^\W_][^\s/?#<>\[\]]*)[^\s<>]*", re.IGNORECASE)

# Control characters, zero-width ones, marks that turn the direction of writing, halves of characters.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
# Joiners stay where they join: in Persian, Indic scripts and emoji.
_JOINABLE = "\u0590-\u1fff\u2190-\U0010ffff"
_LOOSE_JOINER = re.compile(f"(?<![{_JOINABLE}])[\u200c\u200d]|[\u200c\u200d](?![{_JOINABLE}])")
_SMART_QUOTES = {
    **dict.fromkeys((0x201C, 0x201D, 0x201E, 0x201F), '"'),
    **dict.fromkeys((0x2018, 0x2019, 0x201A, 0x201B), "'"),
}
_MINUS = {0x2212: "-", 0x2013: "-"}  # a minus sign and an en dash, which keyboards make of a hyphen
_SPACES = re.compile(r"\s+")


class Word(NamedTuple):
    """A run without spaces and where it stands."""

    text: str
    start: int
    end: int


class Token(NamedTuple):
    """A piece of the text: a `link` without its brackets, a `weight` ("" for a bare `::`), or a `word`."""

    kind: str
    text: str
    start: int
    end: int


def clean(text: str) -> str:
    """The prompt as it is read: unseen characters gone, quotes straight, every run of spaces and newlines one space."""
    if not text.isascii():
        text = _LOOSE_JOINER.sub("", _UNSEEN.sub("", text)).translate(_SMART_QUOTES)
    elif not text.isprintable():
        text = _UNSEEN.sub("", text)
    elif "  " not in text:
        return text.strip()
    return _SPACES.sub(" ", text).strip()


def tokens(text: str, start: int = 0) -> Iterator[Token]:
    """The links, weights and words of a cleaned text from `start` on, in order."""
    for found in _TOKEN.finditer(text, start):
        kind = found.lastgroup
        at, end = found.span()
        if kind == "word":
            yield Token("word", found[0], at, end)
        elif kind == "link":
            yield Token("link", _bare(found[0]), at, end)
        else:
            yield Token("weight", found["weight"] or "", at, end)


def plain_words(text: str, end: int) -> list[Token]:
    """The words of a cleaned text without colons, up to `end`: what `tokens` gives, sooner."""
    return [Token("word", found[0], found.start(), found.end()) for found in _WORD.finditer(text, 0, end)]


def words(text: str, start: int = 0) -> Iterator[Word]:
    """The runs without spaces from `start` on."""
    return (Word(found[0], found.start(), found.end()) for found in _WORD.finditer(text, start))


def weighed(word: str) -> tuple[str, str | None]:
    """An item such as `<link>::2`, `link,` or `1234::0.5` without brackets, commas and weight; and the weight."""
    found = _ITEM.fullmatch(word)
    if found:
        return found["inner"], found["weight"]
    bare = word.rstrip(",;")
    body, separator, weight = bare.rpartition("::")
    if separator and (not weight or _AFTER.fullmatch(weight)):
        return body, weight or None
    return bare, None


def weight_of(typed: str) -> float:
    """A weight as a number, to four decimals."""
    return round(float(typed.translate(_MINUS)), 4)


def is_link(text: str) -> bool:
    """True for what starts like a link to somewhere on the web, complete or not."""
    return text[:8].lower().startswith(("http://", "https://"))


def is_complete(link: str) -> bool:
    """True where the link names a server."""
    return _COMPLETE.fullmatch(link) is not None


def _bare(link: str) -> str:
    return link[1:].rstrip(",;")[:-1] if link.startswith("<") else link.rstrip(",;")
