"""What doctor says of the models."""

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
