"""What holds for every prompt, tried on many that are made up by chance from a fixed seed."""

import random
from collections.abc import Iterator

import pytest

from bot.prompt.errors import Mistake, WrongPrompt
from bot.prompt.permutations import take_apart
from bot.prompt.read import parse, read
from bot.prompt.tokens import clean
from tests.bot.prompt.writing import any_prompt, mutated, nearly_right

FEW = 2_500
MANY = 200_000


def prompts(count: int) -> Iterator[str]:
    """So many, always the same."""
    chance = random.Random(6)
    for number in range(count):
        text = any_prompt(chance) if number % 2 else nearly_right(chance)
        yield mutated(text, chance) if number % 3 == 0 else text


def check(typed: str) -> bool:
    """Everything that holds for one of them; True for a right one."""
    try:
        order = read(typed)
    except WrongPrompt as wrong:
        check_mistakes(wrong)
        return False
    for prompt in order.prompts:
        text = str(prompt)
        assert parse(text) == prompt, typed
        assert str(parse(text)) == text, typed
        assert sum(part.weight for part in prompt.text) > 0 or not prompt.text
        assert text == clean(text)
    return True


def check_mistakes(wrong: WrongPrompt) -> None:
    """Each is told whole, and what is corrected has none of them left."""
    cures = {each.corrected for each in wrong.mistakes} - {None}
    assert len(cures) <= 1
    for each in wrong.mistakes:
        assert each.title
        assert each.message.endswith((".", "?"))
    for cure in cures:
        left = mistakes(str(cure))
        assert all(each.corrected is None for each in left), cure
        assert {each.kind for each in left} <= LAST, cure


def mistakes(typed: str) -> tuple[Mistake, ...]:
    """What is wrong with it."""
    try:
        read(typed)
    except WrongPrompt as wrong:
        return wrong.mistakes
    return ()


# What only somebody who knows what is to be seen can correct, and what may be all that is left of a prompt.
LAST = {"empty", "lonely", "textless"}


def test_what_is_read_is_printed_and_read_again() -> None:
    """And what is wrong is corrected into what is right; nothing but WrongPrompt is ever raised."""
    right = sum(check(typed) for typed in prompts(FEW))
    assert FEW // 10 < right < FEW


@pytest.mark.proof
@pytest.mark.timeout(900)
def test_the_same_for_many_more() -> None:
    """Two hundred thousand."""
    assert sum(check(typed) for typed in prompts(MANY)) > MANY // 10


def test_permutations_are_a_product() -> None:
    """So many prompts as the sizes of the sets multiplied, all different, in the order of an odometer."""
    chance = random.Random(1)
    for _ in range(200):
        sizes = [chance.randint(1, 4) for _ in range(chance.randint(1, 4))]
        sets = [
            "{" + ", ".join(f"{place}x{option}" for option in range(size)) + "}" for place, size in enumerate(sizes)
        ]
        braces = take_apart(" and ".join(sets))
        texts = [braces.expansion(number).text for number in range(braces.count)]
        product = 1
        for size in sizes:
            product *= size
        assert len(set(texts)) == braces.count == product
        assert texts == sorted(texts)
