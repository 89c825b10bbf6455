"""Rows that wear LoRAs are drawn as by diffusers' pipelines with changed weights, whatever their neighbours wear."""

import json
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import save_file

from engine.families.sd15 import Sd15
from engine.families.sdxl import Sdxl
from engine.loras import fitting
from engine.plan.facts import Sampler
from engine.plan.plan import CannotDraw, PlannedLora
from engine.protocol import Text
from tests.engine.plans import difference, draw, plan, sees, variety
from tests.engine.stock import Stock, StockXl

CLOSE = 1e-4
RANK, ALPHA = 4, 2.0
INK, CLAY = PlannedLora("ink", 0.8), PlannedLora("clay", -1.2)
LAYERS = ("attn1.to_q", "attn2.to_k", "attn2.to_out.0", "ff.net.2", "conv1", "time_emb_proj", "proj_in")
Both = tuple[Any, Stock, Path]


def changed(network: torch.nn.Module, seed: int, *ends: str) -> dict[str, tuple[torch.Tensor, torch.Tensor]]:
    """By layer, random changes to those that end so, large enough to be seen."""
    generator = torch.Generator().manual_seed(seed)
    made = {}
    for name, layer in network.named_modules():
        if isinstance(layer, torch.nn.Linear | torch.nn.Conv2d) and name.endswith(ends):
            across, *kernel = layer.weight.shape[1:]
            down = torch.randn(RANK, across, *kernel, generator=generator) / across**0.5
            up = torch.randn(len(layer.weight), RANK, *[1] * len(kernel), generator=generator) / 2
            made[name] = down, up
    return made


def of_diffusers(parts: dict[str, dict[str, tuple[torch.Tensor, torch.Tensor]]]) -> dict[str, torch.Tensor]:
    """As peft and diffusers name them."""
    tensors = {}
    for part, layers in parts.items():
        for name, pair in layers.items():
            tensors |= {f"{part}.{name}.lora_{side}.weight": each for side, each in zip("AB", pair, strict=True)}
    return tensors


def of_kohya(parts: dict[str, dict[str, tuple[torch.Tensor, torch.Tensor]]]) -> dict[str, torch.Tensor]:
    """As kohya-ss/sd-scripts names them, with alphas."""
    tensors = {}
    for part, layers in parts.items():
        prefix = {"unet": "lora_unet", "text_encoder": "lora_te"}[part]
        for name, (down, up) in layers.items():
            whole = f"text_model.{name}" if part != "unet" else name
            own = f"{prefix}_{whole.replace('.', '_')}"
            tensors |= {f"{own}.lora_down.weight": down, f"{own}.lora_up.weight": up}
            tensors[f"{own}.alpha"] = torch.tensor(ALPHA)
    return tensors


def merged(stock: Stock, files: dict[str, Any], worn: tuple[PlannedLora, ...]) -> dict[str, torch.Tensor]:
    """Change the pipeline's own weights by the definition, W + weight * alpha / rank * up down; what they were."""
    before = {}
    for each in worn:
        parts, alpha = files[each.name]
        for part, layers in parts.items():
            network = getattr(stock._plain, part)
            for name, (down, up) in layers.items():
                weight = network.get_submodule(name).weight
                before.setdefault(f"{part}:{name}", weight.detach().clone())
                product = (up.flatten(1) @ down.flatten(1)).view_as(weight)
                weight.data += each.weight * alpha / RANK * product
    return before


