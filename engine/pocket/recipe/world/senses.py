"""What words outside of the world are read as: other names, kinds of the same thing, and German, from a list."""

from pathlib import Path

LIST = Path(__file__).with_name("senses.txt")
"""A line for each thing or look: what it is called in captions, and after a colon what is read as it."""


def senses() -> dict[str, str]:
    """Words, one or several, in small letters, to what captions say. Raises ValueError where one is there twice."""
    found: dict[str, str] = {}
    for line in LIST.read_text(encoding="utf-8").splitlines():
        told, _, others = line.partition(": ")
        for other in others.split(", "):
            if other in found:
                raise ValueError(f"{other} is read as {found[other]} and as {told}")
            found[other] = told
    return found
