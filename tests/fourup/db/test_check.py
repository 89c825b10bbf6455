"""`fourup db check`: what is lost, what is damaged, what lies about."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest
from rich.console import Console

from bot.store.tables import metadata
from fourup.db.check import check
from fourup.db.command import check_here
from fourup.db.opened import BLOB
from fourup.errors import AlreadyRunning, CannotCopy
from fourup.locks import one_folder
from fourup.settings import DATABASE
from tests.fourup.db.conftest import Kept

Said = Callable[[], str]


async def test_what_is_whole_is_said_to_be(kept: Kept, console: Console, said: Said) -> None:
    """With exit code 0."""
    assert check_here(kept.folder, console, is_deep=True, tidies=False) == 0
    assert said().splitlines()[-1] == "Nothing is missing of the 1 picture that it names."


async def test_pictures_that_are_gone_or_damaged_are_told(kept: Kept, console: Console, said: Said) -> None:
    """The damaged ones where every picture is read; with exit code 1."""
    second = await kept.drawn(b"second")
    third = await kept.drawn(b"third")
    kept.blobs.path(second).unlink()
    kept.blobs.path(third).write_bytes(b"thirl")
    assert check(kept.folder).damaged == ()
    assert check_here(kept.folder, console, is_deep=True, tidies=False) == 1
    told = said()
    assert f"1 of 3 pictures are missing: their jobs cannot be shown again.\n  {second}" in told
    assert f"1 pictures are damaged: their jobs cannot be shown again.\n  {third}" in told


async def test_what_lies_about_is_found_and_taken_away(kept: Kept, console: Console, said: Said) -> None:
    """Old files that nothing names, not those of the last hour, which may be named in a moment."""
    young, old = [await kept.blobs.put(content) for content in (b"young", b"old")]
    os.utime(kept.blobs.path(old), (0, 0))
    assert check_here(kept.folder, console, is_deep=False, tidies=False) == 0
    assert "1 files (0 KiB) that nothing names lie about" in said()
    assert check_here(kept.folder, console, is_deep=False, tidies=True) == 0
    assert not kept.blobs.path(old).exists()
    assert kept.blobs.path(young).exists()


async def test_nothing_is_taken_away_beside_a_bot(kept: Kept, console: Console) -> None:
    """Looking is allowed."""
    with one_folder(kept.folder):
        assert check_here(kept.folder, console, is_deep=False, tidies=False) == 0
        with pytest.raises(AlreadyRunning):
            check_here(kept.folder, console, is_deep=False, tidies=True)


async def test_rows_that_point_nowhere_are_told(kept: Kept) -> None:
    """As a program that knows no foreign keys leaves them."""
    with closing(sqlite3.connect(kept.folder / DATABASE)) as database:
        database.execute("delete from members")
        database.commit()
    assert "of jobs points at a row of members that is gone" in check(kept.folder).faults[0]


async def test_what_is_no_database_is_one_sentence(kept: Kept) -> None:
    """Nor one that is not there."""
    (kept.folder / DATABASE).write_bytes(b"no database at all" * 100)
    with pytest.raises(CannotCopy, match="cannot be read"):
        check(kept.folder)
    with pytest.raises(CannotCopy, match="There is no database at"):
        check(kept.folder / "elsewhere")


def test_every_column_that_names_a_blob_is_called_so() -> None:
    """What is called otherwise would be taken for what lies about."""
    columns = [column for table in metadata.tables.values() for column in table.columns]
    assert len([column for column in columns if column.name == BLOB]) >= 2
    assert [str(column) for column in columns if "blob" in column.name and column.name != BLOB] == []
