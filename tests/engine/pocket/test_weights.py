"""The model as it ships."""

from pathlib import Path

import pytest
import torch

import engine.pocket
from engine.pocket.evaluate.artist import Artist, Wish
from engine.pocket.recipe.export import AT_MOST

WEIGHTS = Path(engine.pocket.__file__).parent / "weights"


@pytest.fixture(scope="module")
def artist() -> Artist:
    """The model with the settings that it ships with."""
    return Artist(WEIGHTS, "cpu")


def test_it_is_small_enough_to_ship() -> None:
    """All of its files together, and no word of where they were made."""
    assert sum(path.stat().st_size for path in WEIGHTS.rglob("*") if path.is_file()) <= AT_MOST
    assert not any("_name_or_path" in path.read_text(encoding="utf-8") for path in WEIGHTS.rglob("*.json"))


def test_what_it_draws_has_the_colour_that_one_knows_it_by(artist: Artist) -> None:
    """In the middle of most pictures: apples and hearts are red, trees green, lemons yellow, fish blue."""
    wanted = {
        "a red apple": (1, -1, -1), "a red heart": (1, -1, -1), "a tree": (-1, 1, -1), "a lemon": (1, 1, -1),
        "a fish": (-1, 0, 1),
    }  # fmt: skip
    pictures = artist.draw(Wish(text, seed) for text in wanted for seed in range(3))
    middles = pictures[..., 96:160, 96:160].mean((2, 3)).view(len(wanted), 3, 3)
    for middle, (text, signs) in zip(middles, wanted.items(), strict=True):
        strong = torch.stack([colour for colour, sign in zip(middle.unbind(-1), signs, strict=True) if sign == 1])
        weak = torch.stack([colour for colour, sign in zip(middle.unbind(-1), signs, strict=True) if sign == -1])
        assert int((strong.amin(0) > weak.amax(0) + 0.2).sum()) >= 2, (text, middle)


def test_pictures_are_four_times_what_it_was_made_for(artist: Artist) -> None:
    """256 pixels square, by its upscaler."""
    assert artist.draw([Wish("a cat")]).shape == (1, 3, 4 * artist.facts.size, 4 * artist.facts.size)
    assert (artist.facts.steps, artist.facts.guidance_scale) == (20, 4.0)
