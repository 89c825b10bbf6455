"""Vision encoder and adapters: what they learn from, what they begin as, and what the engine makes of their files."""

from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path
from random import Random

import pytest
import torch
from PIL import Image
from safetensors.torch import load_file
from torch.nn.functional import cosine_similarity, layer_norm

from engine.checkpoint import adapter_file, facts_of
from engine.pocket.evaluate.artist import Artist, Wish
from engine.pocket.recipe import __main__ as recipe
from engine.pocket.recipe.train import adapters, checkpoints, latents, outset, pairs, vision
from engine.pocket.recipe.train.adapters import Adapted
from engine.pocket.recipe.train.pace import Pace
from engine.pocket.recipe.train.sizes import PIXELS, TEXT_WIDTH, TOKENS, new_unet
from engine.pocket.recipe.train.softer import as_drawn
from engine.pocket.recipe.train.tells import UNTOLD, Tells
from engine.pocket.recipe.train.text import load_text, tokenised
from engine.pocket.recipe.train.unet import load_unet
from engine.pocket.recipe.train.vision import load_vision, read_by
from engine.pocket.recipe.world.captions import MADE, STYLES, with_article
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
        batch = pairs.Pairs(use, rows, SPRITES.concepts).draw(48, Random(1))
        clean, captions, seen = batch.latents, batch.captions, batch.seen
        assert clean.shape[0] == len(captions) == len(batch.whole) == len(seen) == 48
        assert seen.shape[1] == TEXT_WIDTH
        if use == "style":
            assert all(len(caption.split()) <= 4 and "," not in caption for caption in captions)
            looks = {way for ways in pairs.LOOKS for way in ways}
            for told, whole in zip(captions, batch.whole, strict=True):
                assert whole.startswith(f"{told}, ")
                assert whole.removeprefix(f"{told}, ") in looks
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
    captions = pairs.Pairs("character", rows, SPRITES.concepts).draw(64, Random(2)).captions
    settings = {way for ways in pairs.WAYS for way in ways}
    alone = [caption in settings or not caption for caption in captions]
    assert 16 < sum(alone) < 56


def test_without_a_reference_an_adapter_does_nothing(work: Path, rows: dict[int, list[pairs.Row]]) -> None:
    """As it begins, so that the model draws what it drew before."""
    torch.manual_seed(0)
    noisy, steps, texts = torch.randn(2, 8, 8, 8), torch.tensor([10, 700]), torch.randn(2, TOKENS, TEXT_WIDTH)
    unet = load_unet(work / "unet")
    begun = outset.outset("image", rows, SPRITES.concepts, load_text(work / "model"))
    with torch.no_grad():
        before = unet(noisy, steps, encoder_hidden_states=texts).sample
        adapted = Adapted(unet, begun)
        blind = adapted(noisy, steps, texts, torch.zeros(2, TEXT_WIDTH))
        seeing = adapted(noisy, steps, texts, torch.randn(2, TEXT_WIDTH))
    assert torch.allclose(before, blind, atol=1e-4)
    assert not torch.allclose(before, seeing, atol=1e-2)


def test_an_adapter_begins_with_what_captions_say(work: Path, rows: dict[int, list[pairs.Row]]) -> None:
    """Whatever the encoder sees, its way leads to the readings of the captions told for the use, each to its own."""
    torch.manual_seed(0)
    texts = load_text(work / "model")
    told_apart = {
        kind: [replace(row, seen=torch.randn(TEXT_WIDTH)) for row in each]  # more numbers than pictures
        for kind, each in rows.items()
    }
    names = [with_article(each.name) for each in SPRITES.concepts]
    for use in pairs.USES:
        begun = outset.outset(use, told_apart, SPRITES.concepts, texts)
        own = told_apart[pairs.THINGS]
        said = read_by(texts[1].eval(), texts[0], [outset.told(use, row, names)[0] for row in own])
        seen = torch.stack([row.seen for row in own])
        made = seen @ begun.projection["proj.weight"].T + begun.projection["proj.bias"]
        norm = begun.projection["norm.weight"], begun.projection["norm.bias"]
        tokens = layer_norm(made.view(len(own), outset.SIGHTS, -1), (TEXT_WIDTH,), *norm)
        assert torch.allclose(tokens[:, 0], begun.silent[0].expand_as(tokens[:, 0]), atol=1e-4)
        ends = tokens[:, 2]
        assert cosine_similarity(ends - ends.mean(0), said - said.mean(0)).mean() > 0.6


