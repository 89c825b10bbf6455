"""Which text a question is about: BM25 over stems, with the words that members use for what documents call otherwise,
and how like one of the questions it is that a text is known to answer (a cosine of what their words weigh).

Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009), equation 3.15.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.asking.nearby import Nearby
from bot.asking.terms import asked, is_number, is_pair, terms

K, B = 1.2, 0.6
HEADING = 4
"""How many times a word in a heading counts."""
ASKED = 1
"""How many times a word counts of the questions that a text answers."""
NEARLY = 0.6
"""What a word counts that is misspelt, or has another ending."""
LIKE = 1.0
"""What it counts that a question is like one that the text answers, beside the words that they share."""
WHOLE = 0.5
"""The power of the share of the question that a text is about: one that is about most of it comes first."""
HALF = 0.5
ENOUGH = 0.3
"""How much of the question a text has to be about."""
UNKNOWN = 5.0
"""What a word weighs that stands nowhere, and so is missed in every text."""


@dataclass(frozen=True)
class Text:
    """What is searched: a heading and a text; `weight` is more for what is more likely meant."""

    heading: str
    text: str
    weight: float = 1.0
    questions: tuple[str, ...] = ()
    """Those that it answers: whole ones, or what they ask for with commas between."""

    def asked(self) -> Iterator[frozenset[str]]:
        """The words of each question that it answers, its heading among them."""
        for question in self.questions:
            yield from (frozenset(terms(each)) for each in re.split(r",\s+", question))
        yield frozenset(terms(self.heading))


class Index:
    """Texts, ready to be searched."""

    def __init__(self, texts: Sequence[Text], language: str = "en") -> None:
        self._language = language
        self._weights = [each.weight for each in texts]
        self._counts = [Counter(terms(each.text)) for each in texts]
        for counts, each in zip(self._counts, texts, strict=True):
            for term in terms(each.heading):
                counts[term] += HEADING
            for term in {term for question in each.questions for term in terms(question)}:
                counts[term] += ASKED
        self._lengths = [sum(counts.values()) for counts in self._counts]
        self._mean = sum(self._lengths) / max(1, len(texts))
        seen = Counter(term for counts in self._counts for term in counts)
        self._rarity = {term: math.log(1 + (len(texts) - count + 0.5) / (count + 0.5)) for term, count in seen.items()}
        self._nearby = Nearby(seen)
        self._asked = [(place, each) for place, text in enumerate(texts) for each in text.asked() if each]
        self._lengths_asked = [math.sqrt(sum(self._rarity[term] ** 2 for term in each)) for _, each in self._asked]
        self._asking: dict[str, list[int]] = defaultdict(list)
        for number, (_, question) in enumerate(self._asked):
            for term in question:
                self._asking[term].append(number)

    def best(self, question: str, most: int = 4, *, enough: float = ENOUGH, least: float = 0.0) -> list[int]:
        """The places of the texts that it may be about, the likeliest first; none where it is about none of them.

        `least` is what share of the likeliest's score the others need.
        """
        words = [found for each in asked(question, self._language) if (found := self._meant(each)) is not None]
        if sum(map(bool, words)) <= len(words) * HALF:  # most of it is about nothing here
            return []
        weighs, alike = [self._weigh(each) for each in words], self._alike(words)
        scored = [
            (score + LIKE * alike.get(place, 0.0) * self._weights[place], -place)
            for place in range(len(self._counts))
            if (score := self._score(place, words, weighs, enough))
        ]
        likely = sorted(scored, reverse=True)[:most]
        return [-place for score, place in likely if score > least * likely[0][0]]

    def _score(self, place: int, words: Sequence[Mapping[str, float]], weighs: Sequence[float], enough: float) -> float:
        """How much a text is about these words of a question; 0 where it is about too few of them."""
        parts = [self._part(place, self._counts[place], each) for each in words]
        share = sum(weigh for weigh, part in zip(weighs, parts, strict=True) if part) / (sum(weighs) or 1)
        if share < enough:
            return 0.0
        return sum(parts) * math.pow(share, WHOLE) * self._weights[place]

    def _alike(self, words: Sequence[Mapping[str, float]]) -> Mapping[int, float]:
        """By the places of texts, how like the likest of the questions that each answers this one is: what the words
        have in common, in squares of what they weigh, over the length of that question.
        """
        common: dict[int, float] = defaultdict(float)
        for each in words:
            gains: dict[int, float] = {}
            for term, share in each.items():
                for number in self._asking.get(term, ()):
                    gains[number] = max(gains.get(number, 0.0), share * self._rarity[term] ** 2)
            for number, gain in gains.items():
                common[number] += gain
        found: dict[int, float] = {}
        for number, gain in common.items():
            place = self._asked[number][0]
            found[place] = max(found.get(place, 0.0), gain / self._lengths_asked[number])
        return found

    def _meant(self, names: Mapping[str, float]) -> Mapping[str, float] | None:
        """By which of its names the texts have a word, else the words that are nearly it; empty where it is missed.

        None for two signs that need not be a word, and for a number that stands nowhere.
        """
        known = {name: share for name, share in names.items() if name in self._rarity}
        if known or all(is_pair(name) or is_number(name) for name in names):
            return known or None
        return dict.fromkeys((near for name in names for near in self._nearby.to(name)), NEARLY)

    def _weigh(self, meant: Mapping[str, float]) -> float:
        """How much a word of the question says; one that is known by no name is missed."""
        return max((self._rarity[term] for term in meant), default=UNKNOWN)

    def _part(self, place: int, counts: Counter[str], meant: Mapping[str, float]) -> float:
        """What one word of the question, by whatever name, adds to a text's score."""
        scale = K * (1 - B + B * self._lengths[place] / self._mean)
        return max(
            (
                share * self._rarity[term] * counts[term] * (K + 1) / (counts[term] + scale)
                for term, share in meant.items()
                if term in counts
            ),
            default=0.0,
        )
