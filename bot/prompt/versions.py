"""Midjourney's versions: each is a set of rules by which a prompt is read, named "6.1" or "niji 6"."""

from itertools import groupby

from bot.words.phrase import Phrase, phrase

NUMBERS = ("1", "2", "3", "4", "5", "5.1", "5.2", "6", "6.1", "7", "8.1", "8.2")
NIJIS = ("4", "5", "6", "7")
DEFAULT = "6.1"
NIJI = "6"  # for `--niji` without a number: the last niji with `::` and `--cref`, as 6.1 is of the others

# What can be typed beside the names themselves. 8.0 was taken back by Midjourney, so it is none of them.
SPELLINGS = {f"{number}.0": number for number in ("1", "2", "3", "4", "5", "6", "7")}


def versions(first: str, last: str = NUMBERS[-1]) -> frozenset[str]:
    """Those from the first to the last, both included."""
    return frozenset(NUMBERS[NUMBERS.index(first) : NUMBERS.index(last) + 1])


def nijis(first: str, last: str = NIJIS[-1]) -> frozenset[str]:
    """The same for niji, as "niji 6"."""
    return frozenset(f"niji {number}" for number in NIJIS[NIJIS.index(first) : NIJIS.index(last) + 1])


EVERY = versions("1") | nijis("4")

# Multi-prompts with `::`.
WITH_WEIGHTS = versions("1", "6.1") | nijis("4", "6")
WHOLE_WEIGHTS = versions("1", "3")

# Where `--sv` goes to 4, later to 6.
BEFORE_SEVEN = versions("1", "6.1") | nijis("4", "6")


def in_words(known: frozenset[str]) -> Phrase:
    """Which versions these are, such as "versions 1 to 6.1 and niji 4 to 6"."""
    numbers = _runs(NUMBERS, [number in known for number in NUMBERS])
    niji = _runs(NIJIS, [f"niji {number}" in known for number in NIJIS])
    key = "wanted.version.number" if len(numbers) == 1 and len(numbers[0]) == 1 else "wanted.version.numbers"
    named = ((key, numbers), ("wanted.version.niji", niji))
    told = [phrase(called, runs=_joined(runs)) for called, runs in named if runs]
    return told[0] if len(told) == 1 else phrase("wanted.and", first=told[0], last=told[1])


def _runs(names: tuple[str, ...], known: list[bool]) -> list[list[str]]:
    """The known names, those that follow each other together."""
    groups = groupby(zip(names, known, strict=True), key=lambda pair: pair[1])
    return [[name for name, _ in group] for is_known, group in groups if is_known]


def _joined(runs: list[list[str]]) -> Phrase | str:
    """The runs, such as "3, 5 to 6.1"."""
    told = [run[0] if len(run) == 1 else phrase("wanted.to", first=run[0], last=run[-1]) for run in runs]
    joined: Phrase | str = told[0]
    for each in told[1:]:
        joined = phrase("wanted.also", before=joined, each=each)
    return joined


def as_typed(version: str) -> str:
    """The parameter that chooses it: "--version 7", "--niji 6"."""
    return f"--{version}" if version.startswith("niji") else f"--version {version}"
