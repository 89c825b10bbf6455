"""What members ask, and what answers it: tests/data/questions.txt; nothing was changed for questions-last.txt."""

import re
from pathlib import Path

import pytest

from bot.asking.library import library_of
from bot.words import LOCALES

DATA = Path(__file__).parents[2] / "data"
NONE = "NONE"
LANGUAGE = re.compile(r"(?:(de|es|fr|pt|ja|zh):)?(.*)")
FIRST_THREE, ANYTHING = 3, 0.8
"""Of the questions that are about nothing here so many have to be told so: some words mean something everywhere."""


def questions(name: str = "questions.txt") -> list[tuple[str, str, set[str]]]:
    """Each with its language and the keys that answer it."""
    text = (DATA / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if " => " in line and line[0] != "#"]
    found = []
    for line in lines:
        asked, _, keys = line.partition(" => ")
        if told := LANGUAGE.fullmatch(asked):
            found.append((told[1] or "en", told[2], set(keys.split("|"))))
    return found


def answered(language: str, question: str) -> list[str]:
    """The keys of the answer and of what is offered beside it."""
    found = library_of(language).answer(question)
    return [each.key for each in (found.section, *found.others)] if found else []


@pytest.mark.parametrize("language", ["en", "de"])
def test_what_members_ask_is_answered(language: str) -> None:
    """By one of the first three sections, for 85 of a hundred questions at least."""
    asked = [each for each in questions() if each[0] == language and each[2] != {NONE}]
    missed = [each[1] for each in asked if not each[2] & set(answered(*each[:2])[:FIRST_THREE])]
    assert len(asked) >= 40
    assert len(missed) <= 0.15 * len(asked), missed


@pytest.mark.parametrize(
    ("name", "languages", "least", "share"),
    [
        ("questions-held-out.txt", {"en"}, 120, 0.9),
        ("questions-held-out.txt", {"de"}, 20, 0.8),
        ("questions-held-out.txt", {"es", "fr", "pt", "ja", "zh"}, 40, 0.9),
        ("questions-fresh.txt", {"en"}, 75, 0.85),
        ("questions-last.txt", {"en"}, 65, 0.85),
    ],
)
def test_questions_of_others_are_answered(name: str, languages: set[str], least: int, share: float) -> None:
    """By one of the first three sections: of those that were looked at once, and of those that nobody has looked at."""
    asked = [each for each in questions(name) if each[0] in languages and each[2] != {NONE}]
    found = [each for each in asked if each[2] & set(answered(*each[:2])[:FIRST_THREE])]
    assert len(asked) >= least
    assert len(found) >= share * len(asked), len(found)


def test_what_is_about_nothing_here_is_told_so() -> None:
    """Plainly, rather than with a section that has one of the words by chance."""
    asked = [each for each in questions() if each[2] == {NONE}]
    answers = {each[1]: found for each in asked if (found := answered(*each[:2]))}
    assert len(asked) >= 15
    assert len(answers) <= (1 - ANYTHING) * len(asked), answers


def test_every_section_that_is_named_is_there() -> None:
    """Those of the questions, and those that have other words beside their own."""
    names = ("questions.txt", "questions-held-out.txt", "questions-fresh.txt", "questions-last.txt")
    every = [each for name in names for each in questions(name)]
    named = {key for _, _, keys in every for key in keys} - {NONE}
    assert {key for key in named if library_of("en").shown(key) is None} == set()


@pytest.mark.parametrize("language", sorted(LOCALES))
def test_each_language_finds_its_own_words(language: str) -> None:
    """What /help says there is found by its own heading."""
    library = library_of(language)
    for key in ("help-prompts:1", "help-prompts:3", "help-buttons:4"):
        shown = library.shown(key)
        assert shown
        assert key in answered(language, shown.section.title), shown.section.title


@pytest.mark.parametrize(
    "question", ["", " ", "???", "the of and", "\u200b", "🤷", "x" * 300, "--", "/", "a" * 5 + " " * 200]
)
def test_what_says_nothing_finds_nothing(question: str) -> None:
    """And harms nothing."""
    assert answered("en", question) == []
