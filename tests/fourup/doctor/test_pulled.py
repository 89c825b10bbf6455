"""What doctor says of pulled models."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from fourup.doctor.pulled import pulled_findings
from fourup.hub.manifest import FILE, Kept, Manifest

CONFIG, WEIGHTS = b"{}", b"weights"


@pytest.fixture
def models(tmp_path: Path) -> Path:
    """A folder with one model, whole."""
    files = {"unet/config.json": CONFIG, "unet/model.safetensors": WEIGHTS}
    for path, content in files.items():
        (tmp_path / "photo" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "photo" / path).write_bytes(content)
    kept = {path: _kept(path, content) for path, content in files.items()}
    manifest = Manifest("photo", "sd15", "openrail", "https://example.org", is_commercial=True, files=kept)
    replace(manifest, is_whole=True).write(tmp_path / "photo")
    return tmp_path


def _kept(path: str, content: bytes) -> Kept:
    return Kept("owner/photo", "0123456789abcdef", path, len(content), hashlib.sha256(content).hexdigest(), "")


def test_a_whole_model_is_told_with_its_commit_and_licence(models: Path) -> None:
    """And how its hashes are looked at."""
    (finding,) = pulled_findings(models)
    assert (finding.name, finding.status) == ("pulled photo", "ok")
    assert finding.message.startswith("owner/photo 0123456789; openrail; 2 files")
    assert "fourup models verify photo" in finding.message


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "unet/config.json is missing"),
        (b"{", "unet/config.json has 1 bytes instead of 2"),
        (b"[]", "unet/config.json holds something else"),
    ],
)
def test_a_damaged_file_is_named_with_the_cure(models: Path, content: bytes | None, said: str) -> None:
    """Missing, cut off or changed: pulling again fetches it."""
    file = models / "photo" / "unet" / "config.json"
    file.unlink()
    if content is not None:
        file.write_bytes(content)
    (finding,) = pulled_findings(models)
    assert (finding.status, finding.message) == ("fail", f"is damaged: {said}")
    assert "fourup models pull photo" in finding.cure


def test_what_was_not_fetched_to_the_end_is_a_warning(models: Path) -> None:
    """It is not drawn with."""
    manifest = Manifest.read(models / "photo")
    assert manifest is not None
    replace(manifest, is_whole=False).write(models / "photo")
    (finding,) = pulled_findings(models)
    assert (finding.status, "fourup models pull photo" in finding.cure) == ("warn", True)


def test_a_damaged_manifest_is_told(models: Path) -> None:
    """With the folder to be taken away; a folder that is not there is nothing to talk about."""
    (models / "photo" / FILE).write_text("{")
    (finding,) = pulled_findings(models)
    assert finding.status == "fail"
    assert str(models / "photo") in finding.cure
    assert pulled_findings(models / "none") == []