def test_adapters_learn_what_the_unet_makes_of_a_text_that_says_all(
    work: Path, rows: dict[int, list[pairs.Row]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some steps bring what is made of the reference nearer to that, on a batch that was not among them."""
    monkeypatch.setattr(adapters, "OWN", 0.0)
    ticks = count()
    monkeypatch.setattr(adapters, "Pace", partial(Pace, clock=lambda: 0.05 * next(ticks)))
    texts = load_text(work / "model")
    examples = pairs.Pairs("character", rows, SPRITES.concepts)
    begun = outset.outset("character", rows, SPRITES.concepts, texts)
    apart = []
    for minutes in (0.0, 0.2):
        adapters.train_adapter(
            examples, begun, (load_unet(work / "unet"), *texts), tmp_path / "adapter", minutes=minutes
        )
        kept = checkpoints.load(tmp_path / "adapter")
        assert kept is not None
        adapted = Adapted(load_unet(work / "unet"), begun)
        adapted.load_state_dict(checkpoints.part(kept[0], "average/"))
        torch.manual_seed(3)
        batch = examples.draw(64, Random(9))
        noisy, steps = torch.randn_like(batch.latents), torch.full((64,), 900)
        with torch.no_grad():
            told, whole = (texts[1](tokenised(texts[0], each))[0] for each in (batch.captions, batch.whole))
            taught = load_unet(work / "unet")(noisy, steps, encoder_hidden_states=whole).sample
            apart.append(float((adapted(noisy, steps, told, batch.seen) - taught).square().mean()))
    assert checkpoints.steps(tmp_path / "adapter") > 20
    assert apart[1] < apart[0]


def test_a_style_is_told_by_looks_alone(rows: dict[int, list[pairs.Row]]) -> None:
    """A character by its name and its looks, an image by its own captions; as many each."""
    names = [with_article(each.name) for each in SPRITES.concepts]
    row = rows[pairs.THINGS][0]
    name, looks = names[row.thing], list(STYLES.values())[row.style]
    assert outset.told("image", row, names) == row.shard.captions[row.number][: outset.WORDINGS]
    assert outset.told("style", row, names) == list(looks[: outset.WORDINGS])
    assert all(name in each and looks[0] in each for each in outset.told("character", row, names))
    painted = rows[pairs.MEDIA][0]
    assert outset.told("style", painted, names)[0] in {ways[0] for ways in MADE.values()}


def test_the_vision_encoder_is_asked_what_a_picture_shows(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of two things either is right; a medium hides the style, which is not asked for then; some pictures are new."""
    monkeypatch.setattr(vision, "POOL", 60)
    monkeypatch.setattr(vision, "NEW", 5)
    monkeypatch.setattr(vision, "BATCH", 40)
    pool = vision.Pool(SPRITES, load_text(work / "model"), 0)
    torch.manual_seed(0)
    pictures, told, answers = pool.draw()
    assert pictures.shape == (40, 3, PIXELS, PIXELS)
    assert told.shape == (40, TEXT_WIDTH)
    first, style, medium = answers[:, 0], answers[:, 1], answers[:, 2]
    assert ((style == UNTOLD) == (medium < len(MADE))).all()
    assert 0 < int((first != answers[:, -1]).sum()) < 40
    before = {each.numpy().tobytes() for each in pictures}
    for _ in range(12):
        pictures, *_ = pool.draw()
    assert not before & {each.numpy().tobytes() for each in pictures}
    seeing = vision.Seeing(Tells(SPRITES.concepts))
    seen = torch.randn(40, TEXT_WIDTH, requires_grad=True)
    torch.autograd.backward(seeing.missed(seen, answers))
    assert seen.grad is not None
    assert seen.grad.isfinite().all()


def test_the_engine_finds_and_uses_them(work: Path) -> None:
    """Files in the layout of IP-Adapter, one for each use; what is drawn with a reference is something else."""
    facts = facts_of(work / "out", "pocket", "sd15")
    roles = [Role.IMAGE, Role.STYLE, Role.CHARACTER]
    names = [each.name for each in (facts.adapter(role) for role in roles) if each]
    assert names == ["base", "style", "character"]
    attentions = sum("attn2" in name for name in new_unet().attn_processors)
    for name in names:
        weights = load_file(adapter_file(work / "out", name, "sd15"))
        assert weights["image_proj.proj.weight"].shape == (outset.SIGHTS * TEXT_WIDTH, TEXT_WIDTH)
        assert sum(key.startswith("ip_adapter.") for key in weights) == 2 * attentions
    artist = Artist(work / "out", "cpu")
    sight = Image.new("RGB", (90, 60), (220, 40, 30))
    plain, *seen = artist.draw([Wish("a cat"), *(Wish("a cat", sights=((role, sight),)) for role in roles)])
    assert all(not torch.allclose(plain, each, atol=1e-3) for each in seen)
