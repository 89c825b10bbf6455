"""Scenes, their pictures and their captions."""

from dataclasses import replace
from pathlib import Path
from random import Random

import numpy as np
import pytest

from engine.pocket.recipe import sheet
from engine.pocket.recipe.world import captions
from engine.pocket.recipe.world.draw import MONOCHROME, has_held_out
from engine.pocket.recipe.world.media import in_medium
from engine.pocket.recipe.world.scenes import MEDIA, SETTINGS, Backdrop, Scene, Thing
from engine.pocket.recipe.world.world import World
from tests.engine.pocket.drawings import drawings

SPRITES = drawings()
CAT, OWL = SPRITES.concepts[:2]


def test_a_seed_is_an_example() -> None:
    """The same picture and the same words from another world of the same drawings."""
    for seed in range(40):
        one, other = World(SPRITES).example(seed), World(drawings()).example(seed)
        assert one.scene == other.scene
        assert one.caption == other.caption
        assert (one.picture == other.picture).all()


@pytest.mark.parametrize("size", [(64, 64), (96, 64), (48, 112)])
def test_pictures_have_the_size_asked_for(size: tuple[int, int]) -> None:
    """Width and height, bytes, whatever stands in them."""
    world = World(SPRITES, size=size)
    for seed in range(40):
        picture = world.example(seed).picture
        assert picture.shape == (size[1], size[0], 3)
        assert picture.dtype == np.uint8


def test_training_never_sees_what_is_held_out() -> None:
    """And the held-out world shows nothing else."""
    assert not any(has_held_out(World(SPRITES, size=(16, 16)).example(seed).scene) for seed in range(60))
    held_out = World(SPRITES, size=(16, 16), held_out=True)
    assert all(has_held_out(held_out.example(seed).scene) for seed in range(20))


def test_left_of_is_left_and_above_is_above() -> None:
    """What a caption says of two things is where they are; where it does not say it, they stand as they are read."""
    for seed in range(400):
        scene = World(SPRITES, size=(16, 16)).example(seed).scene
        if len(scene.things) == 2:
            first, second = scene.things
            assert {
                "left of": first.x < second.x,
                "right of": first.x > second.x,
                "above": first.y < second.y,
                "below": first.y > second.y,
                "beside": first.x < second.x,
            }[str(scene.relation)]


def test_captions_name_what_is_there() -> None:
    """Each thing by one of its names, and the medium always."""
    for seed in range(300):
        example = World(SPRITES, size=(16, 16)).example(seed)
        for thing in example.scene.things:
            assert any(name in example.caption for name in thing.concept.names)
        if example.scene.medium:
            assert any(word in example.caption for word in captions.MADE[example.scene.medium])
        assert example.caption.strip() == example.caption != ""


def test_a_plain_caption_leaves_nothing_out() -> None:
    """Always the same words for the same scene: all things, how they are made, where and when."""
    for seed in range(300):
        scene = World(SPRITES, size=(16, 16)).example(seed).scene
        told = captions.plainly(scene)
        assert told == captions.plainly(scene)
        assert all(thing.concept.name in told and (thing.colour or "") in told for thing in scene.things)
        assert (captions.MADE[scene.medium] if scene.medium else captions.STYLES[scene.style])[0] in told
        backdrop = scene.backdrop
        if backdrop.setting:
            where = captions.WHERE[backdrop.setting][0] if scene.things else captions.PLACES[backdrop.setting]
            assert where in told
        if backdrop.setting and backdrop.time:
            assert captions.WHEN[backdrop.time][0] in told


def test_no_caption_names_a_colour_that_is_not_seen() -> None:
    """A pencil has one colour; and a white cat on white is not there."""
    for seed in range(400):
        scene = World(SPRITES, size=(16, 16)).example(seed).scene
        for thing in scene.things:
            assert thing.colour is None or scene.medium not in MONOCHROME
            assert thing.colour is None or thing.colour not in scene.backdrop.colours


def test_a_caption_has_many_wordings() -> None:
    """No magic words are needed."""
    scene = World(SPRITES, size=(16, 16)).example(3).scene
    assert len({captions.caption(scene, Random(number)) for number in range(100)}) > 15


@pytest.mark.parametrize("name", ["an owl", "a cat", "grapes", "a unicorn", "a bus", "an eye", "a person with eyes"])
def test_articles_are_as_one_says_them(name: str) -> None:
    """By the first sound, and none before many."""
    assert captions.with_article(name.removeprefix("an ").removeprefix("a ")) == name


@pytest.mark.parametrize("medium", MEDIA)
def test_each_medium_changes_the_picture_and_is_the_same_again(medium: str) -> None:
    """Beyond what a style or a light would."""
    picture = World(SPRITES).picture(Scene(1, "flat", Backdrop(setting="meadow"), (Thing(CAT, 0, 0.1, 0.6),)))
    made = in_medium(picture, medium, 5)
    assert np.abs(made.astype(int) - picture).mean() > 4
    assert (in_medium(picture, medium, 5) == made).all()


def test_settings_and_lights_differ() -> None:
    """No two settings look alike, and nights are dark."""
    scenes = {name: Scene(1, "flat", Backdrop(setting=name, time="day")) for name in SETTINGS}
    pictures = {name: World(SPRITES).picture(scene).astype(int) for name, scene in scenes.items()}
    names = list(pictures)
    for number, one in enumerate(names):
        assert all(np.abs(pictures[one] - pictures[other]).mean() > 4 for other in names[:number])
        if one != "space":
            dark = replace(scenes[one], backdrop=Backdrop(setting=one, time="night"))
            assert World(SPRITES).picture(dark).mean() < 0.6 * pictures[one].mean()


def test_a_colour_is_taken_on() -> None:
    """A blue cat is more blue than it was."""
    plain = Scene(1, "flat", Backdrop(colours=("white",)), (Thing(CAT, 0, 0, 0.8),))
    blue = replace(plain, things=(replace(plain.things[0], colour="blue"),))
    was, now = (World(SPRITES).picture(each)[64, 64].astype(int) for each in (plain, blue))
    assert now[2] - now[:2].max() > was[2] - was[:2].max()


def test_the_sheet_shows_examples(tmp_path: Path) -> None:
    """A file with every picture; a sentence where no drawings are."""
    SPRITES.save(tmp_path / "sprites")
    asked = ["-o", str(tmp_path / "sheet.png"), "--count", "4", "--sprites"]
    assert sheet.main([*asked, str(tmp_path / "sprites")]) == 0
    assert (tmp_path / "sheet.png").stat().st_size > 1000
    assert sheet.main([*asked, str(tmp_path / "nowhere")]) == 1
