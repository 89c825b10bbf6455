"""Rules as moderators write them: refused where they cannot be meant, and bounded in what they cost."""

import pytest

from bot.policy.words.errors import WrongRule
from bot.policy.words.lists import WordList
from bot.policy.words.rules import LARGEST_PROGRAM, LONGEST, allowed, expression, rule

EXPLOSIVE = (
    *(
        r"/(a+)+$/",
        r"/(a|a)*b/",
        r"/(x+x+)+y/",
        r"/.*.*.*.*.*.*=.*/",
        r"/(?:a?){30}a{30}/",
        r"/^(([a-z])+.)+[A-Z]([a-z])+$/",
    ),
    *(r"/(a|aa)+$/", r"/([a-zA-Z]+)*1/", r"/(.*a){12}/", r"/[a-q][^u-z]{13}x/", r"/(\w+\s*)+:/"),
)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        *(("", "rule.empty"), ("  ", "rule.empty"), ("...", "rule.empty"), ("\u200b", "rule.empty")),
        *(("x" * (LONGEST + 1), "rule.long"), ("*", "rule.wide"), ("a*", "rule.wide"), ("??", "rule.wide")),
        *(("/(/", "rule.expression"), (r"/(a)\1/", "rule.expression"), ("/(?=a)b/", "rule.expression")),
        *(
            ("/a*/", "rule.all"),
            ("/|a/", "rule.all"),
            ("/.{0,999}.{1,999}z/", "rule.large"),
            ("/((a{1,30}){1,30})/", "rule.large"),
        ),
    ],
)
def test_a_rule_that_cannot_be_meant_is_refused(typed: str, key: str) -> None:
    """With the reason, before it is kept."""
    with pytest.raises(WrongRule) as wrong:
        rule(typed)
    assert wrong.value.key == key


@pytest.mark.parametrize("typed", ["", "--", "y" * (LONGEST + 1)])
def test_an_allowed_word_is_a_word(typed: str) -> None:
    """Nothing is allowed by nothing."""
    with pytest.raises(WrongRule):
        allowed(typed)


@pytest.mark.parametrize("typed", EXPLOSIVE)
def test_an_explosive_expression_is_harmless(typed: str) -> None:
    """The engine is an automaton: its steps are bounded by its instructions times the text, and those are few.

    The same expressions take Python's own engine longer than this test may last.
    """
    made = rule(typed)
    assert expression(made).programsize <= LARGEST_PROGRAM
    for text in ("a" * 6000 + "!", "ax" * 3000 + "!", "word " * 1200):
        WordList((made,)).find(text)


def test_a_rule_says_what_kind_it_is() -> None:
    """By how it is written."""
    assert rule("/a|b/").is_expression
    assert rule("bl*od").is_wildcard
    assert not rule("and/or").is_expression
    assert rule("  two   words ").text == "two words"
