"""Style codes as words."""

import pytest

from engine.plan.plan import CannotDraw
from engine.plan.styles import SHARE, words_of
from engine.plan.texts import positive
from engine.protocol import StyleCode, Text
from tests.engine.plan.samples import BARE, CODE, STYLE, WITH_ADAPTERS, is_rising, plan, request


def share(**parameters: int) -> float:
    """Of a style's words in the whole prompt."""
    return sum(part.weight for part in positive(request(CODE, **parameters), BARE)[1:])


def test_a_code_is_always_the_same_words() -> None:
    """A medium, colours, a light, marks; most codes have words that no other has."""
    assert words_of(123) == words_of(123) == "gouache, orange and purple, glowing, no outlines"
    assert len({words_of(code) for code in range(5000)}) > 4900
    assert all(words_of(code).count(",") == 3 for code in range(100))


def test_without_an_adapter_codes_are_words_beside_the_prompt() -> None:
    """Their weights count among them, `--sw` counts for all, and everything adds up to 1."""
    drawn = plan(CODE, StyleCode(7, 3), facts=BARE)
    assert [part.text for part in drawn.texts] == ["a cat", words_of(123), words_of(7)]
    assert sum(part.weight for part in drawn.texts) == pytest.approx(1)
    assert drawn.texts[2].weight == pytest.approx(3 * drawn.texts[1].weight)
    assert share() == pytest.approx(SHARE / (1 + SHARE))
    assert is_rising([share(sw=each) for each in (0, 50, 100, 200, 300)])
    assert positive(request(CODE, sw=0), BARE) == (Text("a cat", 1.0),)
    assert "sv" in plan(CODE, facts=BARE, sv=2).without_effect
    assert "sw" not in plan(CODE, facts=BARE, sw=50).without_effect


def test_with_an_adapter_they_are_not() -> None:
    """The adapter shows their pictures."""
    assert plan(CODE).texts == (Text("a cat", 1.0),)
    assert len(plan(CODE, facts=WITH_ADAPTERS).references) == 1


def test_pictures_beside_them_need_an_adapter() -> None:
    """A picture cannot be put into words here."""
    with pytest.raises(CannotDraw, match="--sref"):
        plan(CODE, STYLE, facts=BARE)
