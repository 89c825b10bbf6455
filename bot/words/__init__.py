"""What people read, by locale; English is the source, and every other locale says the same things."""

from collections.abc import Mapping

from bot.words import de, en

SOURCE = "en"
LOCALES: Mapping[str, Mapping[str, str]] = {SOURCE: en.WORDS, "de": de.WORDS}


def say(key: str, locale: str, /, **values: object) -> str:
    """The words of `key` for a reader of `locale`, as Discord writes it ("de", "en-US", "pt-BR").

    A locale that nobody has translated yet is answered in the language without its country, then in English.
    """
    return (_words(locale).get(key) or en.WORDS[key]).format(**values)


def translation(key: str, locale: str) -> str | None:
    """What `say` would say where that is not the source; None for English and for untranslated locales."""
    words = _words(locale)
    return None if words is en.WORDS else words.get(key)


def _words(locale: str) -> Mapping[str, str]:
    return LOCALES.get(locale) or LOCALES.get(locale.partition("-")[0]) or en.WORDS
