"""What words outside of Pocket's world are read as."""

import json
from pathlib import Path

import pytest
import torch

import engine.pocket
from engine.families.senses import FILE
from engine.pocket.evaluate.artist import Artist, Wish
from engine.pocket.recipe.train.words import WORDS, vocabulary
from engine.pocket.recipe.world import captions, chosen
from engine.pocket.recipe.world import senses as world
from engine.pocket.recipe.world.colours import PAPERS

WEIGHTS = Path(engine.pocket.__file__).parent / "weights"


def names() -> set[str]:
    """What the concepts on the list are called."""
    lines = [line.removeprefix(chosen.STAR) for line in chosen.LIST.read_text(encoding="utf-8").splitlines()]
    told = [name for line in lines for name in (line.partition(": ")[0], *line.partition(": ")[2].split(", "))]
    return {name.lower() for name in told if name}


def ways() -> set[str]:
    """What captions say of looks."""
    tables = (
        captions.STYLES, captions.MADE, captions.WHERE, captions.WHEN, captions.SIZES, captions.SITES,
        captions.RELATIONS,
    )  # fmt: skip
    return {way for table in tables for told in table.values() for way in told} | set(PAPERS)


def test_every_word_is_read_as_one_that_captions_say() -> None:
    """And none that they say is read as another."""
    read = world.senses()
    known = names() | ways()
    assert not known & read.keys()
    assert all(word == word.lower().strip() for word in read)
    words = {word for told in known for word in WORDS.findall(told)} | set(vocabulary(()))
    assert all(set(WORDS.findall(told.lower())) <= words for told in read.values())


def test_no_word_has_two_senses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A list that says so is a mistake."""
    (tmp_path / "senses.txt").write_text("cat: kater\ndog: kater\n", encoding="utf-8")
    monkeypatch.setattr(world, "LIST", tmp_path / "senses.txt")
    with pytest.raises(ValueError, match="kater is read as cat and as dog"):
        world.senses()


def test_the_model_that_ships_reads_them() -> None:
    """A German prompt is drawn as the English one is."""
    assert json.loads((WEIGHTS / FILE).read_text(encoding="utf-8")) == world.senses()
    artist = Artist(WEIGHTS, "cpu")
    german, english, other = artist.draw([Wish("ein roter Apfel"), Wish("a red apple"), Wish("a red heart")])
    assert torch.allclose(german, english, atol=1e-3)
    assert not torch.allclose(german, other, atol=1e-2)
