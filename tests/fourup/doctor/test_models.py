"""What doctor says of the models."""

from dataclasses import replace
from pathlib import Path

import pytest

from engine.catalogue import Catalogue
from fourup.doctor.models import model_findings
from tests.end_to_end.stand_in import model_in


def test_no_model_is_a_warning_with_the_cure() -> None:
    """Everything but drawing works."""
    (finding,) = model_findings(Catalogue())
    assert finding.status == "warn"
    assert "[models.NAME]" in finding.cure


@pytest.mark.parametrize("ending", ["safetensors", "bin"])
def test_a_model_is_told_with_its_size_and_its_adapters(bare_host: Path, ending: str) -> None:
    """Its weights in one form of them."""
    entry = model_in(bare_host / "small", 256)
    for part in ("unet", "vae", "text_encoder"):
        (bare_host / "small" / part).mkdir(exist_ok=True)
        (bare_host / "small" / part / f"model.{ending}").write_bytes(b"0" * 1024**2)
    (finding,) = model_findings(Catalogue(entry))
    assert (finding.name, finding.status) == ("model small", "ok")
    assert finding.message == "sd15, 256 px, 0.0 GiB of weights, no adapters"


def test_what_lacks_is_named(bare_host: Path) -> None:
    """The folder, or the weights in it, each with the cure."""
    whole = model_in(bare_host / "small")
    (finding,) = model_findings(Catalogue(whole))
    assert finding.message == f"{bare_host / 'small'} has no weights in unet, vae, text_encoder"
    (bare_host / "small" / "unet" / "config.json").unlink()
    (finding,) = model_findings(Catalogue(whole))
    assert finding.status == "fail"
    assert "models.small.path" in finding.cure


def test_a_preprocessor_that_is_not_there_is_told_once(bare_host: Path) -> None:
    """By its own name, and no model is blamed for it."""
    models = [replace(model_in(bare_host / name), preprocessors={"depth": "gone"}) for name in ("small", "other")]
    *told, finding = model_findings(Catalogue(*models))
    assert [each.name for each in told] == [f"model {each.name}" for each in models]
    assert not [each for each in told if "preprocessors" in each.message]
    assert (finding.name, finding.status) == ("preprocessor depth", "fail")
    assert "engine.preprocessors" in finding.cure
    assert finding.message.startswith("engine.preprocessors.depth: gone has no config.json")
