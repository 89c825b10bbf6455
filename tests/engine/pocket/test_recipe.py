"""The recipe from drawings to a model that the engine draws with, each training a few steps long."""

import json
import shutil
from pathlib import Path
from random import Random

import pytest
import torch
from PIL import Image
from transformers import CLIPTokenizer, CLIPVisionModelWithProjection

from engine.checkpoint import SETTINGS, facts_of
from engine.families.sd15 import Sd15
from engine.families.upscaler import load_upscaler
from engine.plan.facts import Sampler
from engine.plan.size import size
from engine.pocket.eye import Eye
from engine.pocket.recipe import __main__ as recipe
from engine.pocket.recipe import export
from engine.pocket.recipe.train import checkpoints, latents, text, unet
from engine.pocket.recipe.train.adapters import vision_folder
from engine.pocket.recipe.train.kinds import KINDS, kind_of, size_of
from engine.pocket.recipe.train.pairs import USES
from engine.pocket.recipe.train.sizes import CHANNELS, PIXELS, SIDE, TOKENS, new_vae
from engine.pocket.recipe.train.tells import Tells
from engine.pocket.recipe.train.text import tokenised
from engine.pocket.recipe.train.unet import Levels
from engine.pocket.recipe.train.vae import difference, to_tensor
from engine.pocket.recipe.train.words import WORDS, new_tokenizer, vocabulary
from engine.pocket.recipe.world.captions import caption, with_article
from engine.pocket.recipe.world.draw import Draw
from engine.pocket.recipe.world.world import World
from engine.protocol import Text
from tests.engine.plans import draw, plan
from tests.engine.pocket.drawings import THINGS, drawings

SPRITES = drawings()


@pytest.fixture(scope="module")
def tokenizer() -> CLIPTokenizer:
    """Of the world of the tests."""
    return new_tokenizer(SPRITES.concepts)


def test_every_word_of_the_world_is_one_token(tokenizer: CLIPTokenizer) -> None:
    """So that no concept has to be put together from letters."""
    for word in vocabulary(SPRITES.concepts):
        if word.isascii():
            assert len(tokenizer.tokenize(word)) == 1, word
    assert set(WORDS.findall("a huge owl's nest")) <= {*vocabulary(SPRITES.concepts), "'s", "nest"}


def test_other_texts_have_their_letters(tokenizer: CLIPTokenizer) -> None:
    """Nothing is unknown, in no script."""
    for told in ("Zyzzyva qux", "eine Katze, größer", "猫 🐈"):
        assert tokenizer.unk_token_id not in tokenizer(told).input_ids[1:-1]


def test_captions_are_filled_up_and_cut_to_the_window(tokenizer: CLIPTokenizer) -> None:
    """Both marks are in it."""
    tokens = tokenised(tokenizer, ["a cat", "cat " * 100, ""])
    assert tokens.shape == (3, TOKENS)
    assert (tokens[:, 0] == tokenizer.bos_token_id).all()
    assert (tokens[:, -1] == tokenizer.eos_token_id).all()


def test_what_is_told_of_a_scene_is_what_is_in_it() -> None:
    """An answer to every question, each among those that there are."""
    tells = Tells(SPRITES.concepts)
    maker = Draw(SPRITES)
    for seed in range(60):
        scene = maker.scene(seed)
        answers = dict(zip(tells.sizes, tells.of(scene), strict=True))
        assert all(0 <= answer < tells.sizes[name] for name, answer in answers.items())
        named = [*(thing.concept for thing in scene.things), None][0]
        assert answers["first"] == (len(SPRITES.concepts) if named is None else SPRITES.concepts.index(named))
        assert (answers["medium"] == tells.sizes["medium"] - 1) == (scene.medium is None)


def test_pictures_are_as_far_apart_as_they_look() -> None:
    """The same not at all; a moved edge more than a change of shade."""
    picture = to_tensor(World(SPRITES, size=(PIXELS, PIXELS)).example(0).picture[None])
    assert difference(picture, picture) == 0
    assert 0 < difference(picture, picture + 0.05) < difference(picture, picture.roll(6, 3))


def test_latents_have_unit_variance_and_decode_as_before() -> None:
    """The autoencoder's own convolutions take on what would be a scaling factor for each channel."""
    torch.manual_seed(0)
    plain = new_vae().eval()
    pictures = to_tensor(World(SPRITES, size=(PIXELS, PIXELS)).example(3).picture[None])
    with torch.no_grad():
        told = plain.encode(pictures).latent_dist
        before = plain.decode(told.mean).sample
        made = latents.normalised(plain, SPRITES, count=32)
        after = made.encode(pictures).latent_dist
        assert torch.allclose(made.decode(after.mean).sample, before, atol=1e-4)
        world = World(SPRITES, size=(PIXELS, PIXELS))
        means = torch.cat([made.encode(to_tensor(world.example(n).picture[None])).latent_dist.mean for n in range(32)])
    assert means.mean((0, 2, 3)).abs().max() < 0.05
    assert (means.std((0, 2, 3)) - 1).abs().max() < 0.05