@pytest.fixture(scope="module", params=["sd15", "sdxl"])
def both(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Both:
    """A family, diffusers' pipelines, and a folder with two LoRAs for it in two forms, and one for another family."""
    is_xl = request.param == "sdxl"
    folder = request.getfixturevalue(f"tiny_{request.param}")
    stock = (StockXl if is_xl else Stock)(folder, {})
    family = (Sdxl if is_xl else Sd15).load(folder, "cpu", precision="full")
    made = tmp_path_factory.mktemp(f"loras-{request.param}")
    ink, clay = parts_of(stock, 1), parts_of(stock, 2)
    save_file(of_diffusers(ink), made / "ink.safetensors")
    if is_xl:
        told = json.dumps({"unet.lora_alpha": ALPHA, "text_encoder.lora_alpha": ALPHA})
        save_file(of_diffusers(clay), made / "clay.safetensors", {"lora_adapter_metadata": told})
    else:
        save_file(of_kohya(clay), made / "clay.safetensors")
    wide = {"unet.a.attn2.to_k.lora_A.weight": torch.zeros(4, 7), "unet.a.attn2.to_k.lora_B.weight": torch.zeros(7, 4)}
    save_file(wide, made / "foreign.safetensors")
    save_file({"vae.weight": torch.zeros(3)}, made / "no-lora.safetensors")
    (made / "broken.safetensors").write_bytes(b"\xff" * 40)
    (made / "pickle.ckpt").write_bytes(b"")
    family.wear(lambda: fitting(made, folder))
    return family, stock, folder


def parts_of(stock: Stock, seed: int) -> dict[str, Any]:
    """What the LoRA of that seed changes."""
    texts = changed(stock._plain.text_encoder, seed, "q_proj", "fc1")
    return {"unet": changed(stock._plain.unet, seed, *LAYERS), "text_encoder": texts}


def stock_picture(stock: Stock, asked: Any) -> Any:
    """What diffusers makes of the plan's first picture with the LoRAs in its weights."""
    before = merged(stock, {"ink": (parts_of(stock, 1), RANK), "clay": (parts_of(stock, 2), ALPHA)}, asked.loras)
    try:
        return stock.draw(asked)
    finally:
        for key, weight in before.items():
            part, name = key.split(":")
            getattr(stock._plain, part).get_submodule(name).weight.data = weight


@pytest.mark.parametrize("is_alone", [True, False], ids=["alone", "in company"])
@pytest.mark.parametrize("loras", [(INK,), (INK, CLAY)], ids=["one", "two"])
def test_pictures_with_loras(both: Both, loras: tuple[PlannedLora, ...], *, is_alone: bool) -> None:
    """In texts, attention, convolutions and the rest; beside rows that wear nothing, others, or the same by less."""
    family, stock, _ = both
    asked = plan(loras=loras, sampler=Sampler.EULER_A)
    others = [plan(loras=(CLAY,), steps=9), plan(loras=(PlannedLora("ink", 0.2),), steps=11, guidance=1.0)]
    (ours,) = draw(family, asked, [] if is_alone else [*variety(), *others])
    assert difference(ours, stock_picture(stock, asked)) < CLOSE
    assert difference(ours, stock.draw(plan(sampler=Sampler.EULER_A))) > 100 * CLOSE


def test_who_wears_nothing_is_not_touched(both: Both) -> None:
    """After others wore something, and beside those who do; the same text too."""
    family, stock, _ = both
    asked = plan(texts=(Text("red cat", 1.0),))
    assert difference(draw(family, asked, [plan(loras=(INK,), steps=9)])[0], stock.draw(asked)) < CLOSE


def test_loras_go_with_references(both: Both) -> None:
    """Each has its effect beside the other."""
    family, _, _ = both
    pictures = [
        draw(family, each)[0]
        for each in (
            plan(references=(sees("red", "plus", 0.9),), loras=(INK,)),
            plan(references=(sees("red", "plus", 0.9),)),
            plan(loras=(INK,)),
        )
    ]
    assert min(difference(pictures[0], each) for each in pictures[1:]) > 100 * CLOSE


def test_a_folder_tells_which_loras_fit(both: Both) -> None:
    """By the width of the texts that they read; what is no safetensors file of a LoRA is passed over."""
    family, _, folder = both
    assert set(family._loras.files()) == {"clay", "ink"}
    assert fitting(folder / "nowhere", folder) == {}
    assert fitting(folder, folder / "vae") == {}


def test_a_lora_that_changes_between_jobs_is_read_anew_and_a_wrong_one_is_told(both: Both, tmp_path: Path) -> None:
    """What is gone, and what does not fit, ends with a sentence."""
    family, _, _ = both
    wrong = tmp_path / "wrong.safetensors"
    save_file({"unet.nowhere.lora_A.weight": torch.zeros(4, 4), "unet.nowhere.lora_B.weight": torch.zeros(4, 4)}, wrong)
    before = family._loras.files
    family.wear(lambda: {"wrong": wrong})
    try:
        for name, told in (("wrong", "cannot be put on this model"), ("gone", "is not there any more")):
            with pytest.raises(CannotDraw, match=f"The LoRA {name} {told}.*: leave it out"):
                family.encode(plan(loras=(PlannedLora(name, 1.0),)), {})
    finally:
        family.wear(before)
