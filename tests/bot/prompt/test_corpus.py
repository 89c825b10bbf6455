"""What people type, and what is made of it: tests/data/prompts."""

import pytest

from bot.prompt.errors import Mistake, WrongPrompt
from bot.prompt.read import parse, read
from tests.bot.prompt.corpus import Case, cases

CASES = list(cases())
RIGHT = [case for case in CASES if not case.wrong]
WRONG = [case for case in CASES if case.wrong]


def name(case: Case) -> str:
    """A test is called by what is typed in it."""
    return f"{case.file}:{case.typed}"


@pytest.mark.parametrize("case", RIGHT, ids=name)
def test_what_is_right_is_read(case: Case) -> None:
    """Into these grids, with these notices; and each grid's text is read as that grid."""
    order = read(case.typed)
    assert tuple(map(str, order.prompts)) == case.grids
    assert order.notices == case.notices
    for prompt in order.prompts:
        assert parse(str(prompt)) == prompt


@pytest.mark.parametrize("case", WRONG, ids=name)
def test_what_is_wrong_is_told_all_at_once_with_its_cure(case: Case) -> None:
    """Each mistake with its parameter and what would be right; and the whole prompt as it should be is right."""
    with pytest.raises(WrongPrompt) as caught:
        read(case.typed)
    mistakes = caught.value.mistakes
    assert tuple(map(told, mistakes)) == case.wrong
    assert {each.corrected for each in mistakes} <= {case.cure, None}
    assert all(each.corrected == case.cure for each in mistakes if each.suggestion)
    if case.cure:
        read(case.cure)


def told(mistake: Mistake) -> str:
    """As the data has it."""
    return f"{mistake.kind} {mistake.parameter or '-'} {mistake.suggestion or '-'}"


def test_the_corpus_is_large() -> None:
    """Years of habits."""
    assert len(RIGHT) >= 200
    assert len(WRONG) >= 150
    assert len({case.typed for case in CASES}) == len(CASES)
