"""What is wrong with prompts, told in every language that there is."""

from functools import cache

import pytest

from bot.buttons.embeds import wrong_prompt
from bot.prompt.errors import WrongPreference, WrongPrompt
from bot.prompt.personal import Personal
from bot.prompt.read import Rules, read
from bot.words import LOCALES, SOURCE
from bot.words.phrase import Phrase
from tests.bot.prompt.corpus import cases

ELSEWHERE = sorted(set(LOCALES) - {SOURCE})
MORE = (
    "x" * 6001,
    "{" * 20 + "a" + "}" * 20,
    "a\u2014ar 3:2",
    "a \u30fcar 3:2",
    "a \uff0dar 3:2",
    "a --- ar 3:2",
    "{red",
    "a::2000",
)
"""Beside the corpus."""
FEW = Rules(most_jobs=3)


def said_of(typed: str) -> list[Phrase]:
    """What is told of it, right or wrong."""
    found = []
    for rules in (Rules(), FEW):
        try:
            found += read(typed, rules).said
        except WrongPrompt as wrong:
            found += [each.said for each in wrong.mistakes]
    return found


@cache
def phrases() -> list[Phrase]:
    """All that is told of all of these, once each."""
    typed = [*(case.typed for case in cases()), *MORE]
    return list({repr(each): each for text in typed for each in said_of(text)}.values())


def keys_in(phrase: Phrase) -> set[str]:
    """Its own, and those of what is filled in."""
    within = [keys_in(each) for each in phrase.values.values() if isinstance(each, Phrase)]
    return {phrase.key}.union(*within)


@pytest.mark.parametrize("locale", ELSEWHERE)
def test_every_mistake_is_told_in_the_language_of_its_author(locale: str) -> None:
    """In words of that language alone, with what was typed and what would be right."""
    for each in phrases():
        told = each.told(locale)
        assert told != each.told(), each.key
        for typed in each.values.values():
            assert not isinstance(typed, str) or typed not in each.told() or typed in told, each.key
        for key in keys_in(each):
            assert "{" in LOCALES[SOURCE][key] or LOCALES[SOURCE][key] not in told, key


def test_all_that_can_be_wrong_was_tried() -> None:
    """No sentence of the topic is told of none of these prompts."""
    told = set().union(*map(keys_in, phrases()))
    topic = {key for key in LOCALES[SOURCE] if key.partition(".")[0] in {"mistake", "notice", "refused"}}
    assert topic - told == {"notice.void", "notice.model"}, "these are about models, and tried with one"


@pytest.mark.parametrize("locale", ELSEWHERE)
def test_a_setting_that_cannot_be_kept_is_told_so_too(locale: str) -> None:
    """What is wrong with it stands within another sentence."""
    with pytest.raises(WrongPreference) as caught:
        Personal().with_suffix("--ar banana")
    told = caught.value.sentence(locale)
    assert "banana" in told
    assert "Invalid aspect ratio" not in told
    assert "Invalid aspect ratio" in caught.value.sentence("fi")


@pytest.mark.parametrize("locale", ELSEWHERE)
def test_the_answer_to_its_author_has_no_english_sentence(locale: str) -> None:
    """Titles are Midjourney's, which programs read; the sentences below them are for people."""
    with pytest.raises(WrongPrompt) as caught:
        read("a cat --ar banana --zzzz 3")
    described = [embed.description or "" for embed in wrong_prompt(caught.value, "a cat", locale)]
    assert "`banana`" in described[0]
    assert "`zzzz`" in described[0]
    assert not {"Unrecognized", "Invalid", "needs"} & set(" ".join(described).split())
