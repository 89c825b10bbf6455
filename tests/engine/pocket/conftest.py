"""A model that the recipe made of the tests' drawings, in a few steps."""

from pathlib import Path

import pytest

from engine.pocket.recipe import __main__ as recipe
from engine.pocket.recipe.train import (
    adapters,
    control,
    eye,
    latents,
    outlines,
    pace,
    resampler,
    text,
    unet,
    upscaler,
    vae,
    vision,
)
from tests.engine.pocket.drawings import drawings

MINUTES = "0.004"


@pytest.fixture(scope="session")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What all steps leave, run twice, so that the second goes on from the first."""
    folder = tmp_path_factory.mktemp("pocket")
    drawings().save(folder / "sprites")
    with pytest.MonkeyPatch.context() as patched:
        for module, name, value in (
            (vae, "BATCH", 2), (text, "BATCH", 4), (unet, "BATCH", 4), (latents, "SHARD", 8),
            (vision, "BATCH", 4), (vision, "POOL", 12), (vision, "NEW", 2),
            (adapters, "BATCH", 4), (resampler, "BATCH", 4), (control, "BATCH", 2),
            (outlines, "BATCH", 2), (eye, "BATCH", 4), (eye, "POOL", 8),
            (upscaler, "POOL", 4), (upscaler, "BATCH", 2), (pace, "TOLD_EVERY", 0.0), (unet, "LOOK_EVERY", 1),
        ):  # fmt: skip
            patched.setattr(module, name, value)
        for _ in range(2):
            asked = ["all", "--minutes", MINUTES, "--work", str(folder), "--out", str(folder / "out"), "--whole"]
            assert recipe.main([*asked, "--shards", "7"]) == 0
    return folder
