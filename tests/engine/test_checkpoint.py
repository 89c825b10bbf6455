"""What a model's files say."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from engine.checkpoint import NoModel, adapter_file, facts_of, style_layers, weights_hash
from engine.plan.families import SD15
from engine.protocol import Role


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A folder with what is read of a model."""
    (tmp_path / "unet").mkdir()
    (tmp_path / "unet" / "config.json").write_text(json.dumps({"sample_size": 8}))
    (tmp_path / "unet" / "diffusion_pytorch_model.safetensors").write_bytes(b"weights")
    return tmp_path


def with_adapter(model: Path, name: str) -> None:
    """The adapter's file laid beside the model."""
    file = adapter_file(model, name, "sd15")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"")


def test_a_model_draws_at_the_size_that_it_was_made_for(model: Path) -> None:
    """Its latents times 8."""
    facts = facts_of(model, "small", "sd15")
    assert (facts.model, facts.family, facts.size, facts.adapters) == ("small", "sd15", 64, ())


def test_a_model_may_bring_its_own_settings(model: Path) -> None:
    """What it does not tell stays its family's."""
    (model / "settings.json").write_text(json.dumps({"steps": 20}))
    facts = facts_of(model, "small", "sd15")
    assert (facts.steps, facts.guidance_scale) == (20, SD15.guidance_scale)
    (model / "settings.json").write_text(json.dumps({"guidance_scale": 4}))
    assert facts_of(model, "small", "sd15").guidance_scale == 4.0


def test_a_model_may_say_how_loud_its_adapter_for_pictures_is(model: Path) -> None:
    """At `--iw 1`; its other adapters stay as they are."""
    with_adapter(model, "base")
    with_adapter(model, "plus_face")
    before = facts_of(model, "small", "sd15")
    (model / "settings.json").write_text(
        json.dumps({"image_scale": 0.75, "led_guidance_scale": 2.5, "control_scale": 1.5})
    )
    after = facts_of(model, "small", "sd15")
    assert (before.led_guidance_scale, before.control_scale) == (None, 1.0)
    assert (after.led_guidance_scale, after.control_scale) == (2.5, 1.5)
    assert after.adapter(Role.IMAGE).scale == 0.75  # type: ignore[union-attr]
    assert after.adapter(Role.CHARACTER) == before.adapter(Role.CHARACTER)


@pytest.mark.parametrize("told", ["{", '{"steps": "many"}', "[]x"])
def test_settings_that_cannot_be_read_are_no_model(model: Path, told: str) -> None:
    """The file is named, and nothing is guessed."""
    (model / "settings.json").write_text(told)
    with pytest.raises(NoModel, match=r"settings\.json cannot be read"):
        facts_of(model, "small", "sd15")


def test_adapters_are_found_beside_it(model: Path) -> None:
    """The plus weights draw images where both are there; faces have their own."""
    with_adapter(model, "base")
    with_adapter(model, "plus_face")
    assert facts_of(model, "small", "sd15").adapter(Role.IMAGE).name == "base"  # type: ignore[union-attr]
    with_adapter(model, "plus")
    facts = facts_of(model, "small", "sd15")
    drawn_by = {role: facts.adapter(role) for role in (Role.IMAGE, Role.STYLE, Role.CHARACTER)}
    assert {role: adapter.name for role, adapter in drawn_by.items() if adapter} == {
        Role.IMAGE: "plus",
        Role.STYLE: "plus",
        Role.CHARACTER: "plus_face",
    }


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    """With what is missing in it."""
    with pytest.raises(NoModel, match=r"holds no model of the family sd15: No such file .*config\.json"):
        facts_of(tmp_path, "small", "sd15")
    with pytest.raises(NoModel, match="family sd9, which is not known: use sd15"):
        facts_of(tmp_path, "small", "sd9")
    with pytest.raises(NoModel, match=r"no unet/\*\.safetensors"):
        weights_hash(tmp_path)


@pytest.mark.parametrize("config", ["{", "[]", "{}", '{"sample_size": null}'])
def test_a_broken_configuration_is_named(model: Path, config: str) -> None:
    """Whatever is wrong with it."""
    (model / "unet" / "config.json").write_text(config)
    with pytest.raises(NoModel, match=r"its unet/config\.json cannot be read"):
        facts_of(model, "small", "sd15")


def test_the_hash_is_that_of_the_weights(model: Path) -> None:
    """What `sha256sum` prints for a model in one file."""
    assert weights_hash(model) == hashlib.sha256(b"weights").hexdigest()


def test_style_is_carried_by_all_layers_but_the_deepest() -> None:
    """Those of Stable Diffusion 1.5 are its family's; a smaller UNet has its own."""
    attending, plain = "CrossAttnDownBlock2D", "DownBlock2D"
    whole = {
        "layers_per_block": 2,
        "down_block_types": [attending, attending, attending, plain],
        "up_block_types": ["UpBlock2D", *["CrossAttnUpBlock2D"] * 3],
    }
    assert style_layers(whole) == SD15.style_layers
    small = {
        "mid_block_type": "UNetMidBlock2DCrossAttn",
        "layers_per_block": 1,
        "down_block_types": [plain, attending, attending],
        "up_block_types": ["CrossAttnUpBlock2D"] * 3,
    }
    assert style_layers(small) == (0, 4, 5, 6, 7, 8)
    assert style_layers(small | {"mid_block_type": None}) == (0, 4, 5, 6, 7)
    assert style_layers({"sample_size": 8}) == ()


def test_style_layers_are_layers_of_the_model(tiny_sd15: Path, family: Any) -> None:
    """As many as the adapter's keys are, the last of them in the middle."""
    facts = facts_of(tiny_sd15, "tiny", "sd15")
    assert max(facts.style_layers) == family._layers - 1
