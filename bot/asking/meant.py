"""What members say, and what our documents call it; and the words that say nothing in a question: the files beside."""

from collections.abc import Iterator, Mapping
from importlib.resources import files


def empty() -> frozenset[str]:
    """Words that every question has."""
    return frozenset(word for line in _lines("empty.txt") for word in line.split())


def meant() -> Iterator[tuple[str, str]]:
    """Each word that is said, with what is meant by it."""
    for line in _lines("meant.txt"):
        said, _, names = line.partition("=")
        yield from ((word, names.strip()) for word in said.split())


def asked() -> Mapping[str, str]:
    """What else each section is asked for, by its key."""
    return {key.strip(): words for key, _, words in (line.partition("=") for line in _lines("asked.txt"))}


def _lines(name: str) -> list[str]:
    text = (files("bot.asking") / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
