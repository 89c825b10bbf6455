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
from transformers.image_utils import OPENAI_CLIP_MEAN

from engine.checkpoint import adapter_file, facts_of
from engine.pocket.evaluate.artist import Artist, Wish
from engine.pocket.recipe import __main__ as recipe
from engine.pocket.recipe.train import adapters, checkpoints, latents, pairs, resampler, vision
from engine.pocket.recipe.train.adapters import Adapted, new_adapter
from engine.pocket.recipe.train.pace import Pace
from engine.pocket.recipe.train.sizes import PIXELS, SIGHTS, STATES, TEXT_WIDTH, TOKENS, new_resampler, new_unet
from engine.pocket.recipe.train.softer import as_drawn
from engine.pocket.recipe.train.tells import UNTOLD, Tells
from engine.pocket.recipe.train.text import load_text, tokenised
from engine.pocket.recipe.train.unet import load_unet
from engine.pocket.recipe.train.vision import load_vision, read_by, seen_by, states_of, states_of_nothing
from engine.pocket.recipe.world.captions import MADE, STYLES, with_article
from engine.protocol import Role
from tests.engine.pocket.drawings import drawings

SPRITES = drawings()
NAMES = [with_article(each.name) for each in SPRITES.concepts]


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
    """An image is the picture itself, or the second of two things alone, and the text names the first; a style comes
    with a thing's name, and a character is the same drawing.
    """
    shown = {tuple(row.seen.flatten().tolist()): row for each in rows.values() for row in each}
    drawn = {tuple(row.shard.latents[row.number].flatten().tolist()): row for each in rows.values() for row in each}
    for use in pairs.USES:
        batch = pairs.Pairs(use, rows, SPRITES.concepts).draw(96, Random(1))
        assert batch.latents.shape[0] == len(batch.captions) == len(batch.whole) == len(batch.seen) == 96
        assert batch.seen.shape[1:] == (STATES, TEXT_WIDTH)
        twos = 0
        for latent, told, whole, sight in zip(batch.latents, batch.captions, batch.whole, batch.seen, strict=True):
            picture = drawn[tuple(latent.half().flatten().tolist())]
            reference = shown[tuple(sight.half().flatten().tolist())]
            if picture.other < len(NAMES):
                assert (use, told, reference.thing) == ("image", NAMES[picture.thing], picture.other)
                assert whole.startswith(f"{told} and {NAMES[picture.other]}, ")
                twos += 1
            elif use == "image":
                assert reference is picture
                assert whole in picture.shard.captions[picture.number]
            elif use == "character":
                assert (reference.thing, reference.style) == (picture.thing, picture.style)
            else:
                assert not told or told == NAMES[picture.thing]
                assert whole.removeprefix(f"{told}, ") in pairs.looks_of(picture)
        assert (twos > 0) == (use == "image")


def test_nothing_is_asked_for_that_neither_text_nor_reference_tells(rows: dict[int, list[pairs.Row]]) -> None:
    """Without a caption a style alone is asked for, or a character in its looks; a setting alone goes with both."""
    settings = {way for ways in pairs.WAYS for way in ways}
    style = pairs.Pairs("style", rows, SPRITES.concepts).draw(96, Random(2))
    untold = [whole for told, whole in zip(style.captions, style.whole, strict=True) if not told]
    assert untold
    assert all("," not in each for each in untold)
    character = pairs.Pairs("character", rows, SPRITES.concepts).draw(96, Random(2))
    alone = [
        pair for pair in zip(character.captions, character.whole, strict=True) if pair[0] in settings or not pair[0]
    ]
    assert 24 < len(alone) < 90
    looks = {way for ways in pairs.LOOKS for way in ways}
    for told, whole in alone:
        name, look, *rest = whole.split(", ")
        assert name in NAMES
        assert look in looks
        assert rest == [told] * bool(told)


def test_without_a_reference_an_adapter_does_nothing(work: Path) -> None:
    """As it begins, so that the model draws what it drew before."""
    torch.manual_seed(0)
    noisy, steps, texts = torch.randn(2, 8, 8, 8), torch.tensor([10, 700]), torch.randn(2, TOKENS, TEXT_WIDTH)
    unet, nothing = load_unet(work / "unet"), torch.randn(STATES, TEXT_WIDTH)
    with torch.no_grad():
        before = unet(noisy, steps, encoder_hidden_states=texts).sample
        adapted = Adapted(unet, new_adapter(unet, new_resampler(), nothing))
        blind = adapted(noisy, steps, texts, nothing.expand(2, -1, -1))
        seeing = adapted(noisy, steps, texts, torch.randn(2, STATES, TEXT_WIDTH))
    assert torch.allclose(before, blind, atol=1e-4)
    assert not torch.allclose(before, seeing, atol=1e-3)


