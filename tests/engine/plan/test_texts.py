"""Weighted texts on either side of guidance."""

from dataclasses import replace

import pytest

from engine.plan.plan import CannotDraw
from engine.plan.texts import finish_weight, negative, positive, usual_weight
from engine.protocol import Parameters, Text
from tests.engine.plan.samples import BARE, is_rising, request

FINE = replace(BARE, finish="golden light")


def weights(parts: tuple[Text, ...]) -> dict[str, float]:
    """By text."""
    return {part.text: pytest.approx(part.weight) for part in parts}


def test_weights_count_relative_to_each_other() -> None:
    """1:1 is 2:2; they add up to 1."""
    one = request(text=(Text("cat", 1), Text("snow", 3)))
    two = request(text=(Text("cat", 2), Text("snow", 6)))
    assert positive(one, BARE) == positive(two, BARE) == (Text("cat", 0.25), Text("snow", 0.75))


def test_a_part_of_weight_zero_says_nothing() -> None:
    """On neither side."""
    silent = request(text=(Text("cat", 1), Text("dog", 0)))
    assert positive(silent, BARE) == (Text("cat", 1.0),)
    assert negative(silent) == (Text("", 1.0),)


def test_no_is_a_part_of_minus_one_half() -> None:
    """Both push fully."""
    typed = request(text=(Text("cat", 1), Text("dog", -0.5)))
    assert negative(typed) == negative(replace(request(), negative="dog")) == (Text("dog", 1.0),)


def test_a_smaller_weight_pushes_less() -> None:
    """The empty text has the rest."""
    pushes = [negative(request(text=(Text("cat"), Text("dog", -each))))[0].weight for each in (0.1, 0.2, 0.4, 0.5)]
    assert is_rising(pushes)
    weak = negative(request(text=(Text("cat"), Text("dog", -0.1))))
    assert weights(weak) == {"dog": 0.2, "": 0.8}


def test_what_is_pushed_away_adds_up_to_one() -> None:
    """However much it is."""
    pushed = replace(request(text=(Text("cat", 2), Text("dog", -1.5)), weird=3000), negative="tree, fence")
    assert sum(part.weight for part in negative(pushed)) == pytest.approx(1)
    assert [part.text for part in negative(pushed)] == ["dog", "tree, fence", "conventional, stock photo"]


def test_weird_pushes_the_usual_away() -> None:
    """More the weirder."""
    assert is_rising([usual_weight(each) for each in (0, 100, 3000)])
    assert weights(negative(request(weird=3000))) == {"conventional, stock photo": 0.5, "": 0.5}


def test_stylize_weighs_the_models_finish() -> None:
    """More the higher; nothing at 0, when raw, or where the model knows none."""
    assert is_rising([finish_weight(Parameters(stylize=each)) for each in (0, 50, 100, 1000)])
    assert weights(positive(request(stylize=1000), FINE)) == {"a cat": 1 / 1.3, "golden light": 0.3 / 1.3}
    for plain in (positive(request(stylize=0), FINE), positive(request(raw=True), FINE), positive(request(), BARE)):
        assert plain == (Text("a cat", 1.0),)


def test_without_words_the_condition_is_empty() -> None:
    """As for a blend of pictures; finishing words would be the only ones."""
    assert positive(request(text=()), FINE) == (Text("", 1.0),)


def test_weights_that_cancel_are_refused() -> None:
    """With the cure."""
    with pytest.raises(CannotDraw, match="more than 0: raise one"):
        positive(request(text=(Text("cat", 1), Text("dog", -1))), BARE)
