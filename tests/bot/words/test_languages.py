"""Every catalogue says what English says, in its own words, and fits where it is shown."""

import re
import string
from collections import Counter

import pytest

from bot.prompt.manual import lines
from bot.words import LOCALES, SOURCE
from bot.words.catalogues import FOLDER, TEMPLATE, read
from tests.bot.words.same import NAMES, SAME
from tests.bot.words.uses import rooms

ENGLISH = LOCALES[SOURCE]
OTHERS = sorted(set(LOCALES) - {SOURCE})
MARKS = re.compile(r"\*\*|`|\]\(|<@?|>|\n-# |~~|\|\||[⛔⚠️🔇🔄❤️✏️🗑️ℹ️✉️❌]")
COMMAND = re.compile(r"(?<![\w/:<])/[a-z]+(?![a-z ]*/)")
PARAMETER = re.compile(r"--[a-z-]+")
KNOWN = {line.typed for line in lines()} | {"--stylize"}
ENDS = {".": ".。", "!": "!！", "?": "?？", "…": "…", ":": ":："}
"""How a sentence ends, in the writings that there are."""


def places(text: str) -> set[str]:
    """The names that are filled in, as they are filled in; a word that goes by a number is the language's own."""
    found = [each for each in string.Formatter().parse(text) if each[1]]
    return {f"{name}!{how}:{'' if '|' in (shape or '') else shape}" for _, name, shape, how in found}


@pytest.mark.parametrize("locale", OTHERS)
def test_no_language_misses_a_message(locale: str) -> None:
    """Each has all of the template's, in its order and for the English that there is now: `make words` sees to that."""
    wanted = [(each.context, each.id) for each in read(TEMPLATE) if each.id]
    kept = [each for each in read(FOLDER / f"{locale}.po") if each.id]
    assert [(each.context, each.id) for each in kept] == wanted
    assert not {each.context for each in kept if each.fuzzy or not each.string}
    assert not read(FOLDER / f"{locale}.po").obsolete


def test_parameters_are_explained_as_their_table_does() -> None:
    """The sentence that is translated is the one that English readers see."""
    told = {key: text for key, text in ENGLISH.items() if key.startswith("--")}
    assert told == {line.typed: line.what for line in lines()}


@pytest.mark.parametrize("locale", OTHERS)
def test_the_same_is_filled_in(locale: str) -> None:
    """Nothing that the bot knows is kept from a reader, and nothing is filled in that it does not give."""
    assert not {key for key, text in LOCALES[locale].items() if places(text) != places(ENGLISH[key])}


@pytest.mark.parametrize("locale", sorted(LOCALES))
def test_links_stand_apart(locale: str) -> None:
    """Discord takes all up to the next space for the link, in writings without spaces too."""
    ends = {key: text.partition("{link}")[2][:1] for key, text in LOCALES[locale].items() if "{link}" in text}
    assert not {key for key, end in ends.items() if end not in {"", " ", "\n", ")", ">"}}


@pytest.mark.parametrize("locale", OTHERS)
def test_the_same_is_marked(locale: str) -> None:
    """Bold, code, links, emoji and mentions are where English has them."""
    assert not {
        key: text
        for key, text in LOCALES[locale].items()
        if Counter(MARKS.findall(text)) != Counter(MARKS.findall(ENGLISH[key]))
    }


@pytest.mark.parametrize("locale", OTHERS)
def test_what_is_typed_and_pressed_keeps_its_name(locale: str) -> None:
    """Commands, parameters and Midjourney's buttons are called the same in every language."""
    for key, text in LOCALES[locale].items():
        english = ENGLISH[key]
        typed = {*COMMAND.findall(english), *(KNOWN & set(PARAMETER.findall(english)))}
        pressed = {name for name in NAMES if name in english and english not in NAMES}
        assert not {name for name in typed | pressed if name not in text}, key


@pytest.mark.parametrize("locale", OTHERS)
def test_nothing_is_left_in_english(locale: str) -> None:
    """No sentence is English's, nor are five of its words in a row, but for what is the same in both languages."""
    for key, text in LOCALES[locale].items():
        english = ENGLISH[key]
        assert text != english or english in SAME[locale] | {"Fourup"}, key
        assert not _runs(text, 5) & _runs(english, 5), key


def test_nothing_is_entered_as_the_same_that_is_not() -> None:
    """What was translated after all leaves the table."""
    for locale, texts in SAME.items():
        assert texts == {ENGLISH[key] for key, text in LOCALES[locale].items() if text == ENGLISH[key]} - {"Fourup"}


def _runs(text: str, count: int) -> set[tuple[str, ...]]:
    """So many words in a row, without code, names, and what is quoted, which is to be typed."""
    for name in sorted(NAMES, key=len, reverse=True):
        text = text.replace(name, "|")
    words = re.findall(
        r"[\w']+|\|", re.sub(r"`[^`]*`|“[^”]*”|«[^»]*»|「[^」]*」|\{\w+\}|--[a-z-]+|/[a-z]+", "|", text).lower()
    )
    rows = (tuple(words[start : start + count]) for start in range(len(words) - count + 1))
    return {row for row in rows if "|" not in row}


@pytest.mark.parametrize("locale", OTHERS)
def test_sentences_end_where_english_ends_them(locale: str) -> None:
    """A label stays a label, a sentence a sentence, and nothing is cut off."""
    told = {key: (text, ENGLISH[key]) for key, text in LOCALES[locale].items() if ENGLISH[key] not in NAMES}
    ended = {key for key, (text, english) in told.items() if text[-1] not in ENDS.get(english[-1], text[-1])}
    begun = {key for key, (text, english) in told.items() if english[-1] not in ENDS and text[-1] in ".。…"}
    assert not ended | begun
    assert all(text[-1] in ".。" for key, text in LOCALES[locale].items() if key.startswith("--"))


@pytest.mark.parametrize("locale", sorted(LOCALES))
def test_words_fit_where_they_are_shown(locale: str) -> None:
    """Discord refuses what is longer: a command that would not be published, a window that would not open."""
    words = LOCALES[locale]
    assert not {key: len(words[key]) for key, room in rooms().items() if not 1 <= len(words[key]) <= room}


@pytest.mark.parametrize("locale", sorted(LOCALES))
def test_every_error_is_a_whole_sentence(locale: str) -> None:
    """It ends, and it is short enough to be read."""
    for key, text in LOCALES[locale].items():
        if key.startswith("error."):
            assert text[-1] in ".。", key
            assert len(text) < 300, key


@pytest.mark.parametrize("locale", OTHERS)
def test_a_message_that_fits_in_english_fits(locale: str) -> None:
    """No text is more than twice as long as in English, counted generously for short ones."""
    words = LOCALES[locale]
    assert not {key for key, text in words.items() if len(text) > 2 * len(ENGLISH[key]) + 40}
