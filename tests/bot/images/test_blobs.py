"""Files named by what is in them."""

import asyncio
import os
import time
from hashlib import sha256
from pathlib import Path

import pytest

from bot.images.blobs import Blobs
from bot.images.errors import PictureGone


@pytest.fixture
def blobs(tmp_path: Path) -> Blobs:
    """An empty folder of them, which is not there yet."""
    return Blobs(tmp_path / "data" / "blobs")


def files_of(folder: Path) -> list[Path]:
    """All that is in it."""
    return [path for path in folder.rglob("*") if path.is_file()]


async def test_what_is_put_is_found_by_its_sum(blobs: Blobs, tmp_path: Path) -> None:
    """Whether it came as bytes or as a file; twice the same is one file."""
    content = os.urandom(3_000_000)
    (tmp_path / "a.png").write_bytes(content)
    key = await blobs.put(content)
    assert key == sha256(content).hexdigest() == await blobs.put_file(tmp_path / "a.png") == await blobs.put(content)
    assert await blobs.get(key) == content
    assert files_of(tmp_path / "data") == [blobs.path(key)]


async def test_sizes_are_of_what_is_there(blobs: Blobs) -> None:
    """What was deleted takes nothing."""
    keys = [await blobs.put(b"a" * length) for length in (3, 40, 500)]
    await blobs.delete(keys[1], grace=0.0)
    assert await blobs.size(keys) == 503
    with pytest.raises(ValueError, match="no key"):
        await blobs.size(["../fourup.db"])


async def test_a_file_put_first_is_found_too(blobs: Blobs, tmp_path: Path) -> None:
    """And stays where it was as well."""
    (tmp_path / "a.png").write_bytes(b"a")
    key = await blobs.put_file(tmp_path / "a.png")
    assert await blobs.get(key) == b"a"
    assert (tmp_path / "a.png").exists()


async def test_many_at_a_time_are_each_whole(blobs: Blobs, tmp_path: Path) -> None:
    """The same and different ones; nothing unfinished is left."""
    contents = [bytes([number % 3]) * 100_000 for number in range(12)]
    keys = await asyncio.gather(*(blobs.put(content) for content in contents))
    assert [await blobs.get(key) for key in keys] == contents
    assert len(files_of(tmp_path / "data")) == 3


async def test_what_is_gone_is_said_to_be(blobs: Blobs, tmp_path: Path) -> None:
    """A blob, and a file that was to be one."""
    for gone in (blobs.get("0" * 64), blobs.put_file(tmp_path / "nowhere.png")):
        with pytest.raises(PictureGone, match="is not where it was kept"):
            await gone
    assert not files_of(tmp_path / "data")


@pytest.mark.parametrize("key", ["", "../../etc/passwd", "0" * 63, "0" * 64 + "/x", "A" * 64, "0" * 64 + "\n"])
def test_only_a_key_is_a_place(blobs: Blobs, key: str) -> None:
    """No name leads out of the folder."""
    with pytest.raises(ValueError, match="no key of a blob"):
        blobs.path(key)


async def test_what_was_just_put_cannot_be_deleted(blobs: Blobs) -> None:
    """Its job may not be in the database yet; putting it again starts the time anew."""
    key = await blobs.put(b"a")
    assert not await blobs.delete(key)
    before = time.time() - 7200
    os.utime(blobs.path(key), (before, before))
    await blobs.put(b"a")
    assert not await blobs.delete(key)
    os.utime(blobs.path(key), (before, before))
    assert await blobs.delete(key)
    assert not await blobs.delete(key)
    assert not blobs.path(key).exists()


async def test_what_a_kill_left_unfinished_goes(blobs: Blobs, tmp_path: Path) -> None:
    """With the first put; what was begun since then stays."""
    folder = tmp_path / "data" / "blobs"
    folder.mkdir(parents=True)
    old, young = folder / "unfinished-old", folder / "unfinished-young"
    for path in (old, young):
        path.touch()
    os.utime(old, (time.time() - 2, time.time() - 2))
    os.utime(young, (time.time() + 2, time.time() + 2))
    key = await blobs.put(b"a")
    assert set(files_of(folder)) == {young, blobs.path(key)}


async def test_a_disk_that_is_full_leaves_nothing_behind(
    blobs: Blobs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file is whole or not there."""

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        await blobs.put(b"a")
    assert not files_of(tmp_path / "data")
