"""How words are found."""

import shutil
import subprocess
from pathlib import Path

import discord
import pytest

from bot.words import LOCALES, SOURCE, language, say, translation, what
from bot.words.catalogues import FOLDER, TEMPLATE, Catalogues, read
from tests.acts import ROOT
from tests.bot.words.uses import KEYS, said


@pytest.mark.parametrize(
    ("locale", "catalogue"),
    [
        *[("en-US", "en"), ("en-GB", "en"), ("de", "de"), ("de-AT", "de"), ("es-ES", "es"), ("es-419", "es")],
        *[("fr", "fr"), ("pt-BR", "pt"), ("ja", "ja"), ("zh-CN", "zh"), ("zh-TW", "zh"), ("fi", "en"), ("", "en")],
    ],
)
def test_a_locale_falls_back_to_its_language_then_to_english(locale: str, catalogue: str) -> None:
    """Whoever has no translation reads English."""
    assert language(locale) == catalogue
    assert say("help.commands", locale) == LOCALES[catalogue]["help.commands"]


def test_every_catalogue_is_of_a_language_that_discord_has() -> None:
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
    assert said() == KEYS


def test_no_key_stands_twice() -> None:
    """One of the two would be read by nobody; a message without a key by nobody either."""
    keys = [each.context for each in read(TEMPLATE) if each.id]
    assert None not in keys
    assert len(keys) == len(set(keys)) == len(LOCALES[SOURCE])


def test_what_was_said_of_another_english_is_not_said(tmp_path: Path) -> None:
    """`make words` marks it, and until somebody has looked at it English is read, as where nothing was translated."""
    if shutil.which("make") is None:
        pytest.skip("needs make")
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    template = tmp_path / TEMPLATE.name
    english = template.read_text(encoding="utf-8").replace(LOCALES[SOURCE]["cancel.done"], "That job is ended now.")
    template.write_text(
        f'{english}\nmsgctxt "queue.new"\nmsgid "A quince of {{size}} MiB"\nmsgstr ""\n', encoding="utf-8"
    )
    subprocess.run(["make", "--silent", "words", f"PO={tmp_path}"], cwd=ROOT, check=True)
    renewed = Catalogues(tmp_path)
    assert renewed[SOURCE].keys() - LOCALES[SOURCE].keys() == {"queue.new"}
    for each in LOCALES.keys() - {SOURCE}:
        assert renewed[each] == {key: text for key, text in LOCALES[each].items() if key != "cancel.done"}
