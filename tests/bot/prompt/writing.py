"""Prompts made up by chance, right and wrong, from what people and hostile people type."""

# ruff: noqa: RUF001 -- what keyboards make of hyphens and quotes is what is tried here

import random

from bot.prompt.table import BY_SPELLING

ATOMS = (
    *("a cat", "dog", "red", "::", "::2", "::-0.5", "::0", "::.5", ":::", ":", "--", "—", "–", "-", "---"),
    *("{", "}", ",", "\\", "\\,", "\\{", "\\}", "3:2", "16x9", "100", "-5", "0.5", "1e9", "raw", "random", "123::2"),
    *("https://x.org/a.png", "<https://x.org/b.png>", "<https://x.org/b.png>::2", "https://", "http://[::1]/a.png"),
    *("https://x.org/a.png,", "[a](https://x.org/c.png)", "www.x.org/a.png", "blob:http", "x.org/b.png"),
    *("é", "😀", "\u200d", "\u200b", "\u202e", "“hi”", "\n", "\t", "'", '"', "９", "\ud800", "\x00", "\u2028"),
    *(
        "7",
        "5.2",
        "niji",
        "6",
        "v",
        "ar",
        "no",
        "s",
        "(",
        ")",
        "<",
        ">",
        "|",
        "*",
        "lineart",
        "ink:0.8",
        "euler a",
        "%",
    ),
)
DASHES = ("--", "--", "--", "—", "–", "-", "-- ", "---")


def any_prompt(chance: random.Random) -> str:
    """Anything at all."""
    spellings = list(BY_SPELLING)
    pieces = []
    for _ in range(chance.randint(1, 14)):
        is_parameter = chance.random() < 0.35
        piece = chance.choice(DASHES) + chance.choice(spellings) if is_parameter else chance.choice(ATOMS)
        pieces += [piece, chance.choice(("", " ", " ", " "))]
    return "".join(pieces)


def nearly_right(chance: random.Random) -> str:
    """A prompt with a few parameters whose values may be right."""
    values = ("3:2", "50", "0.5", "1", "6", "raw", "https://x.org/a.png", "1234", "random", "dog, tree", "ink:0.5", "")
    parts = [chance.choice(("a cat", "hot::2 dog", "<https://x.org/a.png> <https://x.org/b.png>", "a {red, blue} cat"))]
    parts += [f"--{chance.choice(list(BY_SPELLING))} {chance.choice(values)}" for _ in range(chance.randint(0, 5))]
    return " ".join(parts)


def mutated(text: str, chance: random.Random) -> str:
    """The text with a slip of the keyboard: a letter lost, doubled, swapped or changed."""
    at = chance.randrange(len(text))
    kind = chance.randrange(4)
    if kind == 0:
        return text[:at] + text[at + 1 :]
    if kind == 1:
        return text[:at] + text[at] + text[at:]
    if kind == 2:
        return text[:at] + text[at : at + 2][::-1] + text[at + 2 :]
    return text[:at] + chance.choice("-:{},.\\ aA1–—<>") + text[at + 1 :]
