"""klein's rows wear LoRAs one by one: as the pipeline draws with changed weights, whatever their neighbours wear."""

from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import save_file

from engine.families.flux2 import Flux2
from engine.loras import fitting
from engine.plan.plan import CannotDraw, PlannedLora
from tests.engine.families.test_flux2 import CLOSE, StockKlein, company, drawn, flow, sees
from tests.engine.families.test_loras import changed, of_diffusers
from tests.engine.plans import difference

INK, CLAY = PlannedLora("ink", 0.8), PlannedLora("clay", -0.7)
LAYERS = ("attn.to_q", "attn.to_k", "attn.to_out.0", "add_v_proj", "to_qkv_mlp_proj", "x_embedder", "linear_in")
Both = tuple[Flux2, StockKlein, Path]


@pytest.fixture(scope="module")
def both(tiny_flux2: Path, tmp_path_factory: pytest.TempPathFactory) -> Both:
    """The family and the pipeline, and a folder with two LoRAs for them and one for a UNet."""
    stock, family = StockKlein(tiny_flux2), Flux2.load(tiny_flux2, "cpu", precision="full")
    made = tmp_path_factory.mktemp("loras")
    for seed, name in enumerate(("ink", "clay")):
        save_file(of_diffusers({"transformer": parts_of(stock, seed)}), made / f"{name}.safetensors")
    other = {"unet.a.attn1.to_q.lora_A.weight": torch.zeros(4, 7), "unet.a.attn1.to_q.lora_B.weight": torch.zeros(7, 4)}
    save_file(other, made / "foreign.safetensors")
    wide = {f"transformer.transformer_blocks.0.attn.to_q.lora_{side}.weight": torch.zeros(4, 4096) for side in "AB"}
    save_file(wide, made / "wide.safetensors")
    family.wear(lambda: fitting(made, tiny_flux2))
    return family, stock, made


def parts_of(stock: StockKlein, seed: int) -> dict[str, Any]:
    """What the LoRA of that seed changes."""
    return changed(stock._pipeline.transformer, seed, *LAYERS)


def stock_picture(stock: StockKlein, asked: Any) -> Any:
    """What diffusers makes of the plan's first picture with the LoRAs in its weights."""
    before: dict[str, torch.Tensor] = {}
    for each in asked.loras:
        for name, (down, up) in parts_of(stock, ("ink", "clay").index(each.name)).items():
            weight = stock._pipeline.transformer.get_submodule(name).weight
            before.setdefault(name, weight.detach().clone())
            weight.data += each.weight * (up @ down)
    try:
        return stock.draw(asked)
    finally:
        for name, weight in before.items():
            stock._pipeline.transformer.get_submodule(name).weight.data = weight


@pytest.mark.parametrize("is_alone", [True, False], ids=["alone", "in company"])
@pytest.mark.parametrize("loras", [(INK,), (INK, CLAY)], ids=["one", "two"])
def test_pictures_with_loras(both: Both, loras: tuple[PlannedLora, ...], *, is_alone: bool) -> None:
    """Of both kinds of block, beside rows that wear others, none, and see pictures."""
    family, stock, _ = both
    others = [] if is_alone else [*company(), flow(loras=(CLAY,), steps=8, seeds=[21])]
    asked = flow(loras=loras, seeds=[5])
    ours = drawn(family, asked, others)[0]
    assert difference(ours, stock_picture(stock, asked)) < CLOSE
    assert difference(ours, stock.draw(asked)) > 0.02


def test_loras_go_with_pictures_and_touch_nobody_else(both: Both) -> None:
    """A row that sees a picture and wears; one beside it that wears nothing."""
    family, stock, _ = both
    asked = flow(loras=(INK,), references=(sees("red"),), seeds=[6])
    assert difference(drawn(family, asked)[0], stock_picture(stock, asked)) < CLOSE
    plain = flow(seeds=[7])
    assert difference(drawn(family, plain, [asked])[0], stock.draw(plain)) < CLOSE


def test_a_folder_tells_which_fit(both: Both, tiny_flux2: Path, tiny_sd15: Path) -> None:
    """By kind and width; neither model takes the other's, and what is gone is told."""
    family, _, made = both
    assert sorted(fitting(made, tiny_flux2)) == ["clay", "ink"]
    assert sorted(fitting(made, tiny_sd15)) == ["foreign"], "which does not touch what would tell"
    with pytest.raises(CannotDraw, match="not there any more"):
        drawn(family, flow(loras=(PlannedLora("gone", 1.0),)))
