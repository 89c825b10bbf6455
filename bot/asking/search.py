"""Which text a question is about: BM25 over stems, with the words that members use for what documents call otherwise.

Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009), equation 3.15.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.asking.nearby import Nearby
from bot.asking.terms import asked, is_pair, terms

K, B = 1.2, 0.6
HEADING = 4
"""How many times a word in a heading counts."""
ASKED = 1
"""How many times a word counts of the questions that a text answers."""
NEARLY = 0.6
"""What a word counts that is misspelt, or has another ending."""
HALF = 0.5
ENOUGH = 0.3
"""How much of the question a text has to be about."""
UNKNOWN = 3.0
"""What a word weighs that stands nowhere, and so is missed in every text."""


@dataclass(frozen=True)
class Text:
    """What is searched: a heading and a text; `weight` is more for what is more likely meant."""

    heading: str
    text: str
    weight: float = 1.0
    questions: tuple[str, ...] = ()
    """Whole ones that it answers."""


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

    def best(self, question: str, most: int = 4, *, enough: float = ENOUGH) -> list[int]:
        """The places of the texts that it may be about, the likeliest first; none where it is about none of them."""
        words = [found for each in asked(question, self._language) if (found := self._meant(each)) is not None]
        weighs = [self._weigh(each) for each in words]
        scored = []
        if sum(map(bool, words)) <= len(words) * HALF:  # most of it is about nothing here
            return []
        for place, counts in enumerate(self._counts):
            parts = [self._part(place, counts, each) for each in words]
            share = sum(weigh for weigh, part in zip(weighs, parts, strict=True) if part) / (sum(weighs) or 1)
            if share >= enough:
                scored.append((sum(parts) * self._weights[place], -place))
        return [-place for score, place in sorted(scored, reverse=True)[:most] if score > 0]

    def _meant(self, names: Mapping[str, float]) -> Mapping[str, float] | None:
        """By which of its names the texts have a word, else the words that are nearly it; empty where it is missed.

        None for two signs that need not be a word.
        """
        known = {name: share for name, share in names.items() if name in self._rarity}
        if known or all(map(is_pair, names)):
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
