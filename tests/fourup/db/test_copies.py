"""`fourup db backup` and `restore`: a copy is whole, is made beside a running bot, and can be put back."""

import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from rich.console import Console

from bot.store.store import open_store
from fourup.db.backup import backup
from fourup.db.check import check
from fourup.db.command import backup_here, restore_here, upgrade_here
from fourup.errors import AlreadyRunning, CannotCopy
from fourup.locks import one_folder
from fourup.settings import DATABASE
from tests.fourup.db.conftest import Kept

Said = Callable[[], str]


async def test_a_copy_is_made_beside_a_writing_bot(kept: Kept, tmp_path: Path) -> None:
    """What is committed before is in it, with its picture; whoever is in the middle of writing is not disturbed."""
    target = tmp_path / "copy"
    async with open_store(kept.folder / DATABASE, time.time) as store:
        await kept.draw(store, b"second")
        with closing(sqlite3.connect(kept.folder / DATABASE, isolation_level=None)) as writer:
            writer.execute("begin immediate")
            writer.execute("delete from pictures")
            copied = backup(kept.folder, target)
            writer.execute("rollback")
        await kept.draw(store, b"third")
    assert (copied.pictures, copied.new, copied.missing) == (2, 2, 0)
    report = check(target, is_deep=True)
    assert report.is_well
    assert report.named == 2
    assert not list(target.glob("*-wal"))


async def test_the_next_copy_adds_what_is_new_and_takes_what_was_forgotten(kept: Kept, tmp_path: Path) -> None:
    """So that it takes no longer than it has to, and forgetting reaches the copies."""
    target = tmp_path / "copy"
    backup(kept.folder, target)
    second = await kept.drawn(b"second")
    with closing(sqlite3.connect(kept.folder / DATABASE)) as database:
        database.execute("delete from pictures where blob != ?", (second,))
        database.commit()
    copied = backup(kept.folder, target)
    assert (copied.pictures, copied.new, copied.removed) == (1, 1, 1)
    assert check(target, is_deep=True).orphans == ()


async def test_a_picture_that_is_gone_is_told_and_keeps_nothing_else_back(kept: Kept, tmp_path: Path) -> None:
    """It may have been forgotten while the copy was made."""
    second = await kept.drawn(b"second")
    kept.blobs.path(second).unlink()
    copied = backup(kept.folder, tmp_path / "copy")
    assert (copied.pictures, copied.missing) == (1, 1)


async def test_a_copy_is_put_back_and_nothing_is_lost(kept: Kept, console: Console, said: Said, tmp_path: Path) -> None:
    """What was there is set aside, with what SQLite keeps beside it."""
    backup_here(kept.folder, tmp_path / "copy", console, has_pictures=True)
    assert "1 picture, 1 of them new" in said()
    await kept.drawn(b"second")
    shutil.rmtree(kept.folder / "blobs")
    restore_here(tmp_path / "copy", kept.folder, console)
    (aside,) = kept.folder.glob("replaced-*")
    assert str(aside) in said()
    assert check(kept.folder, is_deep=True).is_well
    assert check(kept.folder).named == 1
    shutil.copytree(kept.folder / "blobs", aside / "blobs")
    assert check(aside).named == 2


async def test_what_was_to_be_posted_is_looked_for_first(kept: Kept, tmp_path: Path) -> None:
    """After a restore it may stand there already."""
    backup(kept.folder, tmp_path / "copy")
    restore_here(tmp_path / "copy", kept.folder, Console(quiet=True))
    async with open_store(kept.folder / DATABASE, time.time) as store:
        (delivery,) = await store.outbox.due()
    assert delivery.first_tried_at == pytest.approx(delivery.due_at)
    assert delivery.tries == 1


async def test_nothing_is_put_back_beside_a_bot(kept: Kept, tmp_path: Path) -> None:
    """It would go on writing into what was set aside."""
    backup(kept.folder, tmp_path / "copy")
    before = (kept.folder / DATABASE).read_bytes()
    with one_folder(kept.folder), pytest.raises(AlreadyRunning):
        restore_here(tmp_path / "copy", kept.folder, Console(quiet=True))
    assert (kept.folder / DATABASE).read_bytes() == before


@pytest.mark.parametrize("broken", ["page", "later", "foreign", "absent"])
async def test_a_copy_that_is_not_whole_changes_nothing(kept: Kept, tmp_path: Path, broken: str) -> None:
    """Nor one of a later Fourup, nor another program's."""
    target = tmp_path / "copy"
    backup(kept.folder, target)
    path = target / DATABASE
    if broken == "page":
        size = path.stat().st_size
        with path.open("r+b") as file:
            file.seek(size // 2)
            file.write(b"\xff" * (size // 2))
    elif broken == "absent":
        path.unlink()
    else:
        with closing(sqlite3.connect(path)) as database:
            database.execute(
                {"later": "update alembic_version set version_num = '9999'"}.get(broken, "drop table alembic_version")
            )
            database.commit()
    before = (kept.folder / DATABASE).read_bytes()
    with pytest.raises(CannotCopy):
        restore_here(target, kept.folder, Console(quiet=True))
    assert (kept.folder / DATABASE).read_bytes() == before
    assert not list(kept.folder.glob("replaced-*"))


async def test_a_copy_needs_room_and_a_place_outside(
    kept: Kept, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Each with its sentence; an earlier copy stays as it was."""
    with pytest.raises(CannotCopy, match="would go with it"):
        backup(kept.folder, kept.folder / "copy")
    backup(kept.folder, tmp_path / "copy")
    await kept.drawn(b"second")
    monkeypatch.setattr("shutil.disk_usage", lambda _path: type("Usage", (), {"free": 0}))
    with pytest.raises(CannotCopy, match="make room"):
        backup(kept.folder, tmp_path / "copy")
    assert check(tmp_path / "copy").named == 1


def test_a_database_is_made_and_brought_up_to_date(bare_host: Path, console: Console, said: Said) -> None:
    """The second time there is nothing to do."""
    folder = bare_host / "new"
    upgrade_here(folder, console)
    assert "was brought from nothing up to date" in said()
    upgrade_here(folder, console)
    assert "is up to date: revision" in said()
