"""What a prompt holds, apart from its text."""

# ruff: noqa: RUF001 -- what keyboards make of hyphens and quotes is what is tried here

import itertools

import pytest

from bot.prompt.errors import WrongPrompt
from bot.prompt.parse import Rules
from bot.prompt.prompt import Image, Part, Style
from bot.prompt.read import parse, read
from bot.prompt.tokens import clean

WIDE = "\uff0d\uff0dv"
LONELY = "Cannot use `--version 7` with only a single image prompt. Please add another image prompt, or a text prompt."


def test_everything_has_its_place() -> None:
    """Pictures, parts, what is not to be seen, and parameters by their names."""
    prompt = parse("https://x.org/a.png::2 hot::2 dog::-0.5 --no tree, car --ar 3:2 --sref 7::2 https://x.org/s.png")
    assert prompt.images == (Image("https://x.org/a.png", 2),)
    assert prompt.text == (Part("hot", 2), Part("dog", -0.5))
    assert prompt.negative == ("tree", "car")
    assert prompt.parameters == {"aspect": (3, 2), "sref": (Style(code=7, weight=2), Style("https://x.org/s.png"))}


def test_as_json_every_parameter_that_was_set_is_there() -> None:
    """Those at their default too, though they are left out of the text."""
    prompt = parse(
        "a cat --s 100 --ar 1:1 --lora ink:0.5 --control depth https://x.org/c.png --niji 6 --public --sref 5"
    )
    assert prompt.to_dict()["parameters"] == {
        "stylize": 100,
        "aspect": "1:1",
        "lora": [{"name": "ink", "weight": 0.5}],
        "control": {"kind": "depth", "url": "https://x.org/c.png"},
        "niji": "6",
        "stealth": False,
        "sref": [{"code": 5, "weight": 1.0}],
    }


def test_a_default_equals_nothing() -> None:
    """Two prompts that ask for the same are equal, and print alike."""
    assert parse("a cat --s 100 --c 0 --ar 1:1") == parse("a cat")
    assert hash(parse("a cat --s 100")) == hash(parse("a cat"))
    assert parse("a cat --s 101") != parse("a cat")
    assert parse("a cat --v 6.1") != parse("a cat")
    assert parse("a cat") != "a cat"


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("a\u200bcat", "acat"),
        ("\ufeffa cat\u202e", "a cat"),
        ("a\x00 cat", "a cat"),
        ("a\ud800 cat", "a cat"),
        ("a\n\ncat\t--ar\u00a03:2", "a cat --ar 3:2"),
        ("a\u200d cat", "a cat"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d🚀 and \u200d", "👩\u200d🚀 and"),
        ("“a” ‘b’", "\"a\" 'b'"),
    ],
)
def test_what_nobody_sees_is_taken_out(typed: str, read_as: str) -> None:
    """But for the joiners that make emoji and words of some scripts what they are."""
    assert clean(typed) == read_as
    assert clean(read_as) == read_as


def test_each_grid_draws_its_own_random_style() -> None:
    """And the code stands in its text from then on."""
    codes = itertools.count(100)
    order = read("a {red, blue} cat --sref random::2 5 --r 2", draw=lambda: next(codes))
    assert [str(prompt).partition("--sref ")[2] for prompt in order.prompts] == [f"{n}::2 5" for n in range(100, 104)]


def test_the_default_version_is_a_setting() -> None:
    """A host who sets 7 gets the rules of 7 for prompts that name none."""
    with pytest.raises(WrongPrompt) as caught:
        read("hot:: dog --ar 3:2", Rules(version="7"))
    assert caught.value.mistakes[0].corrected == "hot:: dog --ar 3:2 --v 6.1"
    seven = Rules(version="7")
    assert read("a cat --stop 50", seven).prompts
    assert str(parse("a cat --sref 5 --sv 6", seven)) == "a cat --sref 5"
    assert parse(str(parse("a cat --sref 5 --sv 4", seven)), seven).parameters["sv"] == 4
    assert "oref" in read("a cat --cref https://x.org/a.png", Rules(version="7")).prompts[0].parameters


def test_the_number_of_grids_is_limited_by_policy() -> None:
    """Permutations and repeats together."""
    four = Rules(most_jobs=4)
    assert len(read("a {b, c} --r 2", four).prompts) == 4
    for typed, cure in (("a {b, c, d} {e, f}", "a {b, c, d} {e}"), ("a {b, c} --r 3", "a {b, c} --r 2")):
        with pytest.raises(WrongPrompt) as caught:
            read(typed, four)
        assert [(each.kind, each.corrected) for each in caught.value.mistakes] == [("jobs", cure)]


def test_zoom_has_its_effect_in_its_window() -> None:
    """Elsewhere a notice says so."""
    assert read("a cat --zoom 2").notices
    assert not read("a cat --zoom 2", Rules(is_zoom=True)).notices


def test_one_prompt_is_no_permutation() -> None:
    """Where one grid is asked for, as in a modal; its repeats stay in it."""
    with pytest.raises(WrongPrompt):
        parse("a {red, blue} cat")
    assert parse("a cat --r 3").repeat == 3


def test_titles_are_those_that_programs_look_for() -> None:
    """Midjourney's."""
    titles = {}
    for typed in ("a --zzqq", "", "https://", "a {b", "a::-1", "https://x.org/a.png"):
        with pytest.raises(WrongPrompt) as caught:
            read(typed)
        titles[typed] = caught.value.mistakes[0].title
    assert titles == {
        "a --zzqq": "Invalid parameter",
        "": "Empty prompt",
        "https://": "Invalid link",
        "a {b": "Invalid prompt",
        "a::-1": "Invalid prompt",
        "https://x.org/a.png": "Invalid parameter",
    }


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("a --stylize 2000 --v 7", "`--stylize` must be between 0 and 1000 with `--version 7`; `2000` is not."),
        (
            "a --v 7 --stop 50",
            "`--stop` is not compatible with `--version 7`; it goes with versions 1 to 6.1 and niji 4 to 6.",
        ),
        ("a --arr 3:2", "Unrecognized parameter(s): `arr`. Did you mean `--ar`?"),
        (
            "https://x.org/a.png --v 7",
            LONELY,
        ),
        (
            "りんご ーーar 3:2",
            "`ーーar` starts with a dash that is no parameter's (a long vowel's mark): write two hyphens, `--ar`.",
        ),
        (
            f"苹果 {WIDE} 5",
            f"`{WIDE}` starts with a dash that is no parameter's (a full-width hyphen): write two hyphens, `--v`.",
        ),
        ("a –v 5", "`–v` starts with a dash that is no parameter's (an en dash): write two hyphens, `--v`."),
    ],
)
def test_the_sentences(typed: str, message: str) -> None:
    """Midjourney's where they are known, with what would be right."""
    with pytest.raises(WrongPrompt) as caught:
        read(typed)
    assert [each.message for each in caught.value.mistakes] == [message]
    assert str(caught.value) == message