def test_velocities_lead_back_to_the_picture() -> None:
    """As the family reads them: picture = kept * noisy - added * velocity."""
    levels = Levels.of_training()
    torch.manual_seed(0)
    clean, noise = torch.randn(5, 4, 2, 2), torch.randn(5, 4, 2, 2)
    steps = levels.draw(5)
    noisy, velocity = levels.noised(clean, noise, steps)
    sigma = levels.sigmas[steps][:, None, None, None]
    assert torch.allclose((noisy - sigma * velocity) * (1 + sigma**2).rsqrt(), clean, atol=1e-4)
    assert 35 < float(levels.sigmas[-1]) < 50


def test_the_engine_draws_with_what_was_made(work: Path) -> None:
    """Through the same family as any Stable Diffusion 1.5, four times as large by its upscaler."""
    family = Sd15.load(work / "out", "cpu")
    asked = plan(width=PIXELS, height=PIXELS, texts=(Text("a cat", 1.0),), steps=2, sampler=Sampler.DPMPP_2M_KARRAS)
    (pixels,) = draw(family, asked)
    scale = load_upscaler(work / "out")
    assert scale is not None
    assert pixels.shape == (PIXELS * scale.scale, PIXELS * scale.scale, 3)


def test_its_eye_answers_in_words(work: Path) -> None:
    """As a prompt says them: with an article, and where it is."""
    eye = Eye.load(work / "out" / "eye")
    told = eye.look(Image.new("RGB", (90, 60), "#d8262c"))
    assert {name for name, _ in told["thing"]} == {None, *map(with_article, (name for name, _ in THINGS))}
    assert "on a beach" in [name for name, _ in told["setting"]]
    assert all(abs(sum(share for _, share in each) - 1) < 1e-3 for each in told.values())


def test_what_is_exported_does_not_tell_where_it_was_made(work: Path) -> None:
    """No folder of the machine is in any of its texts."""
    texts = [path.read_text(encoding="utf-8") for path in (work / "out").rglob("*.json")]
    assert texts
    assert not any(str(work) in text or "_name_or_path" in text for text in texts)


def test_what_was_measured_of_a_model_stays_when_it_is_exported_anew(work: Path, tmp_path: Path) -> None:
    """All other settings are the recipe's."""
    (tmp_path / SETTINGS).write_text(json.dumps({"image_scale": 1.3, "steps": 99}), encoding="utf-8")
    made = recipe.Made(work, is_whole=True)
    export.export(tmp_path, unet.load_unet(work / "unet"), made.vae, made.texts)
    assert json.loads((tmp_path / SETTINGS).read_text(encoding="utf-8")) == {**export.OWN, "image_scale": 1.3}
    assert facts_of(tmp_path, "pocket", "sd15").steps == export.OWN["steps"]


def test_trainings_go_on_where_they_stopped(work: Path) -> None:
    """Steps are counted from the first start; the autoencoder, which the others know, is left as it is."""
    assert checkpoints.steps(work / "vae") == 1
    adapters = [f"adapter-{use}" for use in USES]
    for step in ("text", "unet", "vision", "eye", "control", *adapters):
        assert checkpoints.steps(work / step) >= 2, step


def test_what_an_encoder_saw_is_kept_for_it_alone(work: Path) -> None:
    """One that was trained on, as it was here, sees the pictures anew."""
    steps = checkpoints.steps(work / "vision")
    assert {each.name for each in (work / "states").iterdir()} == {"1", str(steps)} != {"1"}


def test_shards_are_made_once_and_read_back(work: Path) -> None:
    """Latents, several wordings of each caption, and the answers; each kind of picture in turn, some not square."""
    shards = latents.load_shards(recipe.Made(work, is_whole=True).latents)
    assert [shard.latents.shape[:2] for shard in shards] == [(8, CHANNELS)] * 7
    assert {tuple(shard.latents.shape[2:]) for shard in shards} == {(SIDE, SIDE), (6, 9)}
    assert latents.load_shards(recipe.Made(work, is_whole=True).latents, 1)[0].captions == shards[1].captions
    scene = Draw(SPRITES, mix=KINDS[0].mix).scene(0)
    assert caption(scene, Random(1)) in shards[0].captions[0]
    assert shards[0].answers[0].tolist() == Tells(SPRITES.concepts).of(scene)


