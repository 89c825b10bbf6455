"""Sexual content with minors is refused, in every language that is spoken here, and nothing innocent with it."""

import pytest

from bot.policy.words.minors import sexual_with_minor
from tests.bot.policy.words.innocent import PROMPTS, REFUSED, WORDS


@pytest.mark.parametrize("typed", REFUSED)
def test_a_minor_beside_what_is_sexual_is_refused(typed: str) -> None:
    """However it is written, disguised or not."""
    assert sexual_with_minor(typed)


@pytest.mark.parametrize("typed", PROMPTS)
def test_an_innocent_prompt_passes(typed: str) -> None:
    """A child on a beach is a child on a beach."""
    assert sexual_with_minor(typed) is None


@pytest.mark.parametrize("beside", ["a naked child", "erotic", "children"])
def test_innocent_words_neither_hide_nor_make_it(beside: str) -> None:
    """A word that only has another in it counts for nothing, and takes nothing away."""
    found = sexual_with_minor(f"{', '.join(WORDS)}, {beside}")
    assert (found is not None) == (beside == "a naked child"), found


def test_an_innocent_phrase_does_not_excuse_the_rest() -> None:
    """What is taken out is taken out alone."""
    assert sexual_with_minor("naked mole rat, and a naked child")


def test_it_is_told_what_was_read() -> None:
    """Both words, so that a mistake of ours can be found."""
    found = sexual_with_minor("n4ked ch1ld")
    assert found
    assert (found.minor, found.sexual) == ("child", "naked")
