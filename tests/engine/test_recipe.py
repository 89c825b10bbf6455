"""What a picture's file says of how it was made."""

import io
import json
import re
from dataclasses import replace

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from engine.plan.make import make_plan
from engine.plan.plan import Plan
from engine.protocol import Edit, Reference, RenderRequest, Role, Text
from engine.recipe import COMMON, OURS, read, recipe
from tests.engine.plan.samples import WITH_ADAPTERS, plan, request

TYPED = "a cat, très jolie 🐈 --ar 3:2 --seed 7"
HASH = "0123456789abcdef"
ABLE = replace(WITH_ADAPTERS, controls=("canny",), loras=("ink",))

# Pairs as those programs find them: a name, a colon, and a value that ends at a comma unless it is quoted.
PAIR = re.compile(r'([A-Z][A-Za-z ]*): ("(?:[^"\\]|\\.)*"|[^,]*)')


def asked(*references: Reference, **parameters: object) -> tuple[RenderRequest, Plan]:
    """A request and its plan."""
    made = replace(request(*references, **parameters), prompt=TYPED, negative="dog")
    return made, make_plan(made, WITH_ADAPTERS)


def test_other_programs_read_it() -> None:
    """Prompt, negative prompt, and pairs that their own pattern finds."""
    chunks = recipe(*asked(aspect=(3, 2)), 2, HASH)
    prompt, negative, pairs = chunks[COMMON].split("\n")
    assert (prompt, negative) == ("a cat", "Negative prompt: dog")
    assert dict(PAIR.findall(pairs)) == {
        "Steps": "30",
        "Sampler": "DPM++ 2M Karras",
        "CFG scale": "6.85",
        "Seed": "5",
        "Size": "624x416",
        "Model hash": "0123456789",
        "Model": "sd15",
        "Job": "1",
    }


def test_weighted_parts_are_written_as_those_programs_weigh() -> None:
    """Around 1."""
    made = replace(request(text=(Text("cat", 3), Text("snow", 1))), prompt=TYPED)
    chunks = recipe(made, make_plan(made, WITH_ADAPTERS), None, HASH)
    assert chunks[COMMON].startswith("(cat:1.5), (snow:0.5)\nSteps: ")


def test_a_start_picture_and_tiling_are_told() -> None:
    """Where there are any."""
    chunks = recipe(*asked(Reference(Role.START, "/home/olive/a.png"), strength=0.4, tile=True), 0, HASH)
    assert "Denoising strength: 0.4, Tiling: True" in chunks[COMMON]


def test_a_second_round_is_told() -> None:
    """As those programs tell their own."""
    assert (
        "Denoising strength: 0.382, Hires resize: 728x728, Hires upscaler: Lanczos"
        in recipe(*asked(hd=True), 0, HASH)[COMMON]
    )


def test_a_value_with_marks_in_it_is_quoted() -> None:
    """So that it stays one value."""
    made, drawn = asked()
    chunks = recipe(replace(made, job_id='a, "b"'), drawn, 0, HASH)
    assert json.loads(dict(PAIR.findall(chunks[COMMON].splitlines()[-1]))["Job"]) == 'a, "b"'


@pytest.mark.parametrize("picture", [None, 0, 3])
def test_the_file_gives_the_recipe_back(picture: int | None) -> None:
    """Through a real PNG, whatever was typed; a grid has the seed of its first picture."""
    made, drawn = asked(chaos=10)
    info, file = PngInfo(), io.BytesIO()
    for key, value in recipe(made, drawn, picture, HASH).items():
        info.add_text(key, value)
    Image.new("RGB", (8, 8)).save(file, "PNG", pnginfo=info)
    found = read(Image.open(file).info)
    assert found is not None
    assert (found.prompt, found.job_id, found.model, found.model_hash) == (TYPED, "1", "sd15", HASH)
    assert (found.seed, found.picture) == (drawn.rows[picture or 0].seed, picture)
    assert found.plan["noise_share"] == drawn.noise_share


def test_no_path_of_the_machine_is_in_it() -> None:
    """A picture that is shown to others tells nothing of its host's folders."""
    pictures = (
        Reference(Role.START, "/home/olive/a.png"),
        Reference(Role.STYLE, "/home/olive/b.png", mask="/home/olive/n.png"),
    )
    assert "olive" not in "".join(recipe(*asked(*pictures), 0, HASH).values())
    masked = (pictures[0], Reference(Role.MASK, "/home/olive/m.png"))
    edited = replace(request(*masked), edit=Edit.REGION)
    assert "olive" not in "".join(recipe(edited, make_plan(edited, WITH_ADAPTERS), 0, HASH).values())
    controlled = plan(Reference(Role.CONTROL, "/home/olive/c.png", kind="canny"), facts=ABLE)
    assert "olive" not in "".join(recipe(request(), controlled, 0, HASH).values())


def test_what_is_worn_is_told_as_other_programs_write_it() -> None:
    """With its weight, behind the prompt."""
    chunks = recipe(request(), plan(facts=ABLE, loras=(("ink", 0.8),)), 0, HASH)
    assert chunks[COMMON].splitlines()[0] == "a cat <lora:ink:0.8>"


@pytest.mark.parametrize("chunks", [{}, {OURS: "{"}, {OURS: "[]"}, {OURS: '{"prompt": 1, "size": 2}'}, {COMMON: "a"}])
def test_a_picture_of_others_has_none(chunks: dict[str, str]) -> None:
    """Nor one whose chunk was broken."""
    assert read(chunks) is None
