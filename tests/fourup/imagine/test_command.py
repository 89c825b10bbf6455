"""`fourup imagine` as a host types it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from engine.client import LocalClient
from engine.protocol import Failed, RenderRequest
from fourup.imagine.command import Wishes, imagine
from fourup.pictures import recipe_in
from fourup.settings import load

pytestmark = pytest.mark.timeout(240)  # the engine's libraries take seconds to load, more where others work too


def fourup(*arguments: str) -> "subprocess.CompletedProcess[str]":
    """The command, to its end."""
    command = [sys.executable, "-m", "fourup", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def told_by(*arguments: str) -> dict[str, Any]:
    """What `imagine --json` prints."""
    told: dict[str, Any] = json.loads(fourup("imagine", *arguments, "--json").stdout)
    return told


def pixels(path: Path) -> bytes:
    """As they are in the file."""
    with Image.open(path) as picture:
        return picture.tobytes()


def test_a_grid_is_drawn_twice_the_same(host: Path) -> None:
    """2 by 2 in the ratio that was asked for; the file gives the prompt back; the start's time is kept."""
    typed = "a red apple --ar 3:2 --seed 7"
    done = fourup("imagine", typed, "-o", "a.png")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("a.png  4 of 72 x 48, seed 7, ")
    assert fourup("imagine", typed, "-o", "b.png").returncode == 0
    assert pixels(host / "a.png") == pixels(host / "b.png")
    with Image.open(host / "a.png") as grid, Image.open(host / "a_4.png") as single:
        assert grid.width / grid.height == pytest.approx(3 / 2, rel=0.05)
        assert grid.crop((72, 48, 144, 96)).tobytes() == single.convert("RGB").tobytes()
    recipe = recipe_in(host / "a.png")
    assert recipe is not None
    assert (recipe.prompt, recipe.seed, recipe.model) == (typed, 7, "tiny")
    assert json.loads((host / "cache" / "fourup" / "start-up.json").read_text())["auto"] > 0


def test_pictures_and_several_grids(host: Path) -> None:
    """A picture of this machine counts by its weight, each grid has its files, and no path of it gets out."""
    Image.new("RGB", (64, 64), "red").save(host / "secret.png")
    told = told_by("a {cat, dog} --seed 7 --iw 2 --count 1 --v 7", "-i", "secret.png", "-o", "a.png")
    assert told["ok"]
    assert told["notices"] == ["No installed model answers to version 7, so tiny draws."]
    assert [job["grid"] for job in told["jobs"]] == ["a.png", "a-2.png"]
    assert [job["pictures"][0]["seed"] for job in told["jobs"]] == [7, 7]
    assert pixels(host / "a.png") != pixels(host / "a-2.png")
    recipe = recipe_in(host / "a.png")
    assert recipe is not None
    assert recipe.prompt == "a cat --seed 7 --iw 2 --count 1 --v 7"
    assert recipe.plan["references"][0]["scale"] == pytest.approx(0.6)
    assert b"secret" not in (host / "a.png").read_bytes()


def test_what_cannot_be_read_fails_with_the_sentence(host: Path) -> None:
    """A file that is no picture ends its job, and the command exits 1."""
    (host / "a.txt").write_text("no picture")
    told = told_by("a cat", "-i", "a.txt")
    assert not told["ok"]
    assert told["errors"][0]["kind"] == "refused"
    assert "cannot be read" in told["errors"][0]["message"]


def test_a_wrong_prompt_is_corrected(bare_host: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In words, and as JSON in the form that `explain` has; nothing is started for it."""
    done = fourup("imagine", "a cat --arr 3:2")
    assert done.returncode == 1
    assert "Did you mean `--ar`?" in done.stderr
    assert "a cat --ar 3:2" in done.stderr
    assert imagine(Wishes("a cat --arr 3:2"), load(), as_json=True) == 1
    (error,) = json.loads(capsys.readouterr().out)["errors"]
    assert (error["parameter"], error["suggestion"], error["corrected"]) == ("--arr", "--ar", "a cat --ar 3:2")


@pytest.mark.parametrize(
    ("wishes", "kind", "told"),
    [
        (Wishes("a cat"), "CannotImagine", "No model is installed: "),
        (Wishes("a cat", ("nowhere.png",)), "NoPicture", "There is no picture nowhere.png"),
    ],
)
def test_what_is_missing_is_named_with_its_cure(
    bare_host: Path, capsys: pytest.CaptureFixture[str], wishes: Wishes, kind: str, told: str
) -> None:
    """On a bare machine."""
    assert imagine(wishes, load(), as_json=True) == 1
    (error,) = json.loads(capsys.readouterr().out)["errors"]
    assert error["kind"] == kind
    assert told in error["message"]
    assert error.keys() == {"kind", "title", "message", "parameter", "value", "suggestion", "corrected"}


def test_what_no_model_can_draw_is_refused_before_anything_starts(
    host: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A model that nobody installed."""

    async def never(self: LocalClient) -> LocalClient:
        raise AssertionError("the engine was started")

    monkeypatch.setattr(LocalClient, "__aenter__", never)
    assert imagine(Wishes("a cat --model ink"), load(), as_json=True) == 1
    assert "There is no model ink" in json.loads(capsys.readouterr().out)["errors"][0]["message"]


def test_one_grid_that_fails_leaves_the_others(
    host: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its sentence stands beside their files, and the exit code is 1."""
    submit = LocalClient.submit

    async def half(self: LocalClient, request: RenderRequest) -> Any:
        if request.text[0].text == "a dog":
            yield Failed(request.job_id, "memory", "There was too little memory.")
            return
        async for event in submit(self, request):
            yield event

    monkeypatch.setattr(LocalClient, "submit", half)
    assert imagine(Wishes("a {cat, dog} --count 1", out=Path("a.png")), load(), as_json=False) == 1
    seen = capsys.readouterr().out
    assert "a.png  1 of 64 x 64" in seen
    assert "There was too little memory." in seen
    assert not (host / "a-2.png").exists()


def test_the_configuration_chooses_the_rules(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A prompt that names no version is read as the host says: before 6 an image weighs 2 at most."""
    (tmp_path / "config.toml").write_text('[prompt]\ndefault_version = "5.2"\n')
    Image.new("RGB", (64, 64), "red").save(tmp_path / "a.png")
    wishes = Wishes("a cat --iw 3", (str(tmp_path / "a.png"),), None)
    assert imagine(wishes, load(tmp_path / "config.toml"), as_json=True) == 1
    (error,) = json.loads(capsys.readouterr().out)["errors"]
    assert error["message"] == "`--iw` must be between 0 and 2 with `--version 5.2`; `3` is not."
