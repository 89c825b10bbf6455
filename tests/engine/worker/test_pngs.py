"""Finished pictures as files, and grids that are begun before their last picture is there."""

import io
import json
import random
from itertools import permutations
from pathlib import Path

import pytest
from PIL import Image

from bot.images.encode import encoded
from engine.png import BAND
from engine.worker import pngs
from engine.worker.pngs import Grid, filtered, to_png

TEXTS = {"fourup": "a", "parameters": "ein 🦊"}


def noise(width: int, height: int, number: int = 0) -> Image.Image:
    """No two are alike."""
    return Image.frombytes("RGB", (width, height), random.Random(number).randbytes(3 * width * height))


@pytest.mark.parametrize("size", [(1, 1), (64, 40), (3, 300)])
def test_a_file_holds_what_the_picture_shows(size: tuple[int, int]) -> None:
    """To the last bit, and the texts."""
    drawn = noise(*size)
    with Image.open(io.BytesIO(to_png(filtered(drawn), TEXTS))) as picture:
        assert (picture.format, picture.mode, picture.size) == ("PNG", "RGB", size)
        assert picture.tobytes() == drawn.tobytes()
        assert picture.info == TEXTS


@pytest.mark.parametrize("size", [(1, 1), (5, BAND), (24, BAND + 1), (40, 2 * BAND - 7)])
@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_a_grid_is_the_bots(tmp_path: Path, count: int, size: tuple[int, int]) -> None:
    """The same pixels and the same texts as of the grid that the bot makes of the files."""
    pictures = [noise(*size, number) for number in range(count)]
    paths = [tmp_path / f"{number}.png" for number in range(count)]
    grid = Grid(count)
    for number, (path, picture) in enumerate(zip(paths, pictures, strict=True)):
        path.write_bytes(to_png(filtered(picture), TEXTS | {"fourup": json.dumps({"seed": number, "picture": number})}))
        grid.put(number, filtered(picture))
    ours = Image.open(io.BytesIO(grid.file(TEXTS | {"fourup": json.dumps({"seed": 0, "picture": None})})))
    bots = Image.open(io.BytesIO(encoded(paths, None).content))
    assert (ours.format, ours.mode, ours.size) == ("PNG", "RGB", bots.size)
    assert ours.tobytes() == bots.tobytes()
    assert ours.info == bots.info


def test_the_order_in_which_pictures_come_is_all_the_same() -> None:
    """Each has its place."""
    pictures = [noise(20, 30, number) for number in range(4)]
    files = set()
    for order in permutations(range(4)):
        grid = Grid(4)
        for number in order:
            assert not grid.is_whole
            grid.put(number, filtered(pictures[number]))
        assert grid.is_whole
        files.add(grid.file(TEXTS))
    assert len(files) == 1


def test_a_line_is_written_as_soon_as_it_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """And after the last picture only the last line is left."""
    written: list[tuple[int, int]] = []
    write_band = pngs.write_band

    def noted(pixels: pngs.Pixels, top: int, bottom: int) -> pngs.Band:
        written.append((top, bottom))
        return write_band(pixels, top, bottom)

    class AtOnce:
        def submit(self, *call: object) -> pngs.Future[pngs.Band]:
            done: pngs.Future[pngs.Band] = pngs.Future()
            done.set_result(call[0](*call[1:]))  # type: ignore[operator]
            return done

    drawn = [filtered(noise(8, BAND + 2, number)) for number in range(4)]
    monkeypatch.setattr(pngs, "write_band", noted)
    monkeypatch.setattr(pngs, "_threads", AtOnce())
    grid = Grid(4)
    counts = []
    for number in (0, 2, 1, 3):
        grid.put(number, drawn[number])
        counts.append(len(written))
    assert counts == [0, 0, 2, 4]
    height = BAND + 2
    assert written == [(0, BAND), (BAND, height), (height, height + BAND), (height + BAND, 2 * height)]


def test_a_grid_with_a_gap_is_none() -> None:
    """Nobody takes black for a picture."""
    grid = Grid(3)
    with pytest.raises(ValueError, match="0 of 3 pictures"):
        grid.file({})
    grid.put(0, filtered(noise(2, 2)))
    grid.put(2, filtered(noise(2, 2)))
    with pytest.raises(ValueError, match="2 of 3 pictures"):
        grid.file({})
