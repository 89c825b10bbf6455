"""What members say, and what our documents call it; how sections are asked for; and the words that say nothing in a
question: the files beside.
"""

from collections.abc import Iterator, Mapping
from importlib.resources import files


def empty() -> frozenset[str]:
    """Words that every question has."""
    return frozenset(word for line in _lines("empty.txt") for word in line.split())


def meant(language: str = "en") -> Iterator[tuple[str, str]]:
    """Each word that is said, with what is meant by it; in English and German always, and in this language."""
    own = f"meant-{language}.txt"
    for line in [*_lines("meant.txt"), *(_lines(own) if (files("bot.asking") / own).is_file() else [])]:
        said, _, names = line.partition("=")
        yield from ((word, names.strip()) for word in said.split())


def asked() -> Mapping[str, str]:
    """What else each section is asked for, by its key."""
    return {key.strip(): words for key, _, words in (line.partition("=") for line in _lines("asked.txt"))}


def phrased() -> Mapping[str, tuple[str, ...]]:
    """Whole questions that each section answers, by its key."""
    lines = (line.partition("=") for line in _lines("phrased.txt"))
    return {key.strip(): tuple(each.strip() for each in told.split("|")) for key, _, told in lines}


def _lines(name: str) -> list[str]:
    text = (files("bot.asking") / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
