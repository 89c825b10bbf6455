"""Words that go by a number: by the rules that Unicode has for each language, and with both forms written out."""

import string
from collections.abc import Iterator

import pytest
from babel import Locale

from bot.words import LOCALES, say
from bot.words.plurals import ONE


def forms(language: str) -> Iterator[tuple[str, str, str]]:
    """Each place where a word goes by a number: the key, what is counted, and the forms."""
    for key, text in LOCALES[language].items():
        for _, name, shape, _ in string.Formatter().parse(text):
            if name and shape and "|" in shape:
                yield key, name, shape


def test_every_language_has_a_rule() -> None:
    """Whoever adds a language finds out."""
    assert set(ONE) == set(LOCALES)


@pytest.mark.parametrize("language", sorted(LOCALES))
def test_the_rules_are_those_of_unicode(language: str) -> None:
    """As Babel has them from the CLDR, for each number that can come."""
    rule = Locale(language).plural_form
    assert [number for number in range(20_000) if ONE[language](number) is not (rule(number) == "one")] == []


@pytest.mark.parametrize("language", sorted(LOCALES))
def test_both_forms_are_there_where_the_language_has_two(language: str) -> None:
    """And none where it has one."""
    found = list(forms(language))
    assert all(shape.count("|") == 1 and all(shape.split("|")) for _, _, shape in found), found
    assert bool(found) is (language not in {"ja", "zh"})


@pytest.mark.parametrize(
    ("locale", "none", "one", "more"),
    [
        ("en-US", "0 jobs are cancelled.", "1 job is cancelled.", "2 jobs are cancelled."),
        ("de", "0 Aufträge sind abgebrochen.", "1 Auftrag ist abgebrochen.", "2 Aufträge sind abgebrochen."),
        ("fr", "0 demande est annulée.", "1 demande est annulée.", "2 demandes sont annulées."),
        ("pt-BR", "0 pedido foi cancelado.", "1 pedido foi cancelado.", "2 pedidos foram cancelados."),
    ],
)
def test_a_number_is_said_with_the_word_that_goes_with_it(locale: str, none: str, one: str, more: str) -> None:
    """In the reader's language."""
    assert [say("queue.cancelled", locale, count=count) for count in (0, 1, 2)] == [none, one, more]


def test_what_is_no_number_takes_the_other_form() -> None:
    """A limit may be a word."""
    told = say("info.queue", "en-US", running="unlimited", waiting=1, grids=1)
    assert told == "unlimited jobs are drawn at once and 1 may wait; one command makes 1 grid at most."
