"""What words outside of Pocket's world are read as."""

import json
from pathlib import Path

import pytest
import torch

import engine.pocket
from engine.families.senses import FILE, Senses
from engine.pocket.evaluate.artist import Artist, Wish
from engine.pocket.recipe.train.words import WORDS, vocabulary
from engine.pocket.recipe.world import senses as world

WEIGHTS = Path(engine.pocket.__file__).parent / "weights"


def test_every_word_is_read_as_one_that_captions_say() -> None:
    """In small letters, as words are looked up."""
    read = world.senses()
    assert all(word == word.lower().strip() for word in read)
    words = {word for told in world.known() for word in WORDS.findall(told.lower())} | set(vocabulary(()))
    assert all(set(WORDS.findall(told.lower())) <= words for told in read.values())


def test_what_captions_say_is_read_as_it_is() -> None:
    """Also where a word of it has another sense by itself: a soccer ball is no football beside a basketball."""
    reads = Senses(world.senses())
    assert {"soccer ball", "ink drawing", "birthday cake"} < world.known()
    for told in world.known():
        assert reads.read(f"ein {told}, watercolour") == f"a {told}, watercolour"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("a ball", "a basketball"),
        ("a drawing of soccer", "a pencil sketch of football"),
        ("an Ink Drawing", "an ink drawing"),
    ],
)
def test_words_keep_their_sense_elsewhere(typed: str, read: str) -> None:
    """One of them alone is read as before."""
    assert Senses(world.senses()).read(typed) == read


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
