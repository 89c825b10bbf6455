"""What parameters do, in other languages."""

import pytest

from bot.prompt.manual import lines
from bot.words import LOCALES, SOURCE
from bot.words.parameters import WHAT, what


@pytest.mark.parametrize("locale", sorted(set(LOCALES) - {SOURCE}))
def test_every_locale_says_it_of_every_parameter(locale: str) -> None:
    """No parameter is left out, none is there that the table does not have."""
    assert set(WHAT[locale]) == {line.typed for line in lines()}
    assert all(text.endswith(".") for text in WHAT[locale].values())


def test_a_locale_without_words_reads_the_table_s() -> None:
    """As everywhere."""
    assert what("--ar", "Width to height.", "ja") == "Width to height."
    assert what("--ar", "Width to height.", "en-US") == "Width to height."
    assert what("--ar", "Width to height.", "de") == what("--ar", "Width to height.", "de-AT") == "Breite zu Höhe."
