"""`fourup explain`: how a prompt is read, and what is wrong with it."""

import asyncio
import io
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from rich.console import Console

from bot.prompt.personal import Personal
from bot.prompt.read import parse
from bot.request import to_request
from bot.store.store import open_store
from engine.catalogue import Catalogue, Entry
from engine.plan.families import SD15
from engine.plan.make import make_plan
from engine.protocol import Reference, RenderRequest, Role
from engine.recipe import recipe
from fourup.errors import NoRecipe, StorageFailed
from fourup.explain import explain
from fourup.explain.members import preferences_of
from fourup.explain.steps import By
from tests.bot.prompt.corpus import cases

CATALOGUE = Catalogue()


def told(typed: str) -> tuple[int, dict[str, Any]]:
    """The exit code, and what is printed as JSON."""
    file = io.StringIO()
    code = explain(typed, CATALOGUE, Console(file=file, width=100), as_json=True)
    return code, json.loads(file.getvalue())


def shown(typed: str) -> str:
    """What a person reads."""
    file = io.StringIO()
    explain(typed, CATALOGUE, Console(file=file, width=200), as_json=False)
    return file.getvalue()


def test_a_misspelt_parameter() -> None:
    """Exit 1; the error names it, what was meant, and the prompt as it should be."""
    command = [sys.executable, "-m", "fourup", "explain", "--json", "a cat --arr 3:2"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert json.loads(done.stdout) == {
        "ok": False,
        "errors": [
            {
                "kind": "unknown",
                "title": "Invalid parameter",
                "message": "Unrecognized parameter(s): `arr`. Did you mean `--ar`?",
                "parameter": "--arr",
                "value": "3:2",
                "suggestion": "--ar",
                "corrected": "a cat --ar 3:2",
            }
        ],
    }


def test_a_right_prompt_is_read_and_planned() -> None:
    """Everything by its name, and the numbers that the engine is handed."""
    code, answer = told("https://x.org/a.png::2 a red:: apple::0.5 --ar 3:2 --seed 7 --no dog, tree")
    assert (code, answer["ok"]) == (0, True)
    assert answer["notices"] == ["No model is installed: these are the numbers for Stable Diffusion 1.5."]
    (job,) = answer["jobs"]
    plan = job.pop("plan")
    assert job == {
        "images": [{"url": "https://x.org/a.png", "weight": 2}],
        "text": [{"text": "a red", "weight": 1}, {"text": "apple", "weight": 0.5}],
        "negative": "dog, tree",
        "parameters": {"aspect": "3:2", "seed": 7},
    }
    assert {
        "model",
        "family",
        "width",
        "height",
        "count",
        "steps",
        "guidance_scale",
        "sampler",
        "strength",
        "seed",
    } < set(plan)
    assert plan["width"] / plan["height"] == pytest.approx(1.5, rel=0.05)
    assert (plan["seed"], plan["count"], plan["start"]) == (7, 4, "https://x.org/a.png")


def test_there_is_a_job_for_each_grid() -> None:
    """Permutations times repeats."""
    _, answer = told("a {red, blue} cat --r 3")
    assert [job["text"][0]["text"] for job in answer["jobs"]] == ["a red cat"] * 3 + ["a blue cat"] * 3


def test_a_random_style_is_drawn() -> None:
    """Its code is shown, so that it can be used again."""
    _, answer = told("a cat --sref random")
    (style,) = answer["jobs"][0]["parameters"]["sref"]
    assert 0 <= style["code"] < 2**32


def test_what_cannot_be_drawn_is_a_notice() -> None:
    """The prompt is right, but no plan can be made for this model."""
    code, answer = told("a cat --lora ink:0.5")
    assert code == 0
    assert answer["jobs"][0]["plan"] is None
    assert any("--lora" in notice for notice in answer["notices"])
    assert answer["notices"][0].startswith("No model is installed")


def test_what_has_no_effect_is_a_notice() -> None:
    """Nothing is silently without one."""
    _, answer = told("a cat --iw 2")
    assert any("--iw" in notice for notice in answer["notices"])


def test_people_read_the_same() -> None:
    """Every error with the prompt as it should be; every grid with its numbers; markup stays text."""
    wrong = shown("a cat --arr 3:2 --s 2000")
    assert "Did you mean `--ar`?" in wrong
    assert "a cat --ar 3:2 --s 1000" in wrong
    right = shown("a [red]cat[/red] --ar 3:2 --chaos 10 --chaos 20")
    assert "a [red]cat[/red]" in right
    assert "the last one counts" in right
    assert "guidance_scale" in right


def test_a_member_s_own_is_a_step_of_its_own(tmp_path: Path) -> None:
    """Typed, expanded, read, planned; from the database of the bot."""

    async def keep() -> None:
        async with open_store(tmp_path / "fourup.db", lambda: 1.0) as store:
            await store.preferences.change(5, lambda mine: mine.with_macro("mood", "gloomy").with_suffix("--s 250"))

    asyncio.run(keep())
    mine = preferences_of(tmp_path / "fourup.db", 5)
    file = io.StringIO()
    typed = "a {red, blue} cat --mood"
    explain(typed, CATALOGUE, Console(file=file), as_json=True, by=By(mine=mine))
    answer = json.loads(file.getvalue())
    assert (answer["typed"], answer["expanded"]) == (typed, "a {red, blue} cat gloomy --s 250")
    assert answer["read"] == ["a red cat gloomy --s 250", "a blue cat gloomy --s 250"]
    file = io.StringIO()
    explain(typed, CATALOGUE, Console(file=file, width=120), as_json=False, by=By(mine=mine))
    lines = [line.split() for line in file.getvalue().splitlines()]
    assert ["typed", *typed.split()] in lines
    assert ["expanded", "a", "{red,", "blue}", "cat", "gloomy", "--s", "250"] in lines
    assert "expanded" not in shown("a cat")
    assert preferences_of(tmp_path / "fourup.db", 6) == Personal()


def test_a_database_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    """The sentence says where it was looked for."""
    with pytest.raises(StorageFailed, match=r"There is no database .*fourup\.db"):
        preferences_of(tmp_path / "fourup.db", 5)
    assert not list(tmp_path.iterdir())


def test_what_comes_several_at_a_time_is_a_table() -> None:
    """The rows of a plan, its texts and references: a heading, and a line each."""
    text = shown("a cat::3 dog --seed 8 --chaos 100")
    assert "[{" not in text
    lines = [line.strip("│ ").split() for line in text.splitlines()]
    assert ["rows", "seed", "shared", "seed", "guidance", "scale"] in lines
    assert [line[0] for line in lines if len(line) == 3 and line[0] in {"8", "9", "10", "11"}] == ["8", "9", "10", "11"]
    assert ["texts", "text", "weight"] in lines
    assert ["a", "cat", "0.75"] in lines
    mixed = shown("a cat --sref 123::2 https://x.org/a.png --lora ink:0.5")
    lines = [line.strip("│ ").split() for line in mixed.splitlines()]
    assert ["sref", "code", "weight", "url"] in lines
    assert ["123", "2"] in lines
    assert ["1", "https://x.org/a.png"] in lines
    assert ["lora", "name", "weight"] in lines


def test_every_prompt_of_the_corpus_can_be_explained() -> None:
    """As JSON and for people, whatever is in it."""
    for case in cases():
        code, answer = told(case.typed)
        assert (code, answer["ok"]) == ((1, False) if case.wrong else (0, True))
        assert shown(case.typed)


def test_a_version_without_a_model_is_drawn_by_another(tmp_path: Path) -> None:
    """And said; a model's own numbers are in the plan."""
    (tmp_path / "unet").mkdir()
    (tmp_path / "unet" / "config.json").write_text('{"sample_size": 32}')
    catalogue = Catalogue(Entry("pocket", "sd15", str(tmp_path), versions=("6.1",), steps=12))
    file = io.StringIO()
    assert explain("a cat --v {6.1, 7}", catalogue, Console(file=file), as_json=True) == 0
    answer = json.loads(file.getvalue())
    assert answer["notices"] == ["No installed model answers to version 7, so pocket draws."]
    assert [(job["plan"]["model"], job["plan"]["width"]) for job in answer["jobs"]] == [("pocket", 256)] * 2


def test_a_model_that_is_not_there_is_named() -> None:
    """With those that are."""
    file = io.StringIO()
    catalogue = Catalogue(Entry("pocket", "sd15", "/nowhere"))
    assert explain("a cat --model poket", catalogue, Console(file=file), as_json=True) == 0
    assert json.loads(file.getvalue())["notices"] == ["There is no model poket: did you mean --model pocket?"]


def drawn(folder: Path, request: RenderRequest) -> str:
    """The file of the third picture of a grid."""
    plan = make_plan(request, replace(SD15, model="pocket"))
    info = PngInfo()
    for key, text in recipe(request, plan, 2, "abcdef").items():
        info.add_text(key, text)
    Image.new("RGB", (3, 2)).save(folder / "a.png", pnginfo=info)
    return str(folder / "a.png")


def test_a_picture_tells_how_it_was_made(tmp_path: Path) -> None:
    """The prompt comes back, with the numbers that it was drawn by."""
    file = drawn(tmp_path, to_request(parse("a red apple --ar 3:2 --seed 7"), "job-1", {}, seed=1))
    code, answer = told(file)
    assert (code, answer["recipe"]["prompt"]) == (0, "a red apple --ar 3:2 --seed 7")
    assert answer["recipe"]["model_hash"] == "abcdef"
    assert answer["jobs"][0]["parameters"] == {"aspect": "3:2", "seed": 7}
    assert answer["jobs"][0]["plan"]["model"] == "pocket"
    assert "Picture 3: a red apple --ar 3:2 --seed 7" in shown(file)


def test_a_picture_that_was_made_of_files_alone_tells_its_numbers(tmp_path: Path) -> None:
    """Though its prompt could not be typed by itself."""
    request = RenderRequest("job-2", (), references=(Reference(Role.START, "/files/a.png"),))
    code, answer = told(drawn(tmp_path, request))
    assert (code, answer["notices"], answer["jobs"][0]["plan"]["model"]) == (0, [], "pocket")
    assert "Picture 3" in shown(drawn(tmp_path, request))


def test_a_picture_that_tells_nothing_is_said_to() -> None:
    """Any other PNG file, and what is no picture at all."""
    with TemporaryDirectory() as folder:
        picture, text = Path(folder, "a.png"), Path(folder, "b.PNG")
        Image.new("RGB", (3, 2)).save(picture)
        text.write_text("no picture")
        for path in (picture, text):
            with pytest.raises(NoRecipe, match="does not say how it was made"):
                told(str(path))
    assert told("a cat.png")[0] == 0


def test_the_configuration_chooses_the_rules(tmp_path: Path) -> None:
    """Of prompts that name no version."""
    (tmp_path / "config.toml").write_text('[prompt]\ndefault_version = "7"\n')
    command = [
        sys.executable,
        "-m",
        "fourup",
        "explain",
        "--json",
        "--config",
        str(tmp_path / "config.toml"),
        "hot:: dog",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert json.loads(done.stdout)["errors"][0]["message"].startswith("`::` is not compatible with `--version 7`")
