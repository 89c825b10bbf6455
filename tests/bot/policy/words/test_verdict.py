"""What follows from the words of a prompt."""

from itertools import starmap

import pytest

from bot.policy.order import words_of
from bot.policy.words.builtin import BUILTIN, Builtin
from bot.policy.words.lists import WordList
from bot.policy.words.rules import Weight, allowed, rule
from bot.policy.words.verdict import Texts, Verdict, judge, texts_of
from bot.prompt.read import parse
from tests.bot.policy.words.innocent import WORDS

NOTHING = WordList()


def judged(typed: str, own: WordList = NOTHING, *builtin: Builtin) -> Verdict:
    """The verdict about this prompt."""
    return judge(texts_of(*words_of(parse(typed))), own, builtin)


def test_the_heaviest_of_what_matched_decides() -> None:
    """And its words are named."""
    own = WordList(tuple(starmap(rule, [("mud", Weight.NOTE), ("blood", Weight.CONFIRM), ("gun", Weight.TELL)])))
    assert judged("mud and blood", own).weight is Weight.CONFIRM
    assert judged("mud, blood and a GUN", own).words == ("GUN",)
    assert judged("a flower", own).weight is None


def test_what_is_not_wanted_is_not_held_against_the_prompt() -> None:
    """`--no blood` is a wish that nobody minds."""
    own = WordList((rule("blood"),))
    assert judged("a battle --no blood", own).weight is None
    assert judged("a battle:: blood::-0.5", own).weight is None
    assert judged("a battle:: blood::0.5", own).weight is Weight.REFUSE


def test_a_link_is_not_read() -> None:
    """Nothing is drawn by it."""
    assert judged("https://example.com/blood.png a flower", WordList((rule("blood"),))).weight is None


@pytest.mark.parametrize(
    "typed", ["a child --no clothes", "a child:: naked", "naked:: clothes::-0.5 child", "kid --no clothing"]
)
def test_a_minor_is_protected_in_every_part_of_a_prompt(typed: str) -> None:
    """No list and no setting is asked."""
    verdict = judged(typed, WordList((), frozenset({"child", "naked", "kid", "naked child"})))
    assert verdict.minor
    assert verdict.weight is Weight.TELL


def test_a_builtin_list_is_used_where_it_is_wanted() -> None:
    """And what the server allows is allowed by it too."""
    assert judged("a nude, charcoal", NOTHING, Builtin.EXPLICIT).weight is Weight.REFUSE
    assert judged("a nude, charcoal").weight is None
    assert judged("a nude, charcoal", WordList((), frozenset({allowed("nude")})), Builtin.EXPLICIT).weight is None
    assert judged("a severed head", NOTHING, Builtin.GORE).weight is Weight.CONFIRM


@pytest.mark.parametrize("builtin", Builtin)
def test_innocent_words_pass_the_builtin_lists(builtin: Builtin) -> None:
    """No Scunthorpe in ours either."""
    text = ", ".join(word.partition("-")[0] for word in WORDS)
    assert judge(Texts(text, text), NOTHING, [builtin]).found == ()
    assert BUILTIN[builtin].rules
