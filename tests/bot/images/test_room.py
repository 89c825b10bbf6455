"""Room for pictures: measured, refused, and there again."""

from pathlib import Path

import pytest

from bot.images.blobs import Blobs
from bot.images.room import Room


def of(folder: Path, most: int | None = None, reserve: int = 0) -> Room:
    """Of a folder as the bot keeps it."""
    return Room(folder / "blobs", folder / "fourup.db", most=most, reserve=reserve)


async def test_what_is_kept_is_measured(tmp_path: Path) -> None:
    """Pictures and the database with what SQLite keeps beside it; again after each change."""
    blobs, room = Blobs(tmp_path / "blobs"), of(tmp_path)
    await room.look()
    assert (room.used.pictures, room.used.database) == (0, 0)
    keys = [await blobs.put(bytes([number]) * 1000) for number in range(20)]
    (tmp_path / "fourup.db").write_bytes(b"x" * 50)
    (tmp_path / "fourup.db-wal").write_bytes(b"x" * 7)
    await room.look()
    assert (room.used.pictures, room.used.database) == (20_000, 57)
    assert await blobs.delete(keys[0], grace=0)
    await room.look()
    assert room.used.pictures == 19_000
    assert room.used.free > 0


async def test_what_the_host_allows_is_the_limit_until_there_is_room_again(tmp_path: Path) -> None:
    """Room that is there again is a little more than none."""
    blobs, room = Blobs(tmp_path / "blobs"), of(tmp_path, most=2500)
    keys = [await blobs.put(bytes([number]) * 1000) for number in range(2)]
    await room.look()
    assert room.is_open()
    keys.append(await blobs.put(b"third" * 200))
    await room.look()
    assert not room.is_open()
    assert await blobs.delete(keys[0], grace=0)
    await room.look()
    assert room.is_open()


@pytest.mark.parametrize(("free", "is_open"), [(999, False), (1000, True)])
async def test_some_of_the_disk_stays_free(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, is_open: bool
) -> None:
    """What others write there counts too."""
    monkeypatch.setattr("shutil.disk_usage", lambda _path: type("Usage", (), {"free": free}))
    room = of(tmp_path, reserve=1000)
    await room.look()
    assert room.is_open() is is_open


async def test_it_goes_neither_to_nor_fro(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once it was full, a tenth more has to be free."""
    room = of(tmp_path, reserve=1000)
    states = []
    for free in (900, 1050, 1100, 1050):
        monkeypatch.setattr("shutil.disk_usage", lambda _path, free=free: type("Usage", (), {"free": free}))
        await room.look()
        states.append(room.is_open())
    assert states == [False, False, True, True]


async def test_a_disk_that_cannot_be_measured_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is looked at again."""

    def fails(_path: Path) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("shutil.disk_usage", fails)
    room = of(tmp_path, reserve=1000)
    await room.look()
    assert room.is_open()
