"""Databases brought up to date."""

import asyncio
import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Table, create_engine
from sqlalchemy.schema import CreateIndex, CreateTable

from bot.store.engine import Database, make_engine
from bot.store.errors import StoreNewer
from bot.store.migrate import is_up_to_date, migrate
from bot.store.revisions import SCRIPTS, configuration, newest_revision
from bot.store.store import open_store
from bot.store.tables import metadata
from tests.bot.store.conftest import START, make


def shape(connection: Connection) -> dict[str, list[str]]:
    """Each table's and index's definition, clause by clause in any order, without alembic's own."""
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").all()
    return {name: sorted(clauses(sql)) for name, sql in rows if name != "alembic_version"}


def clauses(sql: str) -> list[str]:
    """The lines of a definition; SQLite writes columns that were added later behind the last, in its line."""
    return [line.strip().rstrip(",") for line in re.split(r"\n|, (?=[a-z_]+ [A-Z])", sql) if line.strip()]


async def test_migrations_make_the_tables_that_the_code_knows(path: Path) -> None:
    """Column for column, constraint for constraint, index for index with its condition."""
    path.parent.mkdir()
    await migrate(path)
    declared = create_engine("sqlite://")
    with declared.begin() as connection:
        metadata.create_all(connection)
        expected = shape(connection)
    database = Database(make_engine(path), lambda: START)
    assert await database.read(shape) == expected
    assert await database.read(_differences) == []
    await database.close()
    assert expected.keys() >= {"jobs", "ix_jobs_waiting", "uq_jobs_upscaled"}


async def test_that_nothing_is_to_be_done_is_seen_without_alembic(path: Path) -> None:
    """Only at the newest revision, which the file's name tells: not at another's, and not where there are no tables."""
    path.parent.mkdir()
    database = Database(make_engine(path), lambda: START)
    assert not await database.read(is_up_to_date)
    await migrate(path)
    assert await database.read(is_up_to_date)
    newest, known = newest_revision()
    assert newest == max(known)
    for other in known - {newest} | {"9999"}:
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("UPDATE alembic_version SET version_num = ?", (other,))
        assert not await database.read(is_up_to_date)
    await database.close()


def test_a_bot_that_starts_again_needs_no_alembic(tmp_path: Path) -> None:
    """It takes a tenth of the time and is wanted once with each new version."""
    program = """
import asyncio, sys
from pathlib import Path
import fourup.run
from bot.store.migrate import migrate
path = Path("fourup.db")
asyncio.run(migrate(path))
print(*{name.partition(".")[0] for name in sys.modules} & {"alembic", "mako"})
"""
    command, environment = [sys.executable, "-c", program], os.environ | {"PYTHONPATH": str(SCRIPTS.parent)}
    told = [
        subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path, env=environment).stdout
        for _ in range(2)
    ]
    assert "alembic" in told[0]
    assert told[1] == "\n"


def _differences(connection: Connection) -> list[Any]:
    return compare_metadata(MigrationContext.configure(connection), metadata)


def test_the_comparison_sees_conditions() -> None:
    """An index over other rows is another index: alembic's own comparison would not tell."""
    (index,) = (each for each in Table("jobs", metadata).indexes if each.name == "ix_jobs_waiting")
    assert "WHERE state = 'waiting'" in str(CreateIndex(index).compile(create_engine("sqlite://")))
    assert "ck_jobs_held" in str(CreateTable(Table("jobs", metadata)))


def test_revisions_follow_each_other_in_one_line() -> None:
    """Numbered as their files are."""
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        known = ScriptDirectory.from_config(configuration(connection))
        revisions = list(reversed(list(known.walk_revisions())))
    assert len(known.get_heads()) == 1
    assert [each.revision for each in revisions] == [f"{number:04}" for number in range(1, len(revisions) + 1)]
    assert all(Path(each.path).name.startswith(f"v{each.revision}_") for each in revisions)
    assert len(revisions) == len(list((SCRIPTS / "versions").glob("v*.py")))


async def test_what_is_up_to_date_stays_as_it_is(path: Path) -> None:
    """Opened again, all is there."""
    for _ in range(2):
        async with open_store(path, lambda: START) as store:
            await store.jobs.submit([make(1)])
    async with open_store(path, lambda: START) as store:
        assert await store.jobs.get(make(1).id) == make(1)


async def test_a_migration_that_fails_leaves_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half of the tables would be worse than none; the next start does it all."""
    path.parent.mkdir()
    with monkeypatch.context() as patch:
        patch.setattr("alembic.operations.base.Operations.create_index", _killed)
        with pytest.raises(OSError, match="killed"):
            await migrate(path)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == []
    async with open_store(path, lambda: START) as store:
        assert (await store.jobs.submit([make(1)])).is_new


def _killed(*_: object, **__: object) -> None:
    raise OSError("killed")


async def test_a_database_that_another_makes_is_waited_for(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However long that takes it; SQLite itself waits for nobody while the file is made."""
    monkeypatch.setattr("bot.store.engine.BUSY", 0.0)
    path.parent.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        waiting = asyncio.create_task(migrate(path))
        assert await asyncio.wait({waiting}, timeout=0.3) == (set(), {waiting})
        other.execute("ROLLBACK")
        await waiting
        assert other.execute("SELECT count(*) FROM jobs").fetchone() == (0,)


async def test_a_later_fourup_s_database_is_left_alone(path: Path) -> None:
    """With a sentence that names the cure."""
    path.parent.mkdir()
    await migrate(path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreNewer, match="9999"):
        async with open_store(path, lambda: START):
            pass
