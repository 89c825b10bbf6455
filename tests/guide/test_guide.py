"""What the guide tells members to type is drawn, and does what the guide says."""

import asyncio
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from torch.nn.functional import normalize

from bot.prompt.parse import Rules
from bot.prompt.read import read
from engine.families.edges import hint
from fourup.settings import Settings
from tests.guide.drawing import drawn
from tests.guide.guide import FOLDER, commands, recipes, starts
from tests.guide.parts import asked, parts, redrawn
from tests.guide.pictures import strip

QUICK = "--steps 6"
RECIPES = recipes()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The pictures that the guide starts from, by their links, drawn in few steps."""
    folder = tmp_path_factory.mktemp("starts")
    links = starts()
    made, said = asyncio.run(drawn([f"{prompt} --count 1 {QUICK}" for prompt in links.values()], {}, folder))
    assert not said
    return {link: paths[0] for link, paths in zip(links, made, strict=True)}


def test_every_command_has_a_strip_that_is_there() -> None:
    """And every picture that one starts from is in the guide's table, and used."""
    assert [each.prompt for each in RECIPES] == commands()
    assert len(RECIPES) >= 8
    assert {link for each in RECIPES for link in each.links} == set(starts())
    for each in RECIPES:
        count = _count(each.prompt)
        shown = count + len(each.links)
        with Image.open(FOLDER / each.strip) as picture:
            assert picture.width == shown * 264 + 24, each.strip


def test_every_command_is_drawn_as_it_stands(files: dict[str, Path], tmp_path: Path) -> None:
    """By the model that comes with Fourup: as many pictures as were asked for, no two alike, and nothing to remark."""
    made, said = asyncio.run(drawn([f"{each.prompt} {QUICK}" for each in RECIPES], files, tmp_path))
    assert not said
    for each, paths in zip(RECIPES, made, strict=True):
        assert len(paths) == _count(each.prompt)
        assert len({_pixels(path).tobytes() for path in paths}) == len(paths)


def test_a_part_is_drawn_anew_and_the_rest_stays(files: dict[str, Path], tmp_path: Path) -> None:
    """To the last pixel, as the guide says; as many pictures as were asked for, and the strip is there."""
    (part,) = parts()
    mask, request = asked(part, files[part.link], tmp_path / "part", QUICK)
    paths = asyncio.run(redrawn(request, tmp_path / "part"))
    marked = _pixels(mask)[..., 0] > 0
    before = _pixels(files[part.link])
    assert len(paths) == _count(part.prompt) == 2
    for path in paths:
        same = (_pixels(path) == before).all(-1)
        assert same[~marked].all()
        assert not same[marked].all()
    with Image.open(FOLDER / part.strip) as picture:
        assert picture.width == (2 + len(paths)) * 264 + 24


def test_strength_changes_as_much_as_the_guide_says(files: dict[str, Path], tmp_path: Path) -> None:
    """The first recipe: each picture is farther from the one that was given than the one before."""
    (paths,), _ = asyncio.run(drawn([f"{RECIPES[0].prompt} --seed 4"], files, tmp_path))
    (link,) = RECIPES[0].links
    given = _pixels(files[link])
    apart = [float(np.square(_pixels(path) - given).mean()) for path in paths]
    assert apart == sorted(apart)
    assert apart[0] < apart[-1] / 2


def test_lines_are_followed_as_the_guide_says(files: dict[str, Path], tmp_path: Path) -> None:
    """What is drawn along a sketch has its lines, more of them than what is drawn without it."""
    (recipe,) = (each for each in RECIPES if "--control" in each.prompt)
    (link,) = recipe.links
    free = recipe.prompt.replace(f" --control lineart {link}", "")
    (led, alone), _ = asyncio.run(drawn([f"{each} --seed 4" for each in (recipe.prompt, free)], files, tmp_path))
    assert len(led) == len(alone) == 3
    given = _lines(files[link])
    for followed, other in zip(led, alone, strict=True):
        assert float(_lines(followed) @ given) > float(_lines(other) @ given) + 0.1


def test_a_strip_shows_what_was_given_and_what_was_made(files: dict[str, Path]) -> None:
    """In this order, the given one apart from the others."""
    one, other, *_ = files.values()
    made = strip([one], [other, other])
    assert made.size == (3 * 264 + 24, 272)
    assert made.getpixel((8 + 256 + 8 + 8, 100)) == (250, 249, 246)


def _lines(path: Path) -> torch.Tensor:
    """Of length 1."""
    with Image.open(path) as picture:
        return normalize(hint(picture.convert("RGB"), "lineart", (64, 64))[0].flatten(), dim=0)


def _count(prompt: str) -> int:
    """How many pictures a prompt asks for, all its permutations together."""
    found = read(prompt, Rules(Settings().prompt.default_version)).prompts
    return sum(int(str(each.parameters.get("count", 4))) for each in found)


def _pixels(path: Path) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    with Image.open(path) as picture:
        return np.asarray(picture.convert("RGB"), dtype=np.float64)
