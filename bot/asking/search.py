"""Which text a question is about: BM25 over stems, with the words that members use for what documents call otherwise.

Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009), equation 3.15.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.asking.nearby import Nearby
from bot.asking.terms import meanings, terms

K, B = 1.2, 0.6
HEADING = 4
"""How many times a word in a heading counts."""
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


class Index:
    """Texts, ready to be searched."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self._weights = [each.weight for each in texts]
        self._counts = [Counter(terms(each.text)) for each in texts]
        for counts, each in zip(self._counts, texts, strict=True):
            for term in terms(each.heading):
                counts[term] += HEADING
        self._lengths = [sum(counts.values()) for counts in self._counts]
        self._mean = sum(self._lengths) / max(1, len(texts))
        seen = Counter(term for counts in self._counts for term in counts)
        self._rarity = {term: math.log(1 + (len(texts) - count + 0.5) / (count + 0.5)) for term, count in seen.items()}
        self._nearby = Nearby(seen)

    def best(self, question: str, most: int = 4, *, enough: float = ENOUGH) -> list[int]:
        """The places of the texts that it may be about, the likeliest first; none where it is about none of them."""
        asked = [self._meant(term) for term in dict.fromkeys(terms(question))]
        weighs = [self._weigh(each) for each in asked]
        scored = []
        if sum(map(bool, asked)) <= len(asked) * HALF:  # most of it is about nothing here
            return []
        for place, counts in enumerate(self._counts):
            parts = [self._part(place, counts, each) for each in asked]
            share = sum(weigh for weigh, part in zip(weighs, parts, strict=True) if part) / (sum(weighs) or 1)
            if share >= enough:
                scored.append((sum(parts) * (0.5 + share) * self._weights[place], -place))
        return [-place for score, place in sorted(scored, reverse=True)[:most] if score > 0]

    def _meant(self, term: str) -> Mapping[str, float]:
        """By which names the texts may have it: its own and what is meant by it; else the words that are nearly it."""
        known = {name: share for name, share in meanings(term).items() if name in self._rarity}
        return known or dict.fromkeys(self._nearby.to(term), NEARLY)

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
