"""Depth and poses are found in photographs by transformers' real classes, tiny and with random weights."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image, ImageDraw
from transformers import pipeline

from engine.families.edges import is_drawn
from engine.families.preprocessors import Preprocessors
from engine.plan.plan import CannotDraw
from engine.preprocessors import trouble
from tests.engine.tiny_finders import make_depth, make_people, make_pose

CPU = torch.device("cpu")


def photograph() -> Image.Image:
    """Of a figure before a wall."""
    picture = Image.new("RGB", (96, 64), (200, 180, 150))
    draw = ImageDraw.Draw(picture)
    draw.ellipse((40, 6, 56, 22), fill=(230, 170, 140))
    draw.rectangle((36, 22, 60, 60), fill=(40, 60, 160))
    return picture


def test_depth_is_what_transformers_finds(tmp_path: Path) -> None:
    """Near is white, from black to white, and of the picture's size."""
    folder = make_depth(tmp_path)
    ready = Preprocessors({"depth": folder}, CPU).ready(photograph(), "depth")
    told = pipeline("depth-estimation", model=str(folder))(photograph())["depth"]
    assert ready.size == (96, 64)
    grey = np.asarray(ready)
    assert (grey.min(), grey.max()) == (0, 255)
    assert (grey[..., 0] == grey[..., 1]).all()
    assert np.abs(grey[..., 0].astype(int) - np.asarray(told, dtype=int)).max() <= 2


def test_metres_are_turned_round(tmp_path: Path) -> None:
    """What tells distances says little where something is near, which is white all the same."""
    folder = make_depth(tmp_path, is_metric=True)
    ready = np.asarray(Preprocessors({"depth": folder}, CPU).ready(photograph(), "depth"))[..., 0]
    metres = pipeline("depth-estimation", model=str(folder))(photograph())["predicted_depth"].numpy()
    assert ready.reshape(-1)[metres.argmin()] == 255
    assert ready.reshape(-1)[metres.argmax()] == 0


@pytest.mark.parametrize("experts", [1, 2], ids=["one expert", "ViTPose+"])
def test_a_pose_is_drawn_as_sticks(tmp_path: Path, experts: int) -> None:
    """Joints where the model sees them, in a picture of the same size."""
    finder = Preprocessors({"pose": make_pose(tmp_path, experts=experts)}, CPU)
    ready = finder.ready(photograph(), "pose")
    assert ready.size == (96, 64)
    assert is_drawn(ready, "pose")
    assert ready.getbbox() is not None


def test_people_are_found_first_where_the_host_has_a_model_for_it(tmp_path: Path) -> None:
    """Each in their own place; and whoever finds nobody draws nobody."""
    pose, people = make_pose(tmp_path / "pose"), make_people(tmp_path / "people")
    alone = Preprocessors({"pose": pose}, CPU).ready(photograph(), "pose")
    each = Preprocessors({"pose": pose, "people": people}, CPU).ready(photograph(), "pose")
    assert each.tobytes() != alone.tobytes()
    blind = make_people(tmp_path / "blind", sees=False)
    with pytest.raises(CannotDraw, match="Nobody can be seen"):
        Preprocessors({"pose": pose, "people": blind}, CPU).ready(photograph(), "pose")


def test_where_no_joint_is_seen_there_is_no_pose(tmp_path: Path) -> None:
    """A black picture would be followed as nothing, without a word."""
    with pytest.raises(CannotDraw, match="hand in one that shows a person"):
        Preprocessors({"pose": make_pose(tmp_path, sees=-1.0)}, CPU).ready(photograph(), "pose")


def test_what_was_drawn_for_it_is_followed_as_it_is(tmp_path: Path) -> None:
    """Depth maps, figures of sticks, sketches, and all that nothing is here for: no model is even loaded."""
    finder = Preprocessors({"depth": tmp_path / "none", "pose": tmp_path / "none"}, CPU)
    grey = photograph().convert("L").convert("RGB")
    assert finder.ready(grey, "depth").tobytes() == grey.tobytes()
    black = Image.new("RGB", (40, 40))
    assert finder.ready(black, "pose").tobytes() == black.tobytes()
    for kind in ("canny", "lineart", "scribble"):
        assert finder.ready(photograph(), kind).tobytes() == photograph().tobytes()
    assert Preprocessors({}, CPU).ready(photograph(), "depth").tobytes() == photograph().tobytes()


def test_large_pictures_are_looked_at_small(tmp_path: Path) -> None:
    """A photograph of 24 megapixels takes no more than one of 1."""
    large = photograph().resize((6000, 4000))
    assert Preprocessors({"depth": make_depth(tmp_path)}, CPU).ready(large, "depth").size == (1024, 683)


def test_a_folder_that_holds_something_else_is_named(tmp_path: Path) -> None:
    """With what is wrong about it, before anybody asks for a picture."""
    made = make_depth(tmp_path / "depth")
    assert trouble("depth", made) is None
    assert "takes vitpose to find pose" in str(trouble("pose", made))
    assert "has no config.json" in str(trouble("depth", tmp_path / "gone"))
    (made / "config.json").write_text("[", encoding="utf-8")
    assert "cannot be read" in str(trouble("depth", made))
    (made / "config.json").write_text(json.dumps({"model_type": "dpt"}), encoding="utf-8")
    (made / "model.safetensors").rename(made / "pytorch_model.bin")
    assert "has no model.safetensors" in str(trouble("depth", made))
