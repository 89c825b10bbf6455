"""Words that go by a number: `{count:job is|jobs are}` in what is read, by the plural rules of its language."""

from functools import cache

from babel import Locale
from babel.plural import PluralRule

CATEGORIES = ("zero", "one", "two", "few", "many", "other")
"""Of Unicode's rules, in the order in which a language's forms are written."""


class Counted:
    """A value as a template asks for it: itself, or the form of a word that goes with it."""

    def __init__(self, value: object, language: str) -> None:
        self._value, self._language = value, language

    def __format__(self, form: str) -> str:
        forms = form.split("|")
        if len(forms) == 1:
            return format(self._value, form)
        if not isinstance(self._value, int):
            return forms[-1]
        rule, own = _rule(self._language)
        return forms[min(own.index(rule(self._value)), len(forms) - 1)]


@cache
def _rule(language: str) -> tuple[PluralRule, tuple[str, ...]]:
    """What gives a number its category (Unicode CLDR, cardinal rules), and the categories that this language has."""
    rule = Locale(language).plural_form
    return rule, tuple(each for each in CATEGORIES if each in rule.tags or each == "other")
