"""Which files are pulled, what is recorded of them, and where they may lie."""

from dataclasses import replace
from pathlib import Path

import pytest

from engine.catalogue import Entry
from engine.plan.families import FAMILIES
from fourup.errors import CannotPull
from fourup.hub.choice import Remote, chosen, is_safe
from fourup.hub.manifest import Kept, Manifest, manifests
from fourup.hub.presets import PRESETS, Source
from fourup.hub.pull import Progress, pull
from fourup.models import catalogue_of
from fourup.settings import Model, load
from tests.fourup.hub.repositories import FIRST, UNET, Files, sd15

SOURCE = Source("maker/photo")


def remotes(files: Files) -> list[Remote]:
    """As the hub lists them."""
    return [Remote("maker/photo", FIRST, path, len(content), None, "0" * 40) for path, content in files.items()]


def manifest(name: str, *, is_commercial: bool = True, size: int = 1) -> Manifest:
    """Of a model of one file."""
    kept = Kept("maker/photo", FIRST, "model_index.json", size, "0" * 64, "0" * 40)
    return Manifest(name, "sd15", "MIT", "https://a.b", is_commercial, {"model_index.json": kept}, {"steps": 7}, True)


@pytest.mark.parametrize(
    "path", ["../x", "/etc/passwd", "a/../b", "unet/..", "a//b", "", "a/.ssh", "C:\\x", "a\n", "unet/~/x", "a b"]
)
def test_files_stay_in_their_folder(path: str) -> None:
    """A repository that names others is not followed there."""
    assert not is_safe(path)
    hostile = remotes(sd15() | {path: b"x"})
    assert path not in {each.path for each in chosen(hostile, SOURCE, "sd15").values()}


def test_half_precision_is_enough() -> None:
    """It goes under the plain name; where there is none, the full file does."""
    own = {path: each.path for path, each in chosen(remotes(sd15()), SOURCE, "sd15").items()}
    assert own[UNET] == UNET.replace(".safetensors", ".fp16.safetensors")
    full = {path: content for path, content in sd15().items() if ".fp16." not in path}
    assert chosen(remotes(full), SOURCE, "sd15")[UNET].path == UNET


def test_weights_in_several_files_come_with_their_index() -> None:
    """As large language models lie there."""
    names = ["model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors", "model.safetensors.index.json"]
    files = {path: content for path, content in sd15().items() if not path.startswith("text_encoder/model")}
    parts = {f"text_encoder/{name}": b"x" for name in names}
    own = chosen(remotes(files | parts), SOURCE, "sd15")
    assert parts.keys() <= own.keys()


def test_pickles_are_refused() -> None:
    """By name, with the reason."""
    files = {path: content for path, content in sd15().items() if not path.startswith("unet/diffusion_pytorch_model")}
    files["unet/diffusion_pytorch_model.bin"] = b"x"
    with pytest.raises(CannotPull, match="only as pickles, which can run any program"):
        chosen(remotes(files), SOURCE, "sd15")


@pytest.mark.parametrize("preset", PRESETS.values(), ids=lambda preset: preset.name)
def test_presets_are_models_of_ours(preset: object) -> None:
    """Their settings are those of [models.NAME], and their family is known."""
    assert preset.family in FAMILIES  # type: ignore[attr-defined]
    Model(family=preset.family, path=Path("x"), **preset.settings)  # type: ignore[attr-defined]
    assert Entry(preset.name, preset.family, "x", **preset.settings)  # type: ignore[attr-defined]


def test_pulled_models_draw(bare_host: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before Pocket; after it where the licence may forbid commerce; not at all while they are not whole."""
    monkeypatch.setenv("FOURUP_ENGINE__POCKET", "true")
    for each in (manifest("b"), manifest("a", is_commercial=False), replace(manifest("c"), is_whole=False)):
        each.write(bare_host / "models" / each.name)
    (bare_host / "config.toml").write_text('[models.mine]\nfamily = "sd15"\npath = "mine"\n')
    catalogue = catalogue_of(load())
    assert [each.name for each in catalogue.entries] == ["mine", "b", "pocket", "a"]
    assert catalogue.entries[1].steps == 7
    (bare_host / "config.toml").write_text('[models.b]\nfamily = "sd15"\npath = "models/b"\nsteps = 9\n')
    assert next((each.name, each.steps) for each in catalogue_of(load()).entries) == ("b", 9)


def test_a_record_is_read_as_it_was_written(tmp_path: Path) -> None:
    """One that cannot be read is named, and does not stand in the others' way."""
    manifest("a").write(tmp_path / "a")
    assert list(manifests(tmp_path)) == [(tmp_path / "a", manifest("a"))]
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "fourup-model.json").write_text("{")
    assert [each.name for _, each in manifests(tmp_path)] == ["a"]
    with pytest.raises(CannotPull, match="pull the model again"):
        Manifest.read(tmp_path / "b")


def test_a_disk_that_is_too_small_is_told_before(tmp_path: Path) -> None:
    """Nothing is fetched."""
    with pytest.raises(CannotPull, match="are needed: make room"):
        pull(manifest("a", size=2**60), tmp_path / "a", Progress())
