"""Names and descriptions of files."""

import re

import pytest

from bot.jobs.job import Action, Member
from bot.messages import alt_text, file_name
from tests.bot.messages.jobs import ID, grid, job


@pytest.mark.parametrize(
    ("prompt", "words"),
    [
        ("A Red Apple, on a table --ar 3:2", "ada_a_red_apple_on_a_table"),
        ("<https://a.example/b.png> crème brûlée", "ada_creme_brulee"),
        ("../../etc/passwd", "ada_etc_passwd"),
        ("赤いりんご", "ada"),
        ("--ar 3:2", "ada"),
        ("a.b.c", "ada_a_b_c"),
    ],
)
def test_a_name_has_member_words_and_id(prompt: str, words: str) -> None:
    """In this order, in letters that every disk and link can carry."""
    assert file_name(job(prompt), "png") == f"{words}_{ID}.png"


def test_programs_find_the_id() -> None:
    """Between the last underscore and the only dot after it, however long the prompt."""
    name = file_name(job("wörd " * 1000), "webp", index=3)
    assert re.fullmatch(rf"ada(_word)+(_wor?)?_3_{ID}\.webp", name)
    assert len(name) <= 200
    assert name.rpartition("_")[2].partition(".")[0] == ID


def test_a_nameless_member_has_a_file_too() -> None:
    """Some names have no letter that a link can carry."""
    asked = job().asked
    nameless = type(asked)(1, Member(1, "艾达"), 7)
    assert file_name(job("x", asked=nameless), "png") == f"picture_x_{ID}.png"


def test_pictures_are_told_in_words() -> None:
    """To those who do not see them; in 1,024 characters."""
    assert alt_text(grid("a red\napple --ar 3:2")) == "A grid of 4 pictures: a red apple"
    assert alt_text(grid(), index=2) == "A picture: a red apple"
    assert alt_text(job(action=Action.UPSCALE)) == "A picture: a red apple"
    assert len(alt_text(grid("word " * 1000))) <= 1024
