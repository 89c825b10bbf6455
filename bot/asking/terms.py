"""Words as they are compared: small, without accents and endings; of scripts without spaces each pair of signs."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from itertools import pairwise

from bot.asking.meant import empty, meant

SHARE = 0.7
"""What a word counts that is meant by another."""
_EMPTY = empty()
_WORD = re.compile(
    r"--[a-z][a-z-]*|/[a-z_]+|[a-z]+[0-9]*|[0-9]+(?:\.[0-9]+)?|::"
    r"|[\u3040-\u30ff\u3400-\u9fff]+|[\u2139-\u27bf\U0001f300-\U0001faff]"
)
_ENDINGS = ("ations", "ation", "ings", "ing", "edly", "ed", "ers", "er", "ies", "es", "ly", "en", "em", "s", "e", "n")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_SHORTEST = 3


def terms(text: str) -> list[str]:
    """The words of a text that say something, as they are compared."""
    folded = "".join(each for each in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(each))
    found: list[str] = []
    for word in _WORD.findall(unicodedata.normalize("NFKC", folded)):
        if _UNSPACED.match(word):
            found += [first + second for first, second in pairwise(word)] or [word]
        elif word.startswith(("--", "/")):
            found += [word, *([stem(name)] if len(name := word.lstrip("-/")) > 1 and name not in _EMPTY else [])]
        elif word not in _EMPTY:
            found.append(stem(word))
    return found


@cache
def stem(word: str) -> str:
    """An English word without its ending; close enough for words of other languages, both sides being cut alike."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST and not word.endswith("ss"):
            word = word[: -len(ending)]
            break
    if len(word) > _SHORTEST + 1 and word[-1] == word[-2] and word[-1] not in "ls":
        word = word[:-1]
    return f"{word[:-1]}y" if word.endswith("i") and len(word) > _SHORTEST else word


def asked(question: str, language: str) -> list[Mapping[str, float]]:
    """What each word of a question may be called: itself, and what is meant by it, with how much each counts.

    In scripts without blanks the words that are known are found first, the longest of them; of the rest each pair of
    signs counts as a word.
    """
    found: list[Mapping[str, float]] = []
    rest = unicodedata.normalize("NFKC", question)
    for word in _unspaced(language):
        if word in rest:
            found.append(meanings(word, language))
            rest = rest.replace(word, " ")
    return [*found, *(meanings(term, language) for term in dict.fromkeys(terms(rest)))]


def meanings(word: str, language: str) -> Mapping[str, float]:
    """The word itself as it is compared, and the words of the documents that are meant by it."""
    own = terms(word) if _UNSPACED.match(word) else [word]
    return {**dict.fromkeys(_meant(language).get(word, ()), SHARE), **dict.fromkeys(own, 1.0)}


def is_number(term: str) -> bool:
    """True for a number, which says little of what is asked."""
    return term[:1].isdigit()


def is_pair(term: str) -> bool:
    """True for a pair of signs of a script without blanks, which may be no word at all."""
    return _UNSPACED.match(term) is not None


@cache
def _unspaced(language: str) -> tuple[str, ...]:
    return tuple(sorted((word for word in _meant(language) if len(word) > 1 and is_pair(word)), key=len, reverse=True))


@cache
def _meant(language: str) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for said, names in meant(language):
        for term in [said] if is_pair(said) else terms(said)[-1:]:
            found[term] = (*found.get(term, ()), *terms(names))
    return found
