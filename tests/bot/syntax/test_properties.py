"""What holds for every text in every syntax, tried on many that are made up by chance from a fixed seed."""

import random
import re
from collections.abc import Iterator

import pytest

from bot.prompt.errors import WrongPrompt
from bot.prompt.read import parse
from bot.prompt.tokens import LONGEST
from bot.syntax import Syntax, stable_diffusion, translate
from bot.syntax.attention import MOST_OPEN, ROUND
from bot.syntax.translate import NothingToSay, TooLong, read
from bot.syntax.wish import Wish

FEW = 700
MANY = 60_000
BITS = (
    *("a cat", "red", "on a beach", "ünïcode", "🐈", "日本", "--ar 3:2", "--no x", "--", "—", "-ar 2:3", "::", "::2"),
    *("::-0.5", "(", ")", "((", "[", "]", ":1.2)", ":-1)", ":", "|", "\\", "\\(", "{", "}", ",", ".", "%s", "{0}"),
    *("\n", "BREAK", " AND ", "<lora:a b:9>", "<lora:x>", "<", ">", "https://example.org/a.png", "https://"),
    *("http://[::1]/", "\nNegative prompt: blurry", "\nSteps: 20, Size: 3x0", "\nSize: 99999x1", "\nSeed: -4", "```"),
    *("\u200b", "\u202e", "\x00", "\ud83d", "@everyone", ". No text", ". Leave out a, b.", "without ", "no "),
    *("Above all: ", "Only a hint of ", " and ", "1.2.3", "1e9"),
)
SIGNS = "()[]{}:,.-\u2014\u2013<>\\|'\"abcdefz019 \n\t☃é"


def texts(count: int, seed: int = 9) -> Iterator[str]:
    """So many, always the same."""
    chance = random.Random(seed)
    for number in range(count):
        bits = SIGNS if number % 3 == 0 else BITS
        glue = chance.choice(("", " ", " "))
        yield glue.join(chance.choice(bits) for _ in range(chance.randrange(1, 14)))


def cases(count: int) -> Iterator[tuple[str, Syntax, Syntax]]:
    """Each text from one syntax to another."""
    chance = random.Random(1)
    return ((text, chance.choice([*Syntax]), chance.choice([*Syntax])) for text in texts(count))


def check(text: str, source: Syntax, target: Syntax) -> bool:
    """True where it was translated: into a prompt that is right, and is read again; else one of our errors came."""
    try:
        told = translate(text, source, target)
    except (WrongPrompt, NothingToSay, TooLong):
        return False
    if target is Syntax.MIDJOURNEY:
        parse(told.text)
    assert read(told.text, target).pieces, (text, source, told)
    return True


def meant(wish: Wish) -> list[tuple[str, float]]:
    """Words with their weights, in order."""
    return [(" ".join(re.findall(r"\w+", piece.text.lower())), round(piece.weight, 3)) for piece in wish.pieces]


def unwanted(wish: Wish) -> list[list[str]]:
    """Its words, in order."""
    return [re.findall(r"\w+", piece.text.lower()) for piece in wish.negative]


def test_nothing_else_is_raised_and_what_is_written_can_be_read() -> None:
    """Whatever is typed; what is written for Midjourney can be drawn."""
    assert sum(check(*case) for case in cases(FEW)) > FEW // 3


@pytest.mark.proof
@pytest.mark.timeout(900)
def test_the_same_for_many_more() -> None:
    """Sixty thousand."""
    assert sum(check(*case) for case in cases(MANY)) > MANY // 3


def test_attention_is_written_as_it_was_read() -> None:
    """Words, weights, and what is unwanted."""
    for text in texts(FEW, seed=4):
        wish = stable_diffusion.read(text)
        again = stable_diffusion.read(stable_diffusion.write(wish))
        assert meant(again) == meant(wish), text
        assert unwanted(again) == unwanted(wish), text


@pytest.mark.parametrize(
    "text", ["(" * LONGEST, "(a" * (LONGEST // 2), "[a" * (LONGEST // 2) + ":2)" * 9, "a:1.1)" * 1000]
)
def test_brackets_without_end_end(text: str) -> None:
    """Only so many hold one another; the rest is text."""
    wish = stable_diffusion.read(text[:LONGEST])
    assert all(piece.weight <= ROUND**MOST_OPEN + 0.001 for piece in wish.pieces)


def test_what_is_too_long_or_says_nothing_is_refused() -> None:
    """With a sentence each."""
    with pytest.raises(TooLong, match="6000 characters"):
        translate("a " * LONGEST, Syntax.FLUX, Syntax.DALL_E)
    for text in ("", " , ,", "((()))", "Negative prompt: a cat", "--"):
        with pytest.raises((NothingToSay, WrongPrompt)):
            translate(text, Syntax.STABLE_DIFFUSION, Syntax.MIDJOURNEY)
