"""Words that go by a number: by the rules that Unicode has for each language, and with both forms written out."""

import string
from collections.abc import Iterator

import pytest
from babel import Locale

from bot.words import LOCALES, say
from bot.words.plurals import Counted

FORMS = {"en": 2, "de": 2, "es": 2, "fr": 2, "ja": 1, "pt": 2, "zh": 1}
"""How many a language writes. Millions, for which some of these have a third, do not occur."""


def forms(language: str) -> Iterator[tuple[str, str, str]]:
    """Each place where a word goes by a number: the key, what is counted, and the forms."""
    for key, text in LOCALES[language].items():
        for _, name, shape, _ in string.Formatter().parse(text):
            if name and shape and "|" in shape:
                yield key, name, shape


@pytest.mark.parametrize(
    ("language", "form", "said"),
    [
        ("en", "job|jobs", {0: "jobs", 1: "job", 2: "jobs", 1_000_000: "jobs"}),
        ("fr", "demande|demandes", {0: "demande", 1: "demande", 2: "demandes", 1_000_000: "demandes"}),
        ("pl", "plik|pliki|plików", {0: "plików", 1: "plik", 2: "pliki", 5: "plików", 22: "pliki", 112: "plików"}),
        ("ja", "件|", {0: "件", 1: "件"}),
        ("ar", "أ|ب|ت|ث|ج|ح", {0: "أ", 1: "ب", 2: "ت", 3: "ث", 11: "ج", 100: "ح"}),
    ],
)
def test_a_number_takes_the_form_of_its_category(language: str, form: str, said: dict[int, str]) -> None:
    """In Unicode's order (zero, one, two, few, many, other); the last form serves all categories that follow."""
    assert {number: format(Counted(number, language), form) for number in said} == said


def test_every_language_has_its_number_of_forms() -> None:
    """Whoever adds a language finds out."""
    assert set(FORMS) == set(LOCALES)


@pytest.mark.parametrize("language", sorted(each for each, count in FORMS.items() if count == 2))
def test_the_rules_are_those_of_unicode(language: str) -> None:
    """As Babel has them from the CLDR, for each number that can come."""
    rule = Locale(language).plural_form
    told = (format(Counted(number, language), "one|other") for number in range(20_000))
    assert [number for number, form in enumerate(told) if (form == "one") is not (rule(number) == "one")] == []


@pytest.mark.parametrize("language", sorted(LOCALES))
def test_all_forms_are_there_where_the_language_has_several(language: str) -> None:
    """And none where it has one."""
    found = list(forms(language))
    count = FORMS[language]
    assert all(shape.count("|") == count - 1 and all(shape.split("|")) for _, _, shape in found), found
    assert bool(found) is (count > 1)


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
