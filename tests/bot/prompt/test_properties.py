"""What holds for every prompt, tried on many that are made up by chance from a fixed seed."""

import random
from collections.abc import Iterator

import pytest

from bot.prompt.permutations import take_apart
from tests.bot.prompt.checking import check, check_around
from tests.bot.prompt.writing import any_prompt, mutated, nearly_right

FEW = 2_500
MANY = 200_000


def prompts(count: int) -> Iterator[str]:
    """So many, always the same."""
    chance = random.Random(6)
    for number in range(count):
        text = any_prompt(chance) if number % 2 else nearly_right(chance)
        yield mutated(text, chance) if number % 3 == 0 else text


def test_what_is_read_is_printed_and_read_again() -> None:
    """And what is wrong is corrected into what is right; nothing but WrongPrompt is ever raised."""
    right = sum(check(typed) for typed in prompts(FEW))
    assert FEW // 10 < right < FEW


@pytest.mark.proof
@pytest.mark.timeout(900)
def test_the_same_for_many_more() -> None:
    """Two hundred thousand."""
    assert sum(check(typed) for typed in prompts(MANY)) > MANY // 10


def test_completing_and_expanding_take_anything() -> None:
    """Nothing is raised while somebody types, and nothing by what a member has set for every prompt."""
    for typed in prompts(FEW // 5):
        check_around(typed)


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
