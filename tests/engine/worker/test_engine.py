"""The engine as its process sees it: jobs go in, events come out, pictures lie in files."""

import errno
import io
import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from PIL import Image

from bot.images.encode import encoded
from engine.families import Ask
from engine.families.pixels import to_picture, to_tensor
from engine.families.sd15 import Sd15
from engine.plan.plan import Plan, Refining
from engine.protocol import Event, Failed, Loading, Picture, Progress, Rendered, RenderRequest, Role, Started, Text
from engine.recipe import read
from engine.worker.engine import Engine, Habits
from engine.worker.loop import Loop
from engine.worker.models import LOADERS, Model
from engine.worker.pngs import Grid
from engine.worker.rows import rows_of
from tests.engine.plans import difference, draw, finish, pixels, plan, sees

PATIENCE = 30  # seconds; a tiny picture takes less than one


class Told:
    """What the engine said, and a way to wait for it."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self._changed = threading.Condition()

    def __call__(self, event: Event) -> None:
        with self._changed:
            self.events.append(event)
            self._changed.notify_all()

    def of(self, job_id: str) -> list[Event]:
        """All of one job, but that its model is loaded."""
        return [event for event in self.events if event.job_id == job_id and not isinstance(event, Loading)]

    def wait(self, is_so: Callable[[Event], bool]) -> Any:
        """The first event of which this is so."""
        with self._changed:
            assert self._changed.wait_for(lambda: any(map(is_so, self.events)), PATIENCE), self.events
            return next(filter(is_so, self.events))

    def end(self, job_id: str) -> Any:
        """The job's last event."""
        return self.wait(lambda event: event.job_id == job_id and isinstance(event, Rendered | Failed))


class Gated:
    """The family, whose forward passes wait while a test holds the gate; it notes which thread does what."""

    def __init__(self, family: Sd15) -> None:
        self._family = family
        self.open = threading.Event()
        self.open.set()
        self.entered = threading.Event()
        self.threads: dict[str, set[str]] = {}
        self.failing: dict[str, Exception | Callable[[], object]] = {}
        """What goes wrong the next time: an error to raise, or something to do that raises it."""
        self.is_sparing = False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._family, name)

    def encode(self, *given: Any) -> Any:
        self._note("encode")
        return self._family.encode(*given)

    def decode(self, *given: Any, tile: bool) -> Any:
        self._note("decode")
        return self._family.decode(*given, tile=tile)

    def denoise(self, noisy: torch.Tensor, asks: Sequence[Ask], *, tile: bool) -> torch.Tensor:
        self.entered.set()
        assert self.open.wait(PATIENCE)
        self._note("denoise")
        return self._family.denoise(noisy, asks, tile=tile)

    def spare(self) -> None:
        self.is_sparing = True

    def hold(self) -> None:
        """Let the next forward pass wait, and be there when it does."""
        self.entered.clear()
        self.open.clear()

    def _note(self, what: str) -> None:
        self.threads.setdefault(what, set()).add(threading.current_thread().name.partition("_")[0])
        failing = self.failing.pop(what, None)
        if isinstance(failing, Exception):
            raise failing
        if failing is not None:
            failing()


@pytest.fixture
def gated(family: Sd15, monkeypatch: pytest.MonkeyPatch) -> Any:
    """In the place of the family that the engine would load."""
    gate = Gated(family)
    monkeypatch.setitem(LOADERS, "sd15", lambda *_, **__: gate)
    return gate


@pytest.fixture
def told() -> Told:
    """Nothing yet."""
    return Told()


@pytest.fixture
def engine(gated: Any, told: Told, tiny_sd15: Path, tmp_path: Path) -> Iterator[Engine]:
    """Running."""
    models = {"tiny": Model("sd15", tiny_sd15)}
    with Engine(models, "cpu", tmp_path / "out", told, Habits(64)) as running:
        yield running
        gated.open.set()


def request(job_id: str) -> RenderRequest:
    """What was asked for."""
    return RenderRequest(job_id, (Text("red cat"),), prompt="red cat --seed 1")


def submit(engine: Engine, job_id: str, asked: Plan) -> None:
    """Hand in a job."""
    engine.submit(request(job_id), asked)


