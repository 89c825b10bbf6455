"""Why there is no picture, as it is read."""

import pytest

from bot.images.errors import NotFetched, Reason, shown
from bot.words import LOCALES, say


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ("https://a.test/b.png", "https://a.test/b.png"),
        ("https://cdn.test/attachments/1/2/b.png?ex=1&is=2&hm=3#x", "https://cdn.test/attachments/1/2/b.png"),
        (f"https://a.test/{'b' * 100}/c.png", f"https://a.test/{'b' * 30}…{'b' * 39}/c.png"),
        ("?a=1", "?a=1"),
        ("", ""),
    ],
)
def test_a_link_is_shown_short(link: str, told: str) -> None:
    """Without its query, its middle left out where it is long."""
    assert shown(link) == told


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_a_sentence(reason: Reason) -> None:
    """That names the link, and ends; in every language."""
    failure = NotFetched(reason, "https://a.test/b.png?c")
    for locale in LOCALES:
        sentence = say(failure.key, locale, link=failure.shown)
        assert sentence.startswith("https://a.test/b.png ")
        assert sentence.endswith((".", "\u3002"))
    assert str(failure) == say(failure.key, "en", link=failure.shown)
