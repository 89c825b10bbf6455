"""How many questions /ask answers with one of the first three sections: those it was tuned on, and others."""

from collections import Counter
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bot.asking.library import library_of

QUESTIONS = Path(__file__).parents[1] / "tests" / "data"
FIRST = 3
NONE = "NONE"


def read(name: str) -> list[tuple[str, str, set[str]]]:
    """The questions of a file: language, words, and the keys of the sections that answer."""
    lines = (QUESTIONS / name).read_text(encoding="utf-8").splitlines()
    found = []
    for line in lines:
        if " => " in line and not line.startswith("#"):
            asked, _, keys = line.partition(" => ")
            is_named = asked[2:3] == ":"
            language, question = (asked[:2], asked[3:]) if is_named else ("en", asked)
            found.append((language, question, set(keys.split("|"))))
    return found


def is_answered(language: str, question: str, keys: set[str]) -> bool:
    """Whether one of the first sections is one of these; of what nothing answers, whether nothing is shown."""
    found = library_of(language).answer(question)
    shown = [each.key for each in (found.section, *found.others)][:FIRST] if found else [NONE]
    return bool(keys & set(shown))


def main() -> None:
    """Print a table."""
    table = Table("questions", "language", "asked", "answered", "", title="What /ask answers")
    for name in ("questions.txt", "questions-held-out.txt", "questions-fresh.txt", "questions-last.txt"):
        asked, answered = Counter[str](), Counter[str]()
        for language, question, keys in read(name):
            kind = "about nothing here" if keys == {NONE} else language
            asked[kind] += 1
            answered[kind] += is_answered(language, question, keys)
        for kind, count in asked.items():
            table.add_row(name, kind, str(count), str(answered[kind]), f"{answered[kind] / count:.0%}")
    Console(width=110).print(table)


if __name__ == "__main__":
    main()