def opened(picture: Picture) -> torch.Tensor:
    """What the file holds, (height, width, 3) in [0, 1]."""
    with Image.open(picture.path) as image:
        assert image.size == (picture.width, picture.height)
        return to_tensor(image).permute(1, 2, 0)


def test_a_job_is_told_from_its_start_to_its_pictures(engine: Engine, told: Told, gated: Any) -> None:
    """Started, progress that rises to all of it, and the pictures of its seeds in their order."""
    asked = plan(seeds=[1, 2, 3, 4], steps=8)
    submit(engine, "job", asked)
    rendered = told.end("job")
    first, *between, last = told.of("job")
    assert (first, last) == (Started("job"), rendered)
    fractions = [event.fraction for event in between if isinstance(event, Progress)]
    assert len(fractions) == len(between)
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1
    assert [picture.seed for picture in rendered.pictures] == [1, 2, 3, 4]
    assert rendered.gpu_seconds > 0
    for picture, drawn in zip(rendered.pictures, draw(gated, asked), strict=True):
        assert difference(opened(picture), torch.from_numpy(drawn)) < 0.6 / 255


def test_previews_show_the_grid_so_far(engine: Engine, told: Told) -> None:
    """Small, of the grid's shape, and a WebP as Midjourney's are."""
    submit(engine, "job", plan(seeds=[1, 2, 3], width=96, steps=12))
    preview = told.wait(lambda event: isinstance(event, Progress) and event.preview is not None)
    with Image.open(preview.preview) as image:
        assert (image.size, image.format) == ((96, 64), "WEBP")
    assert isinstance(told.end("job"), Rendered)


def test_refined_pictures_are_what_their_first_round_leads_to(engine: Engine, told: Told, gated: Any) -> None:
    """`--hd`: each enlarged and drawn over, to the pixel as if it had been handed in to be; progress counts both."""
    asked = plan(seeds=[1, 2, 3], steps=8, refining=Refining(96, 96, 0.4, 2.0))
    submit(engine, "job", asked)
    rendered = told.end("job")
    assert [(each.width, each.height, each.seed) for each in rendered.pictures] == [(96, 96, n) for n in (1, 2, 3)]
    fractions = [event.fraction for event in told.of("job") if isinstance(event, Progress)]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1
    assert 0 < fractions[0] < 0.1
    second = asked.second_round(1, "first round")
    first = to_picture(torch.from_numpy(draw(gated, asked)[1]).permute(2, 0, 1))
    (row,) = rows_of("other", second, gated.encode(second, {"first round": first}), gated, 64)
    loop = Loop(row_budget=64)
    loop.add([row])
    finish(loop)
    assert difference(opened(rendered.pictures[1]), torch.from_numpy(pixels(row))) < 0.6 / 255


def test_a_refined_job_can_be_cancelled_between_its_rounds(engine: Engine, told: Told, gated: Any) -> None:
    """And stopped early, it is only enlarged."""
    gated.failing["decode"] = lambda: engine.cancel("unwanted")
    submit(engine, "unwanted", plan(seeds=[1, 2], refining=Refining(96, 96, 0.4, 2.0)))
    assert told.end("unwanted") == Failed("unwanted", "cancelled", "The job was cancelled.")
    submit(engine, "stopped", plan(seeds=[1], steps=8, stop_after=2, refining=Refining(96, 96, 0.1, 0.2)))
    (picture,) = told.end("stopped").pictures
    assert (picture.width, picture.height) == (96, 96)
    assert engine.capabilities().free_rows == 64


def test_a_picture_carries_its_recipe(engine: Engine, told: Told) -> None:
    """In the file itself, also as others read it."""
    submit(engine, "job", plan(seeds=[1, 2]))
    path = told.end("job").pictures[1].path
    with Image.open(path) as image:
        recipe = read(image.info)
        assert recipe is not None
        assert (recipe.prompt, recipe.job_id, recipe.seed, recipe.picture) == ("red cat --seed 1", "job", 2, 1)
        assert len(recipe.model_hash) == 64
        assert "Steps: 6" in image.info["parameters"]


