"""Whether a text asks for sexual content with a minor: what names one stands in it beside what is sexual."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from bot.policy.words.lists import find_wide, spellings
from bot.policy.words.minors import terms
from bot.policy.words.minors.ages import OF_AGE, ages
from bot.policy.words.readings import is_wide, plain, readings


@dataclass(frozen=True)
class Reason:
    """What names the minor, and what is sexual, as it was read."""

    minor: str
    sexual: str


def sexual_with_minor(typed: str) -> Reason | None:
    """Why the text is refused; None where it is not. Everything that is drawn by counts: negative words too."""
    minors: list[str] = []
    sexual: list[str] = []
    for reading in readings(typed):
        if found := _first(_Terms.alone(), reading.text):
            return Reason(found, found)
        text = _without_innocent(reading.text)
        languages = _languages(text)
        minors += _found(_Terms.minors(), _Terms.ambiguous_minors(), text, languages)
        minors += [said for age, said in ages(text) if age < OF_AGE]
        sexual += _found(_Terms.sexual(), _Terms.ambiguous_sexual(), text, languages)
    return Reason(minors[0], sexual[0]) if minors and sexual else None


class _Terms:
    """The terms as readings have them."""

    @staticmethod
    @cache
    def alone() -> "_Index":
        return _index(terms.ALONE)

    @staticmethod
    @cache
    def minors() -> "_Index":
        return _index(", ".join(terms.MINORS.values()))

    @staticmethod
    @cache
    def sexual() -> "_Index":
        return _index(", ".join(terms.SEXUAL.values()))

    @staticmethod
    @cache
    def innocent() -> "_Index":
        return _index(terms.INNOCENT)

    @staticmethod
    @cache
    def ambiguous_minors() -> Mapping[str, "_Index"]:
        return {language: _index(words) for language, words in terms.AMBIGUOUS_MINORS.items()}

    @staticmethod
    @cache
    def ambiguous_sexual() -> Mapping[str, "_Index"]:
        return {language: _index(words) for language, words in terms.AMBIGUOUS_SEXUAL.items()}

    @staticmethod
    @cache
    def markers() -> Mapping[str, frozenset[str]]:
        return {language: frozenset(_split(words)) for language, words in terms.MARKERS.items()}


@dataclass(frozen=True)
class _Index:
    """Phrases by their first word, and what is written without spaces."""

    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    wide: tuple[str, ...]

    def find(self, text: str) -> Iterator[tuple[str, int]]:
        """Each that is there, and the character at which it begins."""
        words = text.split()
        at = 0
        for number, word in enumerate(words):
            for phrase in (each for way in spellings(word) for each in self.phrases.get(way, ())):
                some = words[number : number + len(phrase)]
                if len(some) == len(phrase) and all(
                    each in spellings(word) for each, word in zip(phrase, some, strict=True)
                ):
                    yield " ".join(some), at
            at += len(word) + 1
        for each in self.wide:
            if (found := find_wide(text, each)) is not None:
                yield each, found


def _index(words: str) -> _Index:
    phrases: dict[str, list[tuple[str, ...]]] = {}
    wide = []
    for each in _split(words):
        if is_wide(each):
            wide.append(each)
        else:
            phrase = tuple(each.split())
            phrases.setdefault(phrase[0], []).append(phrase)
    return _Index({first: tuple(found) for first, found in phrases.items()}, tuple(wide))


def _split(words: str) -> list[str]:
    return [plain(each).text for each in words.split(",")]


def _first(index: _Index, text: str) -> str | None:
    return next((words for words, _ in index.find(text)), None)


def _found(clear: _Index, ambiguous: Mapping[str, _Index], text: str, languages: frozenset[str]) -> list[str]:
    found = [words for words, _ in clear.find(text)]
    for language, index in ambiguous.items():
        if language in languages:
            found += [words for words, _ in index.find(text)]
    return found


def _languages(text: str) -> frozenset[str]:
    """Those of which the text has small words."""
    words = frozenset(text.split())
    return frozenset(language for language, markers in _Terms.markers().items() if words & markers)


def _without_innocent(text: str) -> str:
    """A full stop stands where something was taken out, so that what was around it does not come together."""
    index = _Terms.innocent()
    for words, _ in [*index.find(text)]:
        text = text.replace(words, ".")
    return text
