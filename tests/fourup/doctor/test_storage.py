"""What doctor says of folders and of the database in one of them."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from bot.store.store import open_store
from fourup.doctor import storage
from fourup.settings import Storage


@pytest.mark.parametrize(("most", "status"), [(None, "ok"), (1000, "ok"), (105, "warn"), (99, "fail")])
def test_what_is_kept_is_held_against_what_may_be(bare_host: Path, most: int | None, status: str) -> None:
    """Before the bot takes no new jobs any more, and when it does not."""
    blobs = bare_host / "blobs" / "ab"
    blobs.mkdir(parents=True)
    (blobs / "picture").write_bytes(bytes(100))
    (finding,) = storage.quota(Storage(folder=bare_host, max=most, reserve=0))
    assert (finding.name, finding.status) == ("room", status)
    assert status == "ok" or "storage.max" in finding.cure


@pytest.mark.parametrize(("free", "status"), [(10 * 1024**3, "ok"), (1024**3, "warn"), (1024**2, "fail")])
def test_little_room_is_told(bare_host: Path, monkeypatch: pytest.MonkeyPatch, free: int, status: str) -> None:
    """Before it is gone, with the key that names another place."""
    usage = type("Usage", (), {"free": free})
    monkeypatch.setattr("shutil.disk_usage", lambda _path: usage)
    finding = storage.disk(bare_host / "not" / "there" / "yet", "storage.folder")
    assert finding.status == status
    assert status == "ok" or "storage.folder" in finding.cure


def test_the_folder_for_data_can_be_made_or_written(bare_host: Path) -> None:
    """A file in its place fails."""
    assert storage.writable(bare_host / "new" / "deep", "storage.folder").message.endswith("can be made")
    assert storage.writable(bare_host, "storage.folder").message.endswith("can be written to")
    (bare_host / "file").touch()
    assert storage.writable(bare_host / "file", "storage.folder").status == "fail"
    assert storage.writable(bare_host / "file" / "below", "storage.folder").status == "fail"


async def test_a_database_is_looked_at_while_a_bot_has_it(bare_host: Path) -> None:
    """It is whole, and not changed by looking."""
    path = bare_host / "fourup.db"
    assert "the first start makes it" in storage.database(path).message
    async with open_store(path, time.time):
        finding = storage.database(path)
    assert (finding.status, finding.message) == ("ok", f"{path} is whole, with 0 jobs")


async def test_a_database_of_another_fourup_is_told(bare_host: Path) -> None:
    """An earlier one's is brought up to date by the next start, a later one's cannot be used."""
    path = bare_host / "fourup.db"
    async with open_store(path, time.time):
        pass
    for revision, status, told in (("0001", "ok", "brings it up to date"), ("9999", "fail", "a later Fourup")):
        with closing(sqlite3.connect(path)) as database:
            database.execute("update alembic_version set version_num = ?", (revision,))
            database.commit()
        finding = storage.database(path)
        assert finding.status == status
        assert told in finding.message


async def test_a_broken_database_is_told_with_the_way_back(bare_host: Path) -> None:
    """Be it no database at all, or one with a page that was overwritten."""
    path = bare_host / "fourup.db"
    path.write_bytes(b"no database" * 1000)
    assert storage.database(path).status == "fail"
    path.unlink()
    async with open_store(path, time.time):
        pass
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(size // 2)
        file.write(b"\xff" * (size // 2))
    finding = storage.database(path)
    assert finding.status == "fail"
    assert "your last good copy" in finding.cure
