"""What people read."""

import ast
import string
from pathlib import Path

import pytest

import bot
from bot.words import LOCALES, SOURCE, say, translation
from bot.words.en import WORDS

SOURCES = sorted(Path(bot.__file__).parent.rglob("*.py"))


def places(text: str) -> set[str]:
    """The names that are filled in."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("locale", sorted(set(LOCALES) - {SOURCE}))
def test_every_locale_says_what_english_says(locale: str) -> None:
    """The same keys, the same places to fill in, and nothing left in English."""
    words = LOCALES[locale]
    assert set(words) == set(WORDS)
    for key, text in words.items():
        assert places(text) == places(WORDS[key]), key
        assert text != WORDS[key] or text == "Fourup", key


@pytest.mark.parametrize(
    ("locale", "told"),
    [
        ("en-US", "Commands"),
        ("en-GB", "Commands"),
        ("de", "Befehle"),
        ("de-AT", "Befehle"),
        ("ja", "Commands"),
        ("", "Commands"),
    ],
)
def test_a_locale_falls_back_to_its_language_then_to_english(locale: str, told: str) -> None:
    """Whoever has no translation reads English."""
    assert say("help.commands", locale) == told


def test_what_is_filled_in_is_not_read_again() -> None:
    """A value with braces is only a value."""
    assert "{locale.x}" in say("help.more", "de", version="{locale.x}")


def test_only_translations_are_sent_to_discord() -> None:
    """Discord shows the source where there is none."""
    assert translation("help.description", "de") == LOCALES["de"]["help.description"]
    assert translation("help.description", "en-US") is None
    assert translation("help.description", "ja") is None


def test_every_word_that_is_said_is_there_and_every_one_there_is_said() -> None:
    """No key is misspelt and no sentence is left over."""
    said: set[str] = set()
    for source in SOURCES:
        if source.parent.name != "words":
            said |= {
                node.value
                for node in ast.walk(ast.parse(source.read_text(encoding="utf-8")))
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in WORDS
            }
    assert said == set(WORDS)


@pytest.mark.parametrize("locale", sorted(LOCALES))
def test_every_error_is_a_whole_sentence(locale: str) -> None:
    """It ends, and it is short enough to be read."""
    for key, text in LOCALES[locale].items():
        if key.startswith("error."):
            assert text.endswith("."), key
            assert len(text) < 300, key


@pytest.mark.parametrize("locale", sorted(LOCALES))
def test_descriptions_fit_into_the_picker(locale: str) -> None:
    """Discord takes 100 characters."""
    for key, text in LOCALES[locale].items():
        if key.endswith(".description"):
            assert 1 <= len(text) <= 100, key
