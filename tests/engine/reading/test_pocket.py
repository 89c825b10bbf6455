"""Pocket as a reader, with the eye that ships."""

from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image, ImageDraw

from engine.pocket.eye import SIDE, THINGS, Eye
from engine.reading.pocket import PocketReader
from engine.reading.talk import Seen


@pytest.fixture(scope="module")
def reader() -> PocketReader:
    """As it ships."""
    return PocketReader.load()


def outside() -> Image.Image:
    """Soft spots of any colour: nothing of its world."""
    spots = np.random.default_rng(3).integers(0, 256, (12, 16, 3), np.uint8)
    return Image.fromarray(spots).resize((320, 240), Image.Resampling.BICUBIC)


def test_what_it_says_goes_over_a_pipe_and_back(reader: PocketReader) -> None:
    """Nothing is lost in JSON."""
    seen = reader.describe(outside())
    assert Seen.from_dict(seen.to_dict()) == seen
    assert (seen.by, seen.width, seen.height, seen.world) == ("Pocket", 320, 240, 254)


def test_what_is_outside_of_its_world_is_said(reader: PocketReader) -> None:
    """Of spots it is not sure of anything; what is measured holds."""
    seen = reader.describe(outside())
    assert not seen.is_known
    assert seen.palette


def test_what_is_round_and_red_is_named_so(reader: PocketReader) -> None:
    """A red disc on white is most likely one of the things that are."""
    picture = Image.new("RGB", (256, 256), "white")
    ImageDraw.Draw(picture).ellipse((40, 40, 216, 216), fill="#de2a2e")
    seen = reader.describe(picture)
    assert {"an apple", "a tomato"} & {guess.name for guess in seen.subjects}, seen.subjects
    assert [swatch.name for swatch in seen.palette] == ["white", "red"]


def test_an_eye_is_kept_and_loaded(tmp_path: Path) -> None:
    """With its answers; of weights, a hundredth is lost at most."""
    torch.manual_seed(0)
    eye = Eye({THINGS: ["a", "b", "c"], "style": ["x"]}).eval()
    eye.save(tmp_path)
    again = Eye.load(tmp_path)
    picture = torch.rand(2, 3, SIDE, SIDE) * 2 - 1
    with torch.inference_mode():
        for name, logits in eye(picture).items():
            assert again.answers[name] == eye.answers[name]
            assert torch.allclose(again(picture)[name], logits, atol=0.05)
