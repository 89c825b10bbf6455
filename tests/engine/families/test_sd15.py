"""The family beside what the engine's equality tests show: checkpoints of other settings, and what loading leaves."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import torch

from engine.families import Ask
from engine.families.schedules import Levels
from engine.families.sd15 import Sd15
from engine.plan.facts import Sampler
from tests.engine.plans import PICTURES, difference, draw, plan, sees, start_at
from tests.engine.stock import Stock


def without_adapters(model: Path, folder: Path) -> Path:
    """A copy of it in this folder."""
    return Path(shutil.copytree(model, folder / "model", ignore=shutil.ignore_patterns("ip_adapter")))


@pytest.fixture
def checkpoint(tiny_sd15: Path, tmp_path: Path) -> Path:
    """A copy of the tiny model without its adapters."""
    return without_adapters(tiny_sd15, tmp_path)


def set_scheduler(checkpoint: Path, **changed: Any) -> None:
    """Write these settings into its scheduler's configuration; None takes one away."""
    path = checkpoint / "scheduler" / "scheduler_config.json"
    told = json.loads(path.read_text()) | changed
    path.write_text(json.dumps({key: value for key, value in told.items() if value is not None}))


@pytest.fixture(scope="module")
def velocity(tiny_sd15: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Sd15, Stock]:
    """A model that predicts v, as the engine loads it, and as diffusers' own pipeline."""
    checkpoint = without_adapters(tiny_sd15, tmp_path_factory.mktemp("velocity"))
    set_scheduler(checkpoint, prediction_type="v_prediction", timestep_spacing="trailing")
    return Sd15.load(checkpoint, "cpu", precision="full"), Stock(checkpoint, {})


@pytest.mark.parametrize("sampler", list(Sampler))
def test_velocity_models_are_drawn_as_diffusers_draws_them(velocity: tuple[Sd15, Stock], sampler: Sampler) -> None:
    """Those that predict v (Salimans & Ho 2022, arXiv 2202.00512).

    Guided gently: at 7 the random weights make 3e-4 of a change of 1e-6 in the noise, in diffusers' pipeline too. In
    five steps, which divide the thousand: else diffusers' DDIM steps to other levels than it goes on from.
    """
    family, stock = velocity
    gently = {"sampler": sampler, "guidance": 2.0, "steps": 5}
    for asked in (plan(**gently), plan(**gently, **start_at(family, sampler, 5, 0.6))):
        assert difference(draw(family, asked)[0], stock.draw(asked)) < 1e-4


def test_a_checkpoint_that_names_no_spacing_has_diffusers_default(checkpoint: Path) -> None:
    """As Stable Diffusion 1.5's own does not."""
    set_scheduler(checkpoint, timestep_spacing=None)
    family, stock = Sd15.load(checkpoint, "cpu", precision="full"), Stock(checkpoint, {})
    assert family.schedule(Levels.SPACED, 4, (4, 8, 8)).timesteps == (999, 666, 333, 0)
    asked = plan(sampler=Sampler.EULER)
    assert difference(draw(family, asked)[0], stock.draw(asked)) < 1e-4


def test_loading_says_nothing(checkpoint: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """No progress bars and no advice: what the process prints is for its parent."""
    Sd15.load(checkpoint, "cpu", precision="full")
    assert capfd.readouterr() == ("", "")


def test_a_model_without_adapters_draws(checkpoint: Path, family: Sd15) -> None:
    """The same as one with them, of which none is asked for."""
    alone = Sd15.load(checkpoint, "cpu", precision="full")
    assert difference(draw(alone, plan())[0], draw(family, plan())[0]) == 0


def test_one_forward_pass_holds_no_twin_for_those_without_guidance(family: Sd15) -> None:
    """The UNet sees a row for each, and one more for each that is guided."""
    seen = []
    hook = family._unet.register_forward_pre_hook(
        lambda _module, _given, named: seen.append(len(named["sample"])), with_kwargs=True
    )
    asks = [
        Ask(family.encode(plan(), PICTURES).conditions[0], 2.0, 400.0, guidance_scale)
        for guidance_scale in (1.0, 7.0, 0.0, 1.5)
    ]
    family.denoise(torch.zeros(4, 4, 8, 8), asks, tile=False)
    hook.remove()
    assert seen == [6]


def test_conditions_are_gathered_once_while_the_rows_stay(family: Sd15) -> None:
    """From step to step nothing is put together anew; other rows, or other guidance, are."""
    conditions = family.encode(plan(seeds=[1, 2], references=(sees("red"),)), PICTURES).conditions
    asks = [Ask(condition, 2.0, 400.0, 7.0) for condition in conditions]
    family.denoise(torch.zeros(2, 4, 8, 8), asks, tile=False)
    first = family._last
    later = [Ask(condition, 1.0, 300.0, 5.0) for condition in conditions]
    family.denoise(torch.zeros(2, 4, 8, 8), later, tile=False)
    assert family._last is first
    unguided = [Ask(condition, 1.0, 300.0, 1.0) for condition in conditions]
    family.denoise(torch.zeros(2, 4, 8, 8), unguided, tile=False)
    assert family._last is not first


def test_a_wide_reference_is_seen_to_its_ends(family: Sd15) -> None:
    """Squeezed, not cut: what stands at its edge counts."""
    wide = PICTURES["stripes"].resize((256, 64))
    other = wide.copy()
    other.paste((255, 255, 255), (0, 0, 48, 64))
    encoded = [family.encode(plan(references=(sees("it"),)), {"it": picture}) for picture in (wide, other)]
    one, two = (each.conditions[0].references[0].tokens[1] for each in encoded)
    assert not torch.allclose(one, two)


def test_a_start_of_another_shape_is_cut_evenly(family: Sd15) -> None:
    """Nothing is stretched."""
    middle = PICTURES["stripes"]
    wide = middle.resize((192, 64))
    wide.paste(middle, (64, 0))
    asked = plan(start="it", start_sigma=0.0)
    starts = [family.encode(asked, {"it": picture}).start for picture in (wide, middle)]
    assert torch.equal(*(each.mean for each in starts if each is not None))


def test_a_sparing_model_decodes_in_tiles(tiny_sd15: Path) -> None:
    """A picture larger than its own size, of the same shape and nearly the same."""
    sparing = Sd15.load(tiny_sd15, "cpu", precision="full")
    latents = torch.randn(1, 4, 12, 16, generator=torch.Generator().manual_seed(1))
    whole = sparing.decode(latents, tile=False)
    sparing.spare()
    seen: list[torch.Size] = []
    sparing._vae.decoder.register_forward_pre_hook(lambda _, given: seen.append(given[0].shape))
    parts = sparing.decode(latents, tile=False)
    assert parts.shape == whole.shape
    assert len(seen) > 1
    assert (parts - whole).abs().mean() < 0.05
