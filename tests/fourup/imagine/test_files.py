"""Names of the files that are written."""

from pathlib import Path

import pytest
from PIL import Image

from engine.plan.families import SD15
from engine.plan.make import make_plan
from engine.protocol import Parameters, Picture, RenderRequest, Text
from fourup.imagine.files import places, write
from fourup.pictures import recipe_in


def test_several_grids_are_numbered(bare_host: Path) -> None:
    """The first has the name that was asked for; without an ending it gets one."""
    assert places(Path("a.png"), ["x", "y", "z"]) == [Path("a.png"), Path("a-2.png"), Path("a-3.png")]
    assert places(Path("b/a"), ["x"]) == [Path("b/a.png")]


@pytest.mark.parametrize(
    ("prompt", "name"),
    [
        ("A Red apple, on wood --ar 3:2", "a_red_apple_on_wood"),
        ("<https://example.com/a.png> --sref x", "picture"),
        ("../../etc/passwd", "etc_passwd"),
        ("größer 🐈 als", "größer_als"),
        ("word " * 40, "word_" * 12 + "wor"),
    ],
)
def test_without_a_name_the_words_are_the_name(bare_host: Path, prompt: str, name: str) -> None:
    """As far as a file's name can hold them."""
    assert places(None, [prompt]) == [Path(f"{name}.png")]


def test_nothing_is_written_over_unasked(bare_host: Path) -> None:
    """A name that is taken gets a number, and grids of one call keep apart."""
    Path("a_cat.png").touch()
    Path("a_cat-3.png").touch()
    assert places(None, ["a cat", "a cat"]) == [Path("a_cat-2.png"), Path("a_cat-4.png")]
    assert places(None, ["a dog", "a cat"]) == [Path("a_dog.png"), Path("a_cat-2.png")]


@pytest.mark.parametrize("count", [1, 3, 4])
def test_the_grid_and_its_pictures_are_written(bare_host: Path, count: int) -> None:
    """A single picture is its own grid; the grid knows its prompt."""
    request = RenderRequest("1", (Text("a cat"),), parameters=Parameters(count=count), prompt="a cat --seed 7")
    drawn = []
    for number in range(count):
        path = bare_host / f"{number}.png"
        Image.new("RGB", (8, 8), (number, 0, 0)).save(path)
        drawn.append(Picture(str(path), 8, 8, number))
    written = write(request, make_plan(request, SD15), drawn, Path("new/a.png"))
    assert written.grid == Path("new/a.png")
    names = [path.name for path in written.pictures]
    assert names == (["a.png"] if count == 1 else [f"a_{number}.png" for number in range(1, count + 1)])
    assert all(path.is_file() for path in written.pictures)
    found = recipe_in(written.grid)
    assert found is not None
    assert found.prompt == "a cat --seed 7"
