"""A UNet on a processor: run leanly, it says what diffusers' says, and what is kept between steps is right."""

from copy import deepcopy
from typing import Any

import pytest
import torch
from diffusers import UNet2DConditionModel

from engine.families.attention import Sight, attend_by_row
from engine.families.lean import make_lean
from engine.families.seamless import Seams
from tests.engine.tiny import TEXT_WIDTH, louder

STEM = "down_blocks.0.attentions.0"
NEAR = 1e-9
TEXT = 77
WATCHED = (f"{STEM}.transformer_blocks.0.attn2.to_v", f"{STEM}.proj_in", "mid_block.resnets.0.conv2")


def unet(**settings: Any) -> UNet2DConditionModel:
    """A tiny one, in double precision: strong attention makes much of what single precision rounds."""
    torch.manual_seed(0)
    made = UNet2DConditionModel(
        block_out_channels=(8, 16, 24),
        layers_per_block=1,
        norm_num_groups=4,
        cross_attention_dim=TEXT_WIDTH,
        attention_head_dim=2,
        down_block_types=("CrossAttnDownBlock2D",) * 2 + ("DownBlock2D",),
        up_block_types=("UpBlock2D",) + ("CrossAttnUpBlock2D",) * 2,
        **settings,
    )
    attend_by_row(louder(made))
    return made.double().eval()


def lean(model: UNet2DConditionModel) -> UNet2DConditionModel:
    """A copy of it, made lean."""
    made = deepcopy(model)
    make_lean(made)
    return made


@torch.inference_mode()
def said(
    model: UNet2DConditionModel, size: tuple[int, int] = (8, 8), sight: Sight | None = None, step: int = 500
) -> torch.Tensor:
    """For two lines at different steps."""
    generator = torch.Generator().manual_seed(1)
    noisy = torch.randn(2, 4, *size, generator=generator, dtype=torch.float64)
    text = torch.randn(2, TEXT, TEXT_WIDTH, generator=generator, dtype=torch.float64)
    sight = sight or Sight(None, ())
    steps = torch.tensor([step, 20])
    told: torch.Tensor = model(noisy, steps, text, cross_attention_kwargs={"ip_hidden_states": sight}).sample
    return told


@pytest.mark.parametrize("size", [(4, 8), (8, 8), (24, 16)])
@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"resnet_time_scale_shift": "scale_shift"},
        {"use_linear_projection": True, "transformer_layers_per_block": 2},
        {"resnet_out_scale_factor": 2.0, "act_fn": "gelu"},
    ],
)
def test_a_lean_unet_says_what_the_plain_one_says(settings: dict[str, Any], size: tuple[int, int]) -> None:
    """Of either way to tell the time and to make tokens; of other kinds, diffusers' own blocks are left."""
    model = unet(**settings)
    assert said(lean(model), size).sub(said(model, size)).abs().max() < NEAR


@pytest.mark.parametrize("name", WATCHED)
def test_a_layer_that_is_watched_is_run(name: str) -> None:
    """A LoRA hangs on a layer's hook: its block is run by diffusers from then on, and adds what the LoRA adds."""
    model = unet()
    made = lean(model)
    for each in (model, made):
        each.get_submodule(name).register_forward_hook(lambda _layer, _given, output: output + 1)
    assert said(made).sub(said(model)).abs().max() < NEAR
    assert said(made).sub(said(lean(unet()))).abs().max() > 1e-3


def test_edges_meet_in_a_lean_unet_too() -> None:
    """And part again."""
    model = unet()
    made = lean(model)
    apart = said(made)
    seams = [Seams(each) for each in (model, made)]
    for each in seams:
        each.close(tile=True)
    assert said(made).sub(said(model)).abs().max() < NEAR
    assert said(made).sub(apart).abs().max() > 1e-3
    seams[1].close(tile=False)
    assert said(made).equal(apart)


def test_keys_of_a_text_are_made_once_for_the_same_rows() -> None:
    """And serve the next step, which says what it says without them."""
    model = unet()
    made, sight = lean(model), Sight(None, ())
    said(made, sight=sight)
    kept = dict(sight.kept)
    assert len(kept) == len([name for name in made.attn_processors if "attn2" in name])
    assert said(made, sight=sight, step=100).sub(said(model, step=100)).abs().max() < NEAR
    assert all(sight.kept[place] is pair for place, pair in kept.items())


def test_keys_are_not_kept_where_they_are_little_of_the_work() -> None:
    """Where a picture has many more tokens than its text, they would only fill the memory."""
    made, sight = lean(unet()), Sight(None, ())
    said(made, (32, 32), sight)
    assert made.down_blocks[0].attentions[0].transformer_blocks[0].attn2.processor not in sight.kept
    assert made.mid_block.attentions[0].transformer_blocks[0].attn2.processor in sight.kept
