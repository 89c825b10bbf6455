"""Vision encoder and adapters: what they learn from, what they begin as, and what the engine makes of their files."""

from pathlib import Path
from random import Random

import pytest
import torch
from PIL import Image
from safetensors.torch import load_file

from engine.checkpoint import adapter_file, facts_of
from engine.pocket.evaluate.artist import Artist, Wish
from engine.pocket.recipe import __main__ as recipe
from engine.pocket.recipe.train import latents, pairs
from engine.pocket.recipe.train.adapters import SIGHTS, Adapted
from engine.pocket.recipe.train.sizes import PIXELS, TEXT_WIDTH, TOKENS
from engine.pocket.recipe.train.softer import as_drawn
from engine.pocket.recipe.train.text import load_text
from engine.pocket.recipe.train.unet import load_unet
from engine.pocket.recipe.train.vision import load_vision, read_by
from engine.pocket.recipe.world.captions import with_article
from engine.protocol import Role
from tests.engine.pocket.drawings import drawings

SPRITES = drawings()


@pytest.fixture(scope="module")
def rows(work: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[int, list[pairs.Row]]:
    """The pictures that the adapters of the tests learnt from."""
    shards = latents.load_shards(recipe.Made(work, is_whole=True).latents)
    return pairs.embedded(load_vision(work / "vision"), SPRITES, tmp_path_factory.mktemp("embeds"), shards)


def test_captions_are_read_at_their_ends(work: Path) -> None:
    """Whatever stands beside them in a batch."""
    tokenizer, encoder = load_text(work / "model")
    alone = read_by(encoder.eval(), tokenizer, ["a cat"])
    among = read_by(encoder.eval(), tokenizer, ["a huge owl in a forest at night", "a cat"])
    assert torch.allclose(alone[0], among[1], atol=1e-4)


def test_softer_pictures_are_still_those_pictures() -> None:
    """Of the same size and range, and none as it was."""
    torch.manual_seed(0)
    given = torch.rand(4, 3, PIXELS, PIXELS) * 2 - 1
    made = as_drawn(given)
    assert made.shape == given.shape
    assert float(made.abs().max()) <= 1
    assert all(not torch.equal(one, other) for one, other in zip(given, made, strict=True))


def test_references_go_with_what_is_drawn(rows: dict[int, list[pairs.Row]]) -> None:
    """A style is told by the thing's name alone; an image is its own, or one of two things that are drawn, and the text
    names the other.
    """
    names = [with_article(each.name) for each in SPRITES.concepts]
    for use in pairs.USES:
        clean, captions, seen = pairs.Pairs(use, rows, SPRITES.concepts).draw(48, Random(1))
        assert clean.shape[0] == len(captions) == len(seen) == 48
        assert seen.shape[1] == TEXT_WIDTH
        if use == "style":
            assert all(len(caption.split()) <= 4 and "," not in caption for caption in captions)
        if use == "image":
            shown = {tuple(row.seen.tolist()): row for each in rows.values() for row in each}
            drawn = {
                tuple(row.shard.latents[row.number].flatten().tolist()): row for each in rows.values() for row in each
            }
            twos = 0
            for latent, told, sight in zip(clean, captions, seen, strict=True):
                picture, reference = drawn[tuple(latent.flatten().tolist())], shown[tuple(sight.tolist())]
                if picture.other < len(names):
                    twos += 1
                    named = names.index(told)
                    assert {named, reference.thing} == {picture.thing, picture.other} or reference is picture
                else:
                    assert reference is picture
            assert 0 < twos < 48


def test_a_caption_may_leave_to_the_reference_what_it_shows(rows: dict[int, list[pairs.Row]]) -> None:
    """Beside a character as often as not a setting alone is told, and then nothing else."""
    _, captions, _ = pairs.Pairs("character", rows, SPRITES.concepts).draw(64, Random(2))
    settings = {way for ways in pairs.WAYS for way in ways}
    alone = [caption in settings or not caption for caption in captions]
    assert 16 < sum(alone) < 56


def test_without_a_reference_an_adapter_does_nothing(work: Path) -> None:
    """As it begins, so that the model draws what it drew before."""
    torch.manual_seed(0)
    noisy, steps, texts = torch.randn(2, 8, 8, 8), torch.tensor([10, 700]), torch.randn(2, TOKENS, TEXT_WIDTH)
    unet = load_unet(work / "unet")
    with torch.no_grad():
        before = unet(noisy, steps, encoder_hidden_states=texts).sample
        adapted = Adapted(unet, "image")
        blind = adapted(noisy, steps, texts, torch.zeros(2, TEXT_WIDTH))
        seeing = adapted(noisy, steps, texts, torch.randn(2, TEXT_WIDTH))
    assert torch.allclose(before, blind, atol=1e-4)
    assert not torch.allclose(before, seeing, atol=1e-2)


def test_the_engine_finds_and_uses_them(work: Path) -> None:
    """Files in the layout of IP-Adapter, one for each use; what is drawn with a reference is something else."""
    facts = facts_of(work / "out", "pocket", "sd15")
    roles = [Role.IMAGE, Role.STYLE, Role.CHARACTER]
    names = [each.name for each in (facts.adapter(role) for role in roles) if each]
    assert names == ["base", "style", "character"]
    for name in names:
        weights = load_file(adapter_file(work / "out", name, "sd15"))
        assert weights["image_proj.proj.weight"].shape == (SIGHTS * TEXT_WIDTH, TEXT_WIDTH)
        assert sum(key.startswith("ip_adapter.") for key in weights) == 2 * 9
    artist = Artist(work / "out", "cpu")
    sight = Image.new("RGB", (90, 60), (220, 40, 30))
    plain, *seen = artist.draw([Wish("a cat"), *(Wish("a cat", sights=((role, sight),)) for role in roles)])
    assert all(not torch.allclose(plain, each, atol=1e-3) for each in seen)
