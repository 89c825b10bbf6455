"""The judge and the measures, on what the recipe makes of the tests' drawings."""

from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path

import pytest
import torch
from diffusers import AutoencoderKL
from PIL import Image

from engine.families.pixels import to_tensor
from engine.families.upscaler import load_upscaler
from engine.pocket.evaluate import __main__ as evaluate
from engine.pocket.evaluate import judge, lines, measures, rows, sheet, sights
from engine.pocket.evaluate.artist import Artist, Wish
from engine.pocket.evaluate.asked import Asked
from engine.pocket.eye import Eye
from engine.pocket.recipe.train import eye
from engine.pocket.recipe.train.pace import Pace
from engine.pocket.recipe.train.sizes import PIXELS
from tests.engine.pocket.drawings import drawings

SPRITES = drawings()


def test_ranks_are_compared_as_spearman_does() -> None:
    """Only the order counts."""
    assert measures.spearman([1.0, 2.0, 30.0]) == pytest.approx(1)
    assert measures.spearman([5.0, 4.0, 1.0]) == pytest.approx(-1)
    assert measures.spearman([1.0, 3.0, 2.0]) == pytest.approx(0.5)


def test_the_judge_learns_to_tell_things_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Better than by chance after some steps, on pictures that it never saw; however fast the machine is."""
    monkeypatch.setattr(eye, "POOL", 300)
    ticks = count()
    monkeypatch.setattr(judge, "Pace", partial(Pace, clock=lambda: 0.05 * next(ticks)))
    before = judge.accuracy(judge.train_judge(SPRITES, tmp_path / "judge", minutes=0), SPRITES, 48).rows
    after = judge.accuracy(judge.train_judge(SPRITES, tmp_path / "judge", minutes=0.2), SPRITES, 48).rows
    assert after["thing, top 5"] > before["thing, top 5"]
    assert 0 <= after["thing, top 1"] <= after["thing, top 5"] <= 1
    assert list(after) == ["thing, top 1", "thing, top 5", "style", "medium", "setting", "both of two things, top 5"]


def test_a_judge_begins_as_the_eye_that_it_is_given() -> None:
    """It answers the same until it is trained; an eye of another world is of no use to it."""
    torch.manual_seed(0)
    own, other = Eye(eye.answers_of(SPRITES.concepts)), Eye(eye.answers_of(SPRITES.concepts[:2]))
    pictures = torch.rand(3, 3, PIXELS, PIXELS) * 2 - 1
    with torch.no_grad():
        told = judge.Judge(own).eval()(pictures)
        assert all(torch.allclose(told[name], each, atol=1e-5) for name, each in own(pictures).items())
    assert eye.eye_for(SPRITES.concepts, own) is own
    assert eye.eye_for(SPRITES.concepts, other).answers == own.answers


def test_pictures_come_in_the_order_of_the_wishes(work: Path) -> None:
    """Each as it would be alone; one that starts from a picture stays near it."""
    artist = Artist(work / "out", "cpu")
    start = Image.new("RGB", (PIXELS, PIXELS), (200, 30, 40))
    wishes = [Wish("a cat", 1), Wish("an owl", 2), Wish("a cat", 3, start, 0.1)]
    pictures = artist.draw(wishes)
    assert torch.allclose(pictures[1], artist.draw(wishes[1:2])[0], atol=1e-3)
    assert pictures.shape[1] == 3
    assert artist.facts.steps == 20


def test_the_table_has_every_measure(
    work: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Shares of what was asked for, and how good the judge is."""
    monkeypatch.setattr(evaluate, "MEASURES", (measures.objects, measures.pairs))
    asked = ["--work", str(work), "--model", str(work / "out"), "--whole", "--seeds", "1", "--cases", "2"]
    assert evaluate.main(asked) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[0] == "| measure | value |"
    told = [line.split("|")[1].strip() for line in printed[2:]]
    assert told[0] == "judge on originals, thing, top 1"
    assert {"object, top 1", "object, top 5", "both of two objects, top 5"} <= set(told)


