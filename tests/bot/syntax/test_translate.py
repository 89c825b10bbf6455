"""What each syntax makes of what another one says, and what it cannot say."""

import pytest

from bot.prompt.errors import WrongPrompt
from bot.syntax import Syntax, translate

MJ, SD, FLUX, DALL_E = Syntax
TABLE = [
    (MJ, SD, "hot:: dog", "hot BREAK dog"),
    (SD, MJ, "hot BREAK dog", "hot:: dog"),
    (MJ, SD, "a cat::2 a dog", "(a cat:2), a dog"),
    (MJ, SD, "tulips:: red::-0.5 --no people", "tulips\nNegative prompt: people, red"),
    (SD, MJ, "tulips\nNegative prompt: (red:1.4), people", "tulips:: red::-0.7 --no people"),
    (SD, MJ, "((a castle)), [fog]", "a castle::1.21 fog::0.9091"),
    (SD, MJ, "(a (red:1.5) car:1.2)", "a::1.2 red::1.8 car::1.2"),
    (SD, MJ, r"a knight \(armored\)", "a knight (armored)"),
    (MJ, SD, "a knight (armored) [old]", r"a knight \(armored\) \[old\]"),
    (SD, MJ, "a cat :2 AND a dog :0.5", "a cat::2 a dog::0.5"),
    (SD, MJ, "a fox <lora:ink:0.8>\nSteps: 20, CFG scale: 7", "a fox --cfg 7 --steps 20 --lora ink:0.8"),
    (SD, MJ, "a fox\nSeed: 3, Size: 512x768", "a fox --ar 2:3 --seed 3"),
    (SD, MJ, "a --no b:: c", "a no b: c"),
    (SD, MJ, "{a, b} fox", r"\{a, b\} fox"),
    (SD, FLUX, "a cat, (eyes:1.5)\nNegative prompt: text", "A cat, eyes. Strong emphasis on eyes. No text."),
    (SD, DALL_E, "a cat, watercolor\nNegative prompt: text, hats", "A watercolor of a cat. Leave out text, hats."),
    (FLUX, MJ, "A cat without a hat. Don't show people or dogs.", "a cat --no a hat, people, dogs"),
    (DALL_E, SD, "A cat. There should be no text in it.", "a cat\nNegative prompt: text in it"),
    (FLUX, SD, "A cat. Aspect ratio 3:2.", "a cat\nSize: 1248x832"),
    (MJ, FLUX, "a cat --ar 16:9 --no hat", "A cat. No hat. The picture is 16:9."),
]  # fmt: skip


@pytest.mark.parametrize(("source", "target", "text", "told"), TABLE)
def test_each_says_it_in_its_own_way(source: Syntax, target: Syntax, text: str, told: str) -> None:
    """Weights, what is unwanted, what is read apart, escapes and settings."""
    assert translate(text, source, target).text == told


LOST = [
    (MJ, SD, "a cat --c 20 --sref 12", "settings", "--c 20 --sref 12"),
    (MJ, FLUX, "https://example.org/a.png a cat", "images", "https://example.org/a.png"),
    (MJ, SD, "a cat::3 a dog", "heavy", "a cat"),
    (MJ, DALL_E, "a cat::3 a dog", "degrees", ""),
    (SD, FLUX, "a cat\nNegative prompt: text", "negative", "text"),
    (SD, MJ, "a (red:1.2) cat", "parts", ""),
    (SD, MJ, "[cat:dog:0.5] asleep", "switching", "cat:dog:0.5"),
    (SD, MJ, "a [red|blue] cat", "alternating", "red|blue"),
]


@pytest.mark.parametrize(("source", "target", "text", "key", "value"), LOST)
def test_what_cannot_be_said_is_named(source: Syntax, target: Syntax, text: str, key: str, value: str) -> None:
    """Nothing is lost in silence."""
    assert (key, value) in translate(text, source, target).notes


def test_a_wrong_prompt_of_midjourneys_is_corrected_first() -> None:
    """With the sentences that /imagine has for it."""
    with pytest.raises(WrongPrompt, match="stylise"):
        translate("a cat --stylise 50", MJ, SD)
    with pytest.raises(WrongPrompt, match="makes 2 grids"):
        translate("a {red, blue} cat", MJ, SD)
