"""A checkpoint that is one file draws what diffusers draws with the networks that are in it, without asking anybody."""

import json
from pathlib import Path
from typing import Any

import pytest

from engine.checkpoint import NoModel, facts_of, weights_hash
from engine.families.sd15 import Sd15
from engine.families.sdxl import Sdxl
from engine.measured import identity_of
from engine.single.shell import shell_of, trouble
from tests.engine.ldm import single_file
from tests.engine.plans import NOTHING, difference, draw, plan
from tests.engine.stock import Stock, StockXl

CLOSE = 1e-4


@pytest.fixture(scope="module", params=["sd15", "sdxl"])
def both(
    request: pytest.FixtureRequest, one_thread: None, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Path, Path, Any]:
    """The family's name, the file, the folder that stands for it, and diffusers' pipelines."""
    name, folder = request.param, tmp_path_factory.mktemp("single")
    pipeline = single_file(name, folder / "photo.safetensors")
    pipeline.save_pretrained(folder / "stock")
    shell_of(folder / "photo.safetensors", name, folder / "shell")
    stock = (StockXl if name == "sdxl" else Stock)(folder / "stock", {})
    return name, folder / "photo.safetensors", folder / "shell", stock


def test_it_draws_what_its_networks_draw(both: tuple[str, Path, Path, Any]) -> None:
    """The very pictures of the same model in a folder, and the pipeline's within 1e-4; guided gently, since random
    weights make much of a change of 1e-6.
    """
    name, _, shell, stock = both
    kind: Any = Sdxl if name == "sdxl" else Sd15
    family, of_folder = (
        kind.load(shell, "cpu", precision="full"),
        kind.load(shell.parent / "stock", "cpu", precision="full"),
    )
    for asked in (
        plan(seeds=[1, 2], steps=2, guidance=1.5),
        plan(seeds=[3], steps=2, negative=NOTHING, guidance=1.0, width=96),
    ):
        for number, (ours, theirs) in enumerate(zip(draw(family, asked), draw(of_folder, asked), strict=True)):
            assert difference(ours, theirs) < 1e-5
            assert difference(ours, stock.draw(asked, number)) < CLOSE


def test_its_files_say_what_it_is(both: tuple[str, Path, Path, Any]) -> None:
    """Size and family of the real ones, the hash of its one file, and an identity that changes with it."""
    name, file, shell, _ = both
    facts = facts_of(shell, "photo", name)
    assert (facts.size, facts.family) == ({"sd15": 512, "sdxl": 1024}[name], name)
    assert len(weights_hash(shell)) == 64
    assert str(file.stat().st_size) not in shell.name
    assert identity_of(shell) != "shell"
    words = json.loads((shell / "tokenizer" / "vocab.json").read_text())
    assert (len(words), words["<|startoftext|>"], words["cat</w>"]) == (49408, 49406, 2368)


def test_a_file_of_another_family_is_told(both: tuple[str, Path, Path, Any], tmp_path: Path) -> None:
    """Before anything is loaded."""
    name, file, _, _ = both
    other = "sdxl" if name == "sd15" else "sd15"
    with pytest.raises(NoModel, match=f"it is of the family {name}, and not {other}"):
        shell_of(file, other, tmp_path / "shell")
    assert "models of the family flux2 are folders" in (trouble(file, "flux2") or "")
    assert trouble(file, name) is None


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "cannot be read as a checkpoint"),
        (b"\x05\0\0\0\0\0\0\0hello", "cannot be read as a checkpoint"),
        (b"\x02\0\0\0\0\0\0\0{}", "there is no UNet in it"),
        (b"\xff" * 16, "cannot be read as a checkpoint"),
        (b'\x0d\0\0\0\0\0\0\0{"a": {"b":1}}', "cannot be read as a checkpoint"),
        (None, "cannot be read: No such file"),
    ],
)
def test_what_is_no_checkpoint_is_told(tmp_path: Path, content: bytes | None, said: str) -> None:
    """In one sentence, whatever it holds; nothing half made is left to be taken for a model."""
    file = tmp_path / "photo.safetensors"
    if content is not None:
        file.write_bytes(content)
    assert said in (trouble(file, "sd15") or "")
    with pytest.raises(NoModel, match=said):
        shell_of(file, "sd15", tmp_path / "shell")
    assert not (tmp_path / "shell" / "model_index.json").exists()


def test_adapters_lie_where_the_host_says(both: tuple[str, Path, Path, Any], tmp_path: Path) -> None:
    """And no more when that is taken back."""
    name, file, _, _ = both
    (tmp_path / "adapters").mkdir()
    shell_of(file, name, tmp_path / "shell", tmp_path / "adapters")
    assert (tmp_path / "shell" / "ip_adapter").resolve() == tmp_path / "adapters"
    shell_of(file, name, tmp_path / "shell")
    assert not (tmp_path / "shell" / "ip_adapter").exists()