def test_states_are_those_of_which_embeddings_are_made(work: Path) -> None:
    """Of no picture they are those of pixels that are all the mean."""
    seeing = load_vision(work / "vision")
    pictures = torch.rand(2, 3, PIXELS, PIXELS) * 2 - 1
    with torch.no_grad():
        states = states_of(seeing, pictures)
        last = seeing.vision_model.encoder.layers[-1](states, attention_mask=None)
        last = last[0] if isinstance(last, tuple) else last
        made = seeing.visual_projection(seeing.vision_model.post_layernorm(last[:, 0]))
        assert torch.allclose(made, seen_by(seeing, pictures), atol=1e-5)
        mean = torch.tensor(OPENAI_CLIP_MEAN)[:, None, None].expand(1, 3, PIXELS, PIXELS) * 2 - 1
        assert torch.allclose(states_of(seeing, mean)[0], states_of_nothing(seeing), atol=1e-5)


def test_an_adapter_begins_with_what_captions_say(
    work: Path, rows: dict[int, list[pairs.Row]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the encoder sees, the tokens come nearer to those of the caption that is told for the use."""
    ticks = count()
    monkeypatch.setattr(resampler, "Pace", partial(Pace, clock=lambda: 0.05 * next(ticks)))
    monkeypatch.setattr(resampler, "BATCH", 24)
    torch.manual_seed(0)
    told_apart = {
        kind: [replace(row, seen=torch.randn(STATES, TEXT_WIDTH)) for row in each] for kind, each in rows.items()
    }
    tokenizer, encoder = load_text(work / "model")
    nothing = torch.randn(STATES, TEXT_WIDTH)
    for use in pairs.USES:
        readings = resampler.Readings(use, told_apart, nothing, SPRITES.concepts)
        seen, captions = readings.draw(64, Random(5))
        apart = []
        for minutes in (0.0, 0.2):
            made = resampler.train_resampler(readings, (tokenizer, encoder), tmp_path / use, minutes=minutes)
            with torch.inference_mode():
                said = encoder(tokenised(tokenizer, captions)[:, :SIGHTS])[0]
                apart.append(float((made(seen) - said).square().mean()))
        assert checkpoints.steps(tmp_path / use) > 20
        assert apart[1] < 0.7 * apart[0]


def test_adapters_learn_what_the_unet_makes_of_a_text_that_says_all(
    work: Path, rows: dict[int, list[pairs.Row]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some steps bring what is made of the reference nearer to that, on a batch that was not among them."""
    monkeypatch.setattr(adapters, "OWN", 0.0)
    ticks = count()
    monkeypatch.setattr(adapters, "Pace", partial(Pace, clock=lambda: 0.05 * next(ticks)))
    texts = load_text(work / "model")
    examples = pairs.Pairs("character", rows, SPRITES.concepts)
    begun = resampler.load_resampler(work / "resampler-character"), states_of_nothing(load_vision(work / "vision"))
    apart = []
    for minutes in (0.0, 0.2):
        adapters.train_adapter(
            examples, begun, (load_unet(work / "unet"), *texts), tmp_path / "adapter", minutes=minutes
        )
        kept = checkpoints.load(tmp_path / "adapter")
        assert kept is not None
        unet = load_unet(work / "unet")
        adapted = Adapted(unet, new_adapter(unet, *begun))
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
    """A character by its name and its looks, an image by the caption that leaves nothing out."""
    row = rows[pairs.THINGS][0]
    name, looks = NAMES[row.thing], list(STYLES.values())[row.style]
    assert resampler.told("image", row, NAMES) == row.plain
    assert name in row.plain
    assert resampler.told("style", row, NAMES) == looks[0]
    assert resampler.told("character", row, NAMES) == f"{name}, {looks[0]}"
    painted = rows[pairs.MEDIA][0]
    assert resampler.told("style", painted, NAMES) in {ways[0] for ways in MADE.values()}


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
    assert names == ["plus", "style", "character"]
    attentions = sum("attn2" in name for name in new_unet().attn_processors)
    for name in names:
        weights = load_file(adapter_file(work / "out", name, "sd15"))
        assert weights["image_proj.latents"].shape[1] == SIGHTS
        assert sum(key.startswith("ip_adapter.") for key in weights) == 2 * attentions
    artist = Artist(work / "out", "cpu")
    sight = Image.new("RGB", (90, 60), (220, 40, 30))
    plain, *seen = artist.draw([Wish("a cat"), *(Wish("a cat", sights=((role, sight),)) for role in roles)])
    assert all(not torch.allclose(plain, each, atol=1e-3) for each in seen)
