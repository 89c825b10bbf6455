"""What people read, by language; English is the source, and every other language says the same things."""

from functools import lru_cache

from bot.words.catalogues import SOURCE, Catalogues
from bot.words.plurals import Counted

__all__ = ["LOCALES", "SOURCE", "language", "say", "translation", "what"]

LOCALES = Catalogues()


@lru_cache(maxsize=256)
def language(locale: str) -> str:
    """The catalogue whose words a reader of `locale`, as Discord writes it ("de", "es-419", "pt-BR"), understands.

    Where there is none for the country, it is that of the language, and without that English.
    """
    return next((each for each in (locale, locale.partition("-")[0]) if each in LOCALES), SOURCE)


def say(key: str, locale: str, /, **values: object) -> str:
    """The words of `key` for a reader of `locale`, in English where nobody translated them."""
    read = language(locale)
    text = LOCALES[read].get(key)
    if text is None:
        read, text = SOURCE, LOCALES[SOURCE][key]
    if "|" in text:  # words that go by a number
        values = {name: Counted(value, read) for name, value in values.items()}
    return text.format(**values)


def what(typed: str, source: str, locale: str) -> str:
    """What the parameter `typed` ("--ar") does, for a reader of `locale`; `source` is the table's own sentence."""
    return LOCALES[language(locale)].get(typed, source)


def translation(key: str, locale: str) -> str | None:
    """What `say` would say where that is not the source; None for English and for untranslated locales."""
    return None if language(locale) == SOURCE else LOCALES[language(locale)].get(key)