def test_every_measure_is_a_share(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a model that knows nothing, too; likeness lies between -1 and 1, and time goes on."""
    artist = Artist(work / "out", "cpu")
    artist.facts = replace(artist.facts, steps=2)
    asked = Asked(artist, judge.Judge(eye.eye_for(SPRITES.concepts, None)), SPRITES, 1, 2)
    monkeypatch.setattr(measures, "STRENGTHS", (0.2, 0.9))
    monkeypatch.setattr(sights, "WEIGHTS", (0.0, 1.0))
    found = measures.styles(asked) | measures.media(asked) | measures.strengths(asked)
    found |= sights.image_weights(asked) | sights.style_references(asked) | sights.characters(asked)
    assert {"drawing style", "medium", "distance rises with strength", "--iw 1: both concepts in the top 5"} <= set(
        found
    )
    assert {"--sref: the reference's style", "--cref: concept (top 5) and style"} <= set(found)
    found |= lines.lines(asked)
    assert found["--control: the lines followed, likeness"] != found["the same without a control, likeness"]
    assert all(-1 <= share <= 1 for share in found.values())
    assert measures.speed(asked)["seconds for four pictures"] > 0


@torch.inference_mode()
def test_what_is_kept_of_a_picture_is_what_its_autoencoder_and_upscaler_make_of_it(work: Path) -> None:
    """With no noise and no step in between."""
    artist = Artist(work / "out", "cpu")
    side = artist.facts.size
    shown = Image.linear_gradient("L").resize((side, side)).convert("RGB")
    vae = AutoencoderKL.from_pretrained(work / "out" / "vae", dtype=torch.float32)
    upscaler = load_upscaler(work / "out")
    assert upscaler is not None
    latents = vae.encode(to_tensor(shown)[None] * 2 - 1).latent_dist.mean
    wanted = upscaler((vae.decode(latents).sample / 2 + 0.5).clamp(0, 1)).clamp(0, 1) * 2 - 1
    (kept,) = artist.kept([shown])
    assert kept.shape == wanted[0].shape
    assert float((kept - wanted[0]).abs().mean()) < 0.02  # of bfloat16, where the processor multiplies that


def test_regions_are_measured_by_their_files(work: Path) -> None:
    """Whatever the model can: what is outside of a mask stays."""
    asked = Asked(Artist(work / "out", "cpu"), judge.Judge(eye.eye_for(SPRITES.concepts, None)), SPRITES, 1, 1)
    assert measures.regions(asked) == {"pixels outside of the mask are what they were": 1.0}


def test_the_sheet_shows_each_wish_over_its_words(work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In full rows: things, styles, media, settings, and what is drawn from pictures."""
    assert len(sheet.texts()) % sheet.ACROSS == 0
    monkeypatch.setattr(sheet, "texts", lambda: ["a cat", "an owl", *["a cat"] * (sheet.ACROSS - 2)])
    monkeypatch.setattr(sheet, "picture_rows", lambda artist: [rows.strength(artist)])
    assert sheet.main(["-o", str(tmp_path / "sheet.png"), "--model", str(work / "out")]) == 0
    with Image.open(tmp_path / "sheet.png") as picture:
        assert picture.size == (sheet.ACROSS * (sheet.SIDE + sheet.MARGIN), 2 * (sheet.SIDE + sheet.WORDS))


def test_rows_that_start_from_pictures_are_full(work: Path) -> None:
    """Strength, sketch, light, lines that it can follow, and each kind of reference that it has an adapter for."""
    artist = Artist(work / "out", "cpu")
    artist.facts = replace(artist.facts, steps=1)
    made = rows.picture_rows(artist)
    assert len(made) == 7
    assert all(len(words) == len(pictures) == sheet.ACROSS for words, pictures in made)
    artist.facts = replace(artist.facts, adapters=(), controls=())
    assert len(rows.picture_rows(artist)) == 3
