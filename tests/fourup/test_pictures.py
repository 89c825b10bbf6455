"""Picture files of the shell's commands."""

from pathlib import Path

import pytest
from PIL import Image

from bot.images.encode import encoded
from engine.plan.families import SD15
from engine.plan.make import make_plan
from engine.protocol import RenderRequest, Text
from engine.recipe import recipe
from fourup.pictures import half_blocks, recipe_in, write_grid

COLOURS = ["red", "lime", "blue", "white"]


def singles(folder: Path, count: int) -> list[Path]:
    """Pictures of 6 by 4, each of one colour."""
    for number in range(count):
        Image.new("RGB", (6, 4), COLOURS[number]).save(folder / f"{number}.png")
    return [folder / f"{number}.png" for number in range(count)]


@pytest.mark.parametrize(("count", "size"), [(1, (6, 4)), (2, (12, 4)), (3, (12, 8)), (4, (12, 8))])
def test_a_grid_has_its_pictures_in_their_order(tmp_path: Path, count: int, size: tuple[int, int]) -> None:
    """From left to right, then down; a place that is left over is black."""
    write_grid(singles(tmp_path, count), {}, tmp_path / "grid.png")
    with Image.open(tmp_path / "grid.png") as grid:
        assert grid.size == size
        places = [(1, 1), (7, 1), (1, 5), (7, 5)]
        seen = [grid.getpixel(place) for place in places[:count]]
        assert seen == [Image.new("RGB", (1, 1), colour).getpixel((0, 0)) for colour in COLOURS[:count]]
        assert count != 3 or grid.getpixel((7, 5)) == (0, 0, 0)


def test_the_grid_says_how_it_was_made(tmp_path: Path) -> None:
    """As its singles do."""
    request = RenderRequest("1", (Text("a cat"),), prompt="a cat --seed 7")
    chunks = recipe(request, make_plan(request, SD15), None, "abc")
    write_grid(singles(tmp_path, 4), chunks, tmp_path / "grid.png")
    found = recipe_in(tmp_path / "grid.png")
    assert found is not None
    assert found.prompt == "a cat --seed 7"


def test_a_grid_that_was_made_smaller_says_it_too(tmp_path: Path) -> None:
    """As WebP, which is what is posted where PNG is too large."""
    request = RenderRequest("1", (Text("a cat"),), prompt="a café 🦊 --seed 7")
    chunks = recipe(request, make_plan(request, SD15), None, "abc")
    write_grid(singles(tmp_path, 4), chunks, tmp_path / "grid.png")
    small = encoded([tmp_path / "grid.png"], (tmp_path / "grid.png").stat().st_size - 1)
    (tmp_path / "grid.webp").write_bytes(small.content)
    assert (small.extension, recipe_in(tmp_path / "grid.webp")) == ("webp", recipe_in(tmp_path / "grid.png"))


def test_other_files_say_nothing(tmp_path: Path) -> None:
    """Pictures of others, texts, folders and what is not there."""
    (picture,) = singles(tmp_path, 1)
    text = tmp_path / "a.txt"
    text.write_text("a cat")
    for path in (picture, text, tmp_path, tmp_path / "nowhere.png"):
        assert recipe_in(path) is None


def test_a_terminals_picture_has_two_colours_a_cell(tmp_path: Path) -> None:
    """A cell is twice as high as wide, so that the picture keeps its shape."""
    path = tmp_path / "a.png"
    picture = Image.new("RGB", (40, 40), "red")
    picture.paste("blue", (0, 20, 40, 40))
    picture.save(path)
    cells = half_blocks(path, 10)
    assert (len(cells), {len(row) for row in cells}) == (5, {10})
    assert cells[0][0] == ((255, 0, 0), (255, 0, 0))
    assert cells[2][0] == ((255, 0, 0), (0, 0, 255))
