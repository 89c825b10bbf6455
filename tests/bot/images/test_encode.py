"""Grids, and files that fit."""

import io
import json
from pathlib import Path

import pytest
from PIL import Image

from bot.images.encode import Encoded, encoded, fitted, is_larger, ready
from bot.images.errors import PictureGone
from bot.images.png import write_png
from bot.images.texts import texts_of
from engine.recipe import read
from tests.bot.images.samples import corners
from tests.bot.images.test_png import noise

COLOURS = ["red", "lime", "blue", "white"]
RECIPE = {
    "prompt": "a café 🦊",
    "job_id": "1",
    "model": "tiny",
    "model_hash": "ab",
    "seed": 7,
    "picture": 0,
    "plan": {},
}
TEXTS = {"parameters": "a café 🦊\nSteps: 4", "fourup": json.dumps(RECIPE)}


def written(folder: Path, pictures: list[Image.Image]) -> list[Path]:
    """As files of the engine's, each with its recipe."""
    paths = [folder / f"{number}.png" for number in range(len(pictures))]
    for number, (path, picture) in enumerate(zip(paths, pictures, strict=True)):
        texts = TEXTS | {"fourup": json.dumps(RECIPE | {"picture": number, "seed": 7 + number})}
        path.write_bytes(write_png(picture, texts))
    return paths


def opened(file: Encoded) -> Image.Image:
    """The picture, which is what it is said to be."""
    picture = Image.open(io.BytesIO(file.content))
    picture.load()
    assert (str(picture.format).lower(), picture.size) == (file.extension, (file.width, file.height))
    return picture


@pytest.mark.parametrize(("count", "size"), [(2, (12, 4)), (3, (12, 8)), (4, (12, 8))])
def test_a_grid_has_its_pictures_in_their_order(tmp_path: Path, count: int, size: tuple[int, int]) -> None:
    """From left to right, then down; a place that is left over is black."""
    plain = [Image.new("RGB", (6, 4), colour) for colour in COLOURS]
    grid = opened(encoded(written(tmp_path, plain[:count]), None))
    assert grid.size == size
    places = [(1, 1), (7, 1), (1, 5), (7, 5)]
    assert [grid.getpixel(place) for place in places[:count]] == [each.getpixel((0, 0)) for each in plain[:count]]
    assert count != 3 or grid.getpixel((7, 5)) == (0, 0, 0)


def test_one_picture_that_fits_is_not_touched(tmp_path: Path) -> None:
    """Not decoded, not encoded."""
    (path,) = written(tmp_path, [corners()])
    file = encoded([path], path.stat().st_size)
    assert file == Encoded(path.read_bytes(), "png", 40, 20)


def test_a_grid_that_is_there_is_ready_where_it_fits(tmp_path: Path) -> None:
    """As it is; not where it is too large, gone, no file, or no PNG."""
    (path,) = written(tmp_path, [corners()])
    size = path.stat().st_size
    assert ready(path, size) == ready(path, None) == Encoded(path.read_bytes(), "png", 40, 20)
    (tmp_path / "other.png").write_bytes(b"RIFF")
    names = ("other.png", "nowhere.png", "")
    assert [ready(path, size - 1), *(ready(tmp_path / name, None) for name in names)] == [None] * 4


@pytest.mark.parametrize("count", [1, 4])
@pytest.mark.parametrize("share", [0.9, 0.3, 0.05, 0.01])
def test_what_is_too_large_becomes_webp_that_fits(tmp_path: Path, count: int, share: float) -> None:
    """At first of less quality, then of less size, and its shape stays."""
    paths = written(tmp_path, [noise("RGB", 300, 200)] * count)
    size = len(encoded(paths, None).content)
    limit = int(size * share)
    file = encoded(paths, limit)
    assert (file.extension, len(file.content) <= limit) == ("webp", True)
    picture = opened(file)
    assert picture.width / picture.height == pytest.approx(1.5, rel=0.1)


@pytest.mark.parametrize("limit", [None, 40_000])
def test_a_grid_says_how_it_was_made(tmp_path: Path, limit: int | None) -> None:
    """In PNG and in WebP: the recipe of its pictures, by the first one's seed, and of no one of them."""
    grid = opened(encoded(written(tmp_path, [noise("RGB", 100, 100)] * 4), limit))
    texts = texts_of(grid)
    found = read(texts)
    assert found is not None
    assert (found.prompt, found.seed, found.picture) == ("a café 🦊", 7, None)
    assert texts["parameters"] == TEXTS["parameters"]


def test_other_programs_find_the_recipe_in_webp(tmp_path: Path) -> None:
    """As AUTOMATIC1111's web UI writes it: EXIF's UserComment, UTF-16 behind its mark."""
    picture = opened(encoded(written(tmp_path, [noise("RGB", 100, 100)]), 10_000))
    comment = picture.getexif().get_ifd(0x8769)[0x9286]
    assert comment[:8] == b"UNICODE\0"
    assert comment[8:].decode("utf-16-be") == TEXTS["parameters"]


def test_a_picture_without_a_recipe_stays_without(tmp_path: Path) -> None:
    """And one whose recipe is not ours keeps it as it is."""
    corners().save(tmp_path / "a.png")
    assert texts_of(opened(encoded([tmp_path / "a.png"] * 2, None))) == {}
    for text in ("no JSON", "[]", "{}"):
        (tmp_path / "b.png").write_bytes(write_png(corners(), {"fourup": text}))
        assert texts_of(opened(encoded([tmp_path / "b.png"] * 2, None))) == {"fourup": text}


@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize("limit", [None, 10])
def test_a_picture_that_is_gone_is_named(tmp_path: Path, count: int, limit: int | None) -> None:
    """Or broken."""
    (tmp_path / "broken.png").write_bytes(b"\x89PNG")
    with pytest.raises(PictureGone, match=r"nowhere\.png"):
        encoded([tmp_path / "nowhere.png"] * count, limit)
    with pytest.raises(PictureGone, match=r"broken\.png"):
        encoded([tmp_path / "broken.png"] * count, limit)


def test_what_is_known_to_be_too_large_as_png_is_not_tried_as_png(tmp_path: Path) -> None:
    """The engine wrote that grid already; the recipe stays in the WebP."""
    paths = written(tmp_path, [corners() for _ in range(4)])
    assert encoded(paths, 1 << 20).extension == "png"
    file = encoded(paths, 1 << 20, tries_png=False)
    assert file.extension == "webp"
    recipe = read(texts_of(opened(file)))
    assert recipe is not None
    assert recipe.prompt == RECIPE["prompt"]
    assert is_larger(paths[0], 10)
    assert not is_larger(paths[0], None)
    assert not is_larger(tmp_path / "absent.png", 10)


@pytest.mark.proof
def test_a_picture_that_webp_cannot_hold_is_made_simpler() -> None:
    """Of 4096 x 4096 noisy pixels its encoder gives up at the best quality ("encoding error 6")."""
    soft = noise("RGB", 1024, 1024).resize((4096, 4096), Image.Resampling.BICUBIC)
    picture = Image.blend(soft, noise("RGB", 4096, 4096), 0.06)
    with pytest.raises(ValueError, match="encoding error 6"):
        picture.save(io.BytesIO(), "WEBP", quality=90, method=0)
    file = fitted(picture, TEXTS, 10 << 20)
    assert file.extension == "webp"
    assert len(file.content) <= 10 << 20
