"""Databases with today's tables, made once in a process that runs tests, by the real revisions, and then copied."""

import tempfile
from functools import cache
from pathlib import Path

from bot.store.engine import make_engine
from bot.store.revisions import upgrade


def fresh(path: Path) -> Path:
    """The path, where an empty database lies from now on; one that is there already stays.

    To bring one up to date takes a tenth of a second, which a thousand tests would each take.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_made())
    return path


@cache
def _made() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "fourup.db"
        engine = make_engine(path, has_foreign_keys=False)
        try:
            with engine.begin() as connection:
                upgrade(connection)
        finally:
            engine.dispose()
        return path.read_bytes()
