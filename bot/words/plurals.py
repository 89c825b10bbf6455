"""Words that go by a number: `{count:job is|jobs are}` in what is read, by the plural rules of its language."""

from collections.abc import Callable, Mapping

ONE: Mapping[str, Callable[[int], bool]] = {
    **dict.fromkeys(("en", "de", "es"), lambda number: number == 1),
    **dict.fromkeys(("fr", "pt"), lambda number: number in {0, 1}),
    **dict.fromkeys(("ja", "zh"), lambda _: False),
}
"""What takes the first form (Unicode CLDR, cardinal rules). Millions, for which some have a third, do not occur."""


class Counted:
    """A value as a template asks for it: itself, or the form of a word that goes with it."""

    def __init__(self, value: object, language: str) -> None:
        self._value, self._language = value, language

    def __format__(self, form: str) -> str:
        one, divides, many = form.partition("|")
        if not divides:
            return format(self._value, form)
        is_one = isinstance(self._value, int) and ONE[self._language](self._value)
        return one if is_one else many
