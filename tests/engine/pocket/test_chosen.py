"""The smaller world: which concepts it has, what they are called in it, and which are learnt first."""

from pathlib import Path

import pytest

from engine.pocket.recipe.world import chosen as world
from engine.pocket.recipe.world.draw import PLAIN, Draw
from tests.engine.pocket.drawings import drawings


@pytest.fixture
def listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A list of three of the tests' drawings."""
    path = tmp_path / "chosen.txt"
    path.write_text("* owl\ngrinning face: smiley, happy face\n* cat: kitten\n", encoding="utf-8")
    monkeypatch.setattr(world, "LIST", path)


@pytest.mark.usefixtures("listed")
def test_chosen_concepts_go_by_the_names_that_one_would_say() -> None:
    """Those first, and then what they were called before; in the list's order, in the styles that they have."""
    sprites = world.chosen(drawings())
    assert [each.names for each in sprites.concepts] == [
        ("owl", "the owl"),
        ("smiley", "happy face", "grinning face", "the grinning face"),
        ("kitten", "cat", "the cat"),
    ]
    assert len(sprites) == 3 * len(sprites.styles)
    assert world.weights(0.3) == {0: 1.0, 1: 0.3, 2: 1.0, 3: 1.0}
    assert [each.name for each in world.chosen(drawings(), first=True).concepts] == ["owl", "kitten"]


@pytest.mark.usefixtures("listed")
def test_what_was_not_rendered_cannot_be_chosen() -> None:
    """A list and drawings that do not fit are a mistake, and no smaller world."""
    few = drawings()
    sprites = type(few)(few.concepts[2:], few.drawings)
    with pytest.raises(KeyError, match="owl"):
        world.chosen(sprites)


def test_the_list_names_each_concept_once() -> None:
    """At least 250 of them, with no name that two of them share."""
    lines = [line.removeprefix(world.STAR) for line in world.LIST.read_text(encoding="utf-8").splitlines()]
    names = [
        name for line in lines for name in {line.partition(": ")[0], *filter(None, line.partition(": ")[2].split(", "))}
    ]
    assert len(lines) >= 250
    assert len(set(names)) == len(names)
    assert 100 <= list(world.weights(0).values()).count(1.0) < len(lines)


def test_plain_scenes_have_one_thing_in_the_middle() -> None:
    """Large, upright, on one colour, in no medium: what is learnt first."""
    plain = Draw(drawings(), mix=PLAIN)
    for seed in range(50):
        scene = plain.scene(seed)
        (thing,) = scene.things
        assert (scene.medium, scene.backdrop.setting, thing.colour, thing.tilt, thing.measure) == (None,) * 3 + (
            0,
            None,
        )
        assert len(scene.backdrop.colours) == 1
        assert max(abs(thing.x), abs(thing.y)) < 0.02
        assert thing.size > 0.75