def test_a_training_sees_some_concepts_more_and_others_never(work: Path) -> None:
    """Every picture that it sees is of one that has a weight; all of a batch are of one size."""
    some = dict.fromkeys(latents.load_shards(recipe.Made(work, is_whole=True).latents)[0].answers[:3, 0].tolist(), 1.0)
    captioned = unet.Captioned(recipe.Made(work, is_whole=True).latents, *text.load_text(work / "model"), some)
    wanted = [
        shard.latents[row].float()
        for shard in captioned.shards
        for row in range(8)
        if int(shard.answers[row, 0]) in some
    ]
    for _ in range(4):
        clean, texts = captioned.draw(12)
        assert texts.shape[:2] == (12, TOKENS)
        assert all(any(torch.equal(each, one) for one in wanted) for each in clean)


def test_kinds_come_in_turn() -> None:
    """Their shares are those of one whole, and other shapes are those that the engine makes of a ratio."""
    assert kind_of(len(KINDS) + 1) is KINDS[1]
    assert sum(kind.share for kind in KINDS) == pytest.approx(1)
    wide = [number for number in range(60) if len(kind_of(number).sizes) > 1]
    ratios = [(3, 2), (2, 3), (16, 9), (9, 16), (4, 3), (3, 4)]
    assert [size_of(number) for number in wide[:6]] == [size(each, PIXELS, 8) for each in ratios]


def test_a_training_begins_from_a_model_that_was_exported(work: Path, tmp_path: Path) -> None:
    """Its weights are where a checkpoint would be; what has its own there stays, and its texts are fixed."""
    asked = ["latents", "--minutes", "0", "--work", str(tmp_path), "--whole", "--begin", str(work / "out")]
    shutil.copytree(work / "sprites", tmp_path / "sprites")
    assert recipe.main([*asked, "--shards", "1"]) == 0
    assert recipe.main(["unet", *asked[1:]]) == 0
    assert checkpoints.steps(tmp_path / "unet") == 1
    began = unet.load_unet(tmp_path / "unet").state_dict()
    shipped = unet.load_unet(work / "unet").state_dict()
    assert max(float((began[name] - shipped[name]).abs().max()) for name in began) < 0.05
    assert recipe.main(["text", *asked[1:]]) == 0
    assert not (tmp_path / "text").exists()
    made = recipe.Made(tmp_path, is_whole=True)
    sees = vision_folder(work / "out")
    same = CLIPVisionModelWithProjection.from_pretrained(sees, dtype=torch.float32).state_dict()
    assert all(torch.equal(each, same[name]) for name, each in made.vision.state_dict().items())
    assert made.eye is not None
    shown = torch.rand(2, 3, PIXELS, PIXELS)
    assert torch.equal(made.eye(shown)["thing"], Eye.load(work / "out" / "eye")(shown)["thing"])
    for step in ("vision", "eye"):
        assert recipe.main([step, *asked[1:]]) == 0
        assert checkpoints.steps(tmp_path / step) == 1
    assert made.eye is not made.begun_eye
    assert max(float((each - same[name]).abs().max()) for name, each in made.vision.state_dict().items()) < 0.05


def test_an_autoencoder_that_is_trained_on_has_latents_of_its_own(work: Path, tmp_path: Path) -> None:
    """It goes on from the model's, close to it, and what was encoded by the one before stays beside."""
    shutil.copytree(work / "sprites", tmp_path / "sprites")
    asked = ["--minutes", "0", "--shards", "1", "--work", str(tmp_path), "--whole", "--begin", str(work / "out")]
    kept = []
    for step in ("latents", "vae", "latents"):
        assert recipe.main([step, *asked]) == 0
        made = recipe.Made(tmp_path, is_whole=True)
        kept.append(latents.load_shards(made.latents)[0].latents.float() if step == "latents" else None)
    assert len(list((tmp_path / "latents").iterdir())) == 2
    assert checkpoints.steps(tmp_path / "vae") == 1
    before, _, after = kept
    assert before is not None
    assert after is not None
    assert 0 < float((before - after).square().mean()) < 0.5 * float(before.square().mean())


def test_a_model_that_is_too_large_is_not_shipped(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """40 MB are what the wheel may carry of it."""
    monkeypatch.setattr(export, "AT_MOST", 1000)
    with pytest.raises(export.TooLarge, match="MB, and may have"):
        recipe.main(["export", "--work", str(work), "--out", str(work / "again"), "--whole"])
