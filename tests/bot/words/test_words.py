"""How words are found."""

import discord
import pytest

from bot.words import LOCALES, SOURCE, language, say, translation, what
from bot.words.catalogues import catalogues
from tests.bot.words.uses import said


@pytest.mark.parametrize(
    ("locale", "folder"),
    [
        *[("en-US", "en"), ("en-GB", "en"), ("de", "de"), ("de-AT", "de"), ("es-ES", "es"), ("es-419", "es")],
        *[("fr", "fr"), ("pt-BR", "pt"), ("ja", "ja"), ("zh-CN", "zh"), ("zh-TW", "zh"), ("fi", "en"), ("", "en")],
    ],
)
def test_a_locale_falls_back_to_its_language_then_to_english(locale: str, folder: str) -> None:
    """Whoever has no translation reads English."""
    read = folder if folder in LOCALES else SOURCE
    assert language(locale) == read
    assert say("help.commands", locale) == LOCALES[read]["help.commands"]


def test_every_folder_is_a_language_that_discord_has() -> None:
    """Someone can choose it."""
    assert set(LOCALES) <= {locale.value.partition("-")[0] for locale in discord.Locale}


def test_what_is_filled_in_is_not_read_again() -> None:
    """A value with braces is only a value."""
    assert "{locale.x}" in say("help.more", "de", version="{locale.x}")


def test_only_translations_are_sent_to_discord() -> None:
    """Discord shows the source where there is none."""
    assert translation("help.description", "de") == LOCALES["de"]["help.description"]
    assert translation("help.description", "en-US") is None
    assert translation("help.description", "fi") is None


def test_parameters_are_explained_in_the_language_of_the_reader() -> None:
    """English, and whoever has no translation, reads the sentence of the table."""
    assert what("--ar", "Width to height.", "en-US") == what("--ar", "Width to height.", "fi") == "Width to height."
    assert what("--ar", "Width to height.", "de") == what("--ar", "Width to height.", "de-AT") == "Breite zu Höhe."


def test_every_word_that_is_there_is_said() -> None:
    """No sentence is left over; one that is said and not there has no English, and fails where it is said."""
    assert said() == set(LOCALES[SOURCE])


def test_no_key_stands_in_two_topics() -> None:
    """One of them would be read by nobody."""
    for topics in catalogues().values():
        keys = [key for words in topics.values() for key in words]
        assert len(keys) == len(set(keys))
