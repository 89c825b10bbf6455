"""Light, composition, mood and palette, measured on pictures that are known."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from engine.reading.palette import NAMES, lab, named, palette
from engine.reading.pixels import measured, measures


def spot(place: tuple[int, int], radius: int = 20, colours: tuple[str, str] = ("#ffffff", "#d8262c")) -> Image.Image:
    """A disc on a plain ground, 200 pixels wide and 100 high."""
    picture = Image.new("RGB", (200, 100), colours[0])
    x, y = place
    ImageDraw.Draw(picture).ellipse((x - radius, y - radius, x + radius, y + radius), fill=colours[1])
    return picture


def test_lab_is_what_the_standard_says() -> None:
    """White, black, and sRGB's red, green and blue (values of D65, two degrees)."""
    rgb = np.array([[1, 1, 1], [0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1]], np.float64)
    wanted = [[100, 0, 0], [0, 0, 0], [53.24, 80.09, 67.20], [87.73, -86.18, 83.18], [32.30, 79.19, -107.86]]
    assert np.abs(lab(rgb) - np.array(wanted)).max() < 0.05


def test_colours_have_their_names() -> None:
    """Each of the list is called what it is called there."""
    for name, colour in NAMES.items():
        rgb = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)], np.float64) / 255
        assert named(rgb) == name


def test_a_palette_has_the_colours_and_their_shares() -> None:
    """The largest first; shades that the eye takes for one are one."""
    picture = np.zeros((10, 100, 3))
    picture[:, :60], picture[:, 60:62], picture[:, 62:90], picture[:, 90:] = (
        np.array(each) / 255 for each in ((46, 108, 216), (49, 110, 219), (251, 220, 50), (17, 17, 20))
    )  # fmt: skip
    found = palette(picture.reshape(-1, 3))
    assert [each.name for each in found] == ["blue", "yellow", "black"]
    assert [each.share for each in found] == pytest.approx([0.62, 0.28, 0.1])
    assert found[1].colour == "#fbdc32"


@pytest.mark.parametrize(
    ("place", "told"),
    [((100, 50), "centered composition"), ((30, 50), "subject on the left"), ((170, 50), "subject on the right")],
)
def test_the_main_mass_is_found(place: tuple[int, int], told: str) -> None:
    """Where it stands, whether dark on light or light on dark."""
    for colours in (("#ffffff", "#303030"), ("#1a2a5c", "#fbdc32")):
        assert measured(spot(place, colours=colours))["composition"][0] == told


def test_size_and_shape_are_told() -> None:
    """A small thing, a large one, and the format."""
    assert measured(spot((100, 50), 6))["composition"][1:] == (
        "small in the frame, much empty space", "symmetrical", "wide format"
    )  # fmt: skip
    assert measured(spot((100, 50), 90))["composition"][1] == "close-up"
    assert measured(Image.new("RGB", (50, 90), "#808080"))["composition"][-1] == "tall format"


def test_light_and_mood_follow_the_pixels() -> None:
    """Bright, dark, warm, cool, vivid and gray."""
    told = {name: measured(Image.new("RGB", (20, 20), colour)) for name, colour in (
        ("snow", "#eef2f8"), ("night", "#0b0d14"), ("amber", "#c8892e"), ("sea", "#2f6f9f"), ("fog", "#9a9a9a")
    )}  # fmt: skip
    assert told["snow"]["light"][0] == "bright, high-key lighting"
    assert told["night"]["light"][0] == "dark, low-key lighting"
    assert "warm light" in told["amber"]["light"]
    assert "cool light" in told["sea"]["light"]
    assert told["fog"]["mood"] == ("quiet", "restrained")


def test_a_mirrored_picture_is_symmetrical() -> None:
    """One whose halves differ is not."""
    half = np.random.default_rng(1).random((32, 16, 3))
    assert measures(np.concatenate([half, half[:, ::-1]], 1)).symmetry == pytest.approx(1.0)
    assert measures(np.concatenate([half, half], 1)).symmetry < 0.7


@pytest.mark.parametrize("size", [(1, 1), (1, 4096), (3, 2)])
def test_a_picture_may_be_as_small_as_it_likes(size: tuple[int, int]) -> None:
    """One pixel has a palette, too."""
    assert measured(Image.new("RGB", size, "#ff0000"))["palette"][0].name == "red"