@pytest.mark.parametrize("count", [2, 3, 4])
def test_a_job_has_its_pictures_put_together(engine: Engine, told: Told, count: int) -> None:
    """Pixels and recipe are those of the grid that the bot makes of the files."""
    submit(engine, "job", plan(seeds=range(5, 5 + count), width=96, steps=2))
    rendered = told.end("job")
    ours = Image.open(rendered.grid)
    bots = Image.open(io.BytesIO(encoded([Path(each.path) for each in rendered.pictures], None).content))
    assert ours.format == "PNG"
    assert (ours.size, ours.tobytes(), ours.info) == (bots.size, bots.tobytes(), bots.info)
    recipe = read(ours.info)
    assert recipe is not None
    assert (recipe.seed, recipe.picture) == (5, None)


def test_where_there_is_no_grid_the_pictures_are_all_there(
    engine: Engine, told: Told, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """One picture is no grid, and one that the disk does not take is not named."""
    submit(engine, "one", plan(steps=2))
    assert told.end("one").grid is None
    submit(engine, "refined", plan(seeds=[1, 2], steps=4, refining=Refining(96, 96, 0.4, 2.0)))
    with Image.open(told.end("refined").grid) as grid:
        assert grid.size == (192, 96)

    def full(_grid: Grid, _texts: object) -> bytes:
        raise OSError("No space left on device")

    monkeypatch.setattr(Grid, "file", full)
    submit(engine, "full", plan(seeds=[1, 2], steps=2))
    rendered = told.end("full")
    assert (len(rendered.pictures), rendered.grid) == (2, None)
    assert "No grid of job full" in caplog.text


def test_encoding_and_decoding_keep_out_of_the_loops_way(engine: Engine, told: Told, gated: Any) -> None:
    """Each in its own thread, so that others' steps go on meanwhile."""
    submit(engine, "job", plan())
    told.end("job")
    assert gated.threads == {"encode": {"studio"}, "denoise": {"loop"}, "decode": {"studio"}}


def test_jobs_are_drawn_side_by_side(engine: Engine, told: Told, gated: Any) -> None:
    """A short one is done before a long one that came first, and each ends once."""
    gated.hold()
    submit(engine, "long", plan(steps=30))
    submit(engine, "short", plan(steps=2, seeds=[5]))
    submit(engine, "same", plan(steps=2, seeds=[5], width=96))
    assert gated.entered.wait(PATIENCE)
    gated.open.set()
    assert all(isinstance(told.end(job_id), Rendered) for job_id in ("long", "short", "same"))
    ends = [event.job_id for event in told.events if isinstance(event, Rendered)]
    assert sorted(ends) == ["long", "same", "short"]
    assert ends[-1] == "long"


def test_a_cancelled_job_ends_and_leaves_no_trace_in_others(engine: Engine, told: Told, gated: Any) -> None:
    """In the middle of a step that it shares."""
    gated.hold()
    submit(engine, "unwanted", plan(seeds=[1, 2, 3, 4], steps=30))
    submit(engine, "wanted", plan(seeds=[7], steps=6))
    assert gated.entered.wait(PATIENCE)
    engine.cancel("unwanted")
    assert told.end("unwanted").kind == "cancelled"
    assert engine.capabilities().free_rows >= 62
    gated.open.set()
    picture = told.end("wanted").pictures[0]
    assert difference(opened(picture), torch.from_numpy(draw(gated, plan(seeds=[7]))[0])) < 0.6 / 255
    engine.cancel("unwanted")
    engine.cancel("wanted")
    engine.cancel("never heard of")
    assert len([event for event in told.events if isinstance(event, Rendered | Failed)]) == 2


def test_a_job_cancelled_before_its_first_step_takes_none(engine: Engine, told: Told, gated: Any) -> None:
    """Nothing is encoded or drawn for it."""
    held = threading.Event()
    gated.failing["encode"] = lambda: held.wait(PATIENCE)
    submit(engine, "first", plan(steps=2))
    submit(engine, "second", plan())
    engine.cancel("second")
    held.set()
    told.end("first")
    assert [type(event) for event in told.of("second")] == [Failed]


def test_one_picture_of_a_grid_can_be_cancelled(engine: Engine, told: Told, gated: Any) -> None:
    """The others are what they would have been; the last one takes the job with it."""
    gated.hold()
    submit(engine, "job", plan(seeds=[1, 2, 3]))
    assert gated.entered.wait(PATIENCE)
    engine.cancel("job", 1)
    gated.open.set()
    rendered = told.end("job")
    pictures = rendered.pictures
    assert rendered.grid is None
    assert [picture.seed for picture in pictures] == [1, 3]
    expected = draw(gated, plan(seeds=[1, 2, 3]))
    assert difference(opened(pictures[1]), torch.from_numpy(expected[2])) < 0.6 / 255
    gated.hold()
    submit(engine, "pair", plan(seeds=[1, 2]))
    engine.cancel("pair", 0)
    engine.cancel("pair", 1)
    assert told.end("pair").kind == "cancelled"


def test_pictures_come_from_files(engine: Engine, told: Told, gated: Any, tmp_path: Path) -> None:
    """Turned as the camera was held, and white where they are transparent."""
    upright = Image.linear_gradient("L").convert("RGB")
    exif = Image.Exif()
    exif[0x0112] = 6  # turn by 90 degrees clockwise
    upright.rotate(90).save(tmp_path / "turned.png", exif=exif)
    Image.new("RGBA", (64, 64), (0, 0, 0, 0)).save(tmp_path / "clear.png")
    for name, picture in (("turned", upright), ("clear", Image.new("RGB", (64, 64), "white"))):
        picture.save(tmp_path / "plain.png")
        for path in (f"{name}.png", "plain.png"):
            reference = replace(sees("red"), path=str(tmp_path / path))
            submit(engine, f"{name} {path}", plan(references=(reference,), start=reference.path, start_sigma=2.0))
        pair = [told.end(f"{name} {path}").pictures[0] for path in (f"{name}.png", "plain.png")]
        assert difference(*map(opened, pair)) < 1.5 / 255


@pytest.mark.parametrize("content", [None, b"", b"GIF89a", b"<svg/>", b"\x89PNG\r\n\x1a\n" + bytes(40)], ids=str)
def test_a_picture_that_cannot_be_read_is_refused(
    engine: Engine, told: Told, tmp_path: Path, content: bytes | None
) -> None:
    """With a sentence for the member; the next job is drawn."""
    path = tmp_path / "picture"
    if content is not None:
        path.write_bytes(content)
    submit(engine, "bad", plan(start=str(path), start_sigma=1.0))
    submit(engine, "good", plan(steps=2))
    refused = told.end("bad")
    assert (refused.kind, refused.reason[:26]) == ("refused", "One of the pictures cannot")
    assert isinstance(told.end("good"), Rendered)


def test_a_picture_of_too_many_pixels_is_refused_unread(engine: Engine, told: Told, tmp_path: Path) -> None:
    """What is small as a file can fill the memory."""
    Image.new("1", (9000, 8000)).save(tmp_path / "bomb.png")
    submit(engine, "bomb", plan(references=(replace(sees("red"), path=str(tmp_path / "bomb.png")),)))
    assert "64 megapixels" in told.end("bomb").reason


def test_a_full_disk_is_no_fault_of_the_jobs(engine: Engine, told: Told, gated: Any) -> None:
    """It is handed back to be drawn when there is room; the next one is drawn."""
    gated.failing["decode"] = OSError(errno.ENOSPC, "No space left on device")
    submit(engine, "first", plan(steps=2))
    found = told.end("first")
    assert (found.kind, found.reason) == ("unavailable", "The disk is full.")
    gated.failing.clear()
    submit(engine, "second", plan(steps=2))
    assert isinstance(told.end("second"), Rendered)


def test_a_picture_that_does_not_fit_whole_is_decoded_part_by_part(engine: Engine, told: Told, gated: Any) -> None:
    """It is drawn, and only where it does not fit even so the job says so; the next one is drawn."""
    gated.failing["decode"] = torch.OutOfMemoryError("CUDA out of memory")
    submit(engine, "large", plan(steps=2))
    assert isinstance(told.end("large"), Rendered)
    assert gated.is_sparing

    def twice() -> None:
        gated.failing["decode"] = MemoryError()
        raise MemoryError

    gated.failing["decode"] = twice
    submit(engine, "larger", plan(steps=2))
    assert told.end("larger").kind == "memory"
    submit(engine, "next", plan(steps=2))
    assert isinstance(told.end("next"), Rendered)


@pytest.mark.parametrize("what", ["encode", "denoise"])
@pytest.mark.parametrize(
    "failing",
    [lambda: torch.empty(1 << 50), torch.OutOfMemoryError("CUDA out of memory"), MemoryError()],
    ids=["CPU", "CUDA", "Python"],
)
def test_out_of_memory_ends_the_job_and_not_the_engine(
    engine: Engine, told: Told, gated: Any, what: str, failing: Any
) -> None:
    """Wherever it happens, the job says so and the next one is drawn; what is encoded is tried again in parts."""

    def twice() -> None:
        gated.failing[what] = failing
        if isinstance(failing, Exception):
            raise failing
        failing()

    gated.failing[what] = twice if what == "encode" else failing
    submit(engine, "large", plan(steps=2))
    assert told.end("large").kind == "memory"
    submit(engine, "next", plan(steps=2))
    assert isinstance(told.end("next"), Rendered)


@pytest.mark.parametrize("what", ["encode", "denoise", "decode"])
def test_what_nobody_foresaw_is_logged_with_the_job(
    engine: Engine, told: Told, gated: Any, what: str, caplog: pytest.LogCaptureFixture
) -> None:
    """The member gets a calm sentence with the job's id, the host the rest; the engine goes on."""
    gated.failing[what] = RuntimeError("the moon is full")
    with caplog.at_level(logging.ERROR):
        submit(engine, "job 7", plan(steps=2))
        failed = told.end("job 7")
    assert failed.kind == "fault"
    assert "job 7" in failed.reason
    assert "moon" not in failed.reason
    assert "job 7" in caplog.text
    assert "the moon is full" in caplog.text
    submit(engine, "next", plan(steps=2))
    assert isinstance(told.end("next"), Rendered)


def test_a_job_that_is_being_drawn_is_not_taken_twice(engine: Engine, told: Told, gated: Any) -> None:
    """When it is done it may come again."""
    gated.hold()
    submit(engine, "job", plan(steps=2))
    with pytest.raises(ValueError, match="is being drawn"):
        submit(engine, "job", plan(steps=2))
    gated.open.set()
    told.end("job")
    submit(engine, "job", plan(steps=2))


def test_capabilities_tell_what_can_be_taken(engine: Engine, told: Told, gated: Any) -> None:
    """Rows of the model's own size, of which a guided one weighs two."""
    before = engine.capabilities()
    assert (before.models, before.device, before.row_budget, before.free_rows) == (("tiny",), "cpu", 64, 64)
    assert before.seconds_per_row_step is None
    gated.hold()
    submit(engine, "job", plan(seeds=[1, 2, 3, 4]))
    submit(engine, "large", plan(width=128, height=128, guidance=1.0))
    assert engine.capabilities().free_rows == 64 - 8 - 4, "counted from the first"
    assert gated.entered.wait(PATIENCE)
    engine.cancel("job", 2)
    assert engine.capabilities().free_rows == 64 - 6 - 4
    gated.open.set()
    told.end("large")
    told.end("job")
    assert engine.capabilities().free_rows == 64
    after = engine.capabilities().seconds_per_row_step
    assert after is not None
    assert after > 0


def test_facts_are_read_from_the_models_files(engine: Engine) -> None:
    """What a plan is made from."""
    facts = engine.facts("tiny")
    assert (facts.model, facts.family, facts.size) == ("tiny", "sd15", 64)
    assert {adapter.role for adapter in facts.adapters} == {Role.IMAGE, Role.CHARACTER}


def test_closing_leaves_no_thread_behind(gated: Any, told: Told, tiny_sd15: Path, tmp_path: Path) -> None:
    """Whatever is unfinished."""
    before = set(threading.enumerate())
    with Engine({"tiny": Model("sd15", tiny_sd15)}, "cpu", tmp_path, told) as engine:
        engine.load("tiny")
        submit(engine, "job", plan(steps=500))
        told.wait(lambda event: isinstance(event, Progress))
    assert set(threading.enumerate()) == before
    assert told.of("job")[-1].fraction < 1
