"""The words for places."""

import re

import pytest

from bot.images.places import UnknownPlace, place
from bot.words import LOCALES, SOURCE, say

LEFT, RIGHT, TOP, BOTTOM = (0, 0, 0.5, 1), (0.5, 0, 1, 1), (0, 0, 1, 0.5), (0, 0.5, 1, 1)


@pytest.mark.parametrize(
    ("words", "boxes"),
    [
        ("left half", [LEFT]),
        ("Left", [LEFT]),
        ("the right side of the picture", [RIGHT]),
        ("top quarter", [(0, 0, 1, 0.25)]),
        ("bottom three quarters", [(0, 0.25, 1, 1)]),
        ("upper-left corner", [(0, 0, 0.5, 0.5)]),
        ("bottom right 20%", [(0.8, 0.8, 1, 1)]),
        ("center", [(0.25, 0.25, 0.75, 0.75)]),
        ("middle left", [(0, 0.25, 0.5, 0.75)]),
        ("left, bottom", [LEFT, BOTTOM]),
        ("top and bottom quarter", [TOP, (0, 0.75, 1, 1)]),
        ("edges", [(0, 0, 1, 0.125), (0, 0.875, 1, 1), (0, 0, 0.125, 1), (0.875, 0, 1, 1)]),
        ("linke Hälfte", [LEFT]),
        ("oben rechts", [(0.5, 0, 1, 0.5)]),
        ("左半分", [LEFT]),
        ("画像の右側", [RIGHT]),
        ("上の四分の一", [(0, 0, 1, 0.25)]),
        ("下4分の3", [(0, 0.25, 1, 1)]),
        ("右下２０％", [(0.8, 0.8, 1, 1)]),  # noqa: RUF001 - as it is typed
        ("左と下", [LEFT, BOTTOM]),
        ("真ん中", [(0.25, 0.25, 0.75, 0.75)]),
        ("左半边", [LEFT]),
        ("图片的右边", [RIGHT]),
        ("上面四分之一", [(0, 0, 1, 0.25)]),
        ("左上角", [(0, 0, 0.5, 0.5)]),
        ("左邊，下面", [LEFT, BOTTOM]),  # noqa: RUF001 - as it is typed
        ("边缘", [(0, 0, 1, 0.125), (0, 0.875, 1, 1), (0, 0, 0.125, 1), (0.875, 0, 1, 1)]),
        ("la mitad izquierda", [LEFT]),
        ("arriba a la derecha", [(0.5, 0, 1, 0.5)]),
        ("dos tercios inferiores de la imagen", [(0, 1 / 3, 1, 1)]),
        ("la moitié gauche de l'image", [LEFT]),
        ("en haut à droite", [(0.5, 0, 1, 0.5)]),
        ("le tiers supérieur et la moitié inférieure", [(0, 0, 1, 1 / 3), BOTTOM]),
        ("metade esquerda", [LEFT]),
        ("no canto superior direito", [(0.5, 0, 1, 0.5)]),
        ("em cima e embaixo", [TOP, BOTTOM]),
        ("no centro", [(0.25, 0.25, 0.75, 0.75)]),
    ],
)
def test_words_mark_boxes(words: str, boxes: list[tuple[float, ...]]) -> None:
    """In parts of width and height, in every language, several with "and" or a comma between them."""
    found = place(words)
    assert not found.is_inverted
    assert [tuple(map(float, each)) for each in found.boxes] == boxes


@pytest.mark.parametrize(
    "words",
    [
        *("not the center", "everything except the center", "alles außer der Mitte"),
        *("no el centro", "todo menos el centro", "pas le centre", "tout sauf le milieu", "tudo menos o centro"),
        "中央以外",
        "除了中间",
        "中間以外的部分",
    ],
)
def test_not_turns_it_round(words: str) -> None:
    """All but that is marked."""
    found = place(words)
    assert found.is_inverted
    assert found.boxes == place("center").boxes


@pytest.mark.parametrize(
    ("words", "word"),
    [
        ("", None),
        ("  ", None),
        ("not", None),
        (",,,", None),
        ("the picture", None),
        ("the dog", "dog"),
        ("left dog", "dog"),
        ("half", "half"),
        ("0%", "0%"),
        ("left 400%", "400%"),
        ("<script>", "<"),
        ("左の犬", "犬"),
        ("上半身", "身"),
        ("以外", None),
    ],
)
def test_what_is_no_place_is_named(words: str, word: str | None) -> None:
    """The first word that is none; nothing where nothing is said."""
    with pytest.raises(UnknownPlace) as unknown:
        place(words)
    assert unknown.value.word == word


@pytest.mark.parametrize("locale", sorted(LOCALES))
def test_what_is_told_as_an_example_is_read(locale: str) -> None:
    """Each language's examples are places, the same ones as in English."""
    for key in ("region.where.example", "editing.places"):
        examples, english = (say(key, each) for each in (locale, SOURCE))
        told = [place(each) for each in re.split(r"[,\uff0c\u3001] ?", examples)]
        assert told == [place(each) for each in english.split(", ")]
