"""A reader for tests of commands: it sees what it is told to, and counts how often it was asked."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.imagine.reading import Described
from bot.jobs.job import Asked
from bot.policy.errors import INVALID_LINK, Refused
from engine.reading.talk import Seen, Weighed
from tests.bot.syntax.test_describing import FOX
from tests.pictures import png


@dataclass
class Reads:
    """A fox in the snow, whatever is shown; of words, the longest matter most."""

    seen: Seen = FOX
    links: list[str] = field(default_factory=list)
    refused: Refused | None = None

    async def describe(self, asked: Asked, link: str) -> Described:
        self.links.append(link)
        if self.refused:
            raise self.refused
        if not link.startswith("http"):
            raise Refused(INVALID_LINK, "picture.denied")
        return Described(replace(self.seen), png(30, 20), png(60, 9))

    async def weigh(self, asked: Asked, words: Sequence[str]) -> Weighed:
        places = sorted(range(len(words)), key=lambda place: -len(words[place]))
        lengths = dict.fromkeys(max(1, round(share * len(words))) for share in (0.8, 0.65, 0.5, 0.35, 0.2))
        shorter = tuple(tuple(sorted(places[:length])) for length in lengths)
        return Weighed(tuple(words), tuple(float(len(each)) for each in words), shorter, "a test")
