"""What became of all that was asked for: the bot's own database, held against what the playground saw."""

import hashlib
import io
import re
import sqlite3
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image

from bot.images.blobs import Blobs
from bot.keeping import Sweeper, Tempo
from bot.store.store import open_store
from playground import Playground
from playground.member import Member

Json = dict[str, Any]

RESULT = re.compile(r"_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(?:png|webp)")
"""The name of a result's file, with the job's id."""
YES = re.compile(r"FU::Order::yes::[0-9a-f-]+")
CANCEL = re.compile(r"MJ::CancelJob::ByJobid::([0-9a-f-]{36})")
STALE = re.compile(rf"\(Waiting to start\)|\(\d+%\)|{CANCEL.pattern}")
EPHEMERAL, THINKING = 1 << 6, 1 << 7


@dataclass(frozen=True)
class Job:
    """As much of it as is counted."""

    id: str
    interaction_id: str
    state: str
    parent: str | None
    index: int | None
    deaths: int


def result_of(message: Json) -> str | None:
    """The job whose result this is; None where it is something else."""
    names = [RESULT.search(each["filename"]) for each in message["attachments"]]
    return names[0][1] if names and names[0] else None


class Ledger:
    """Reads; changes nothing."""

    def __init__(self, playground: Playground, folder: Path) -> None:
        self._playground, self._storage = playground, folder / "fourup-data"

    # --- what the bot knows

    def jobs(self) -> list[Job]:
        """All that were taken on."""
        rows = self._rows('select id, interaction_id, state, parent, "index", deaths from jobs')
        return [Job(row[0], str(row[1]), *row[2:]) for row in rows]

    def wanted(self) -> int:
        """How many were not cancelled."""
        return sum(job.state != "cancelled" for job in self.jobs())

    def delivered(self) -> int:
        """How many are done."""
        return sum(job.state == "delivered" for job in self.jobs())

    def prompts(self) -> list[str]:
        """Of all of them."""
        return [row[0] for row in self._rows("select prompt from jobs")]

    def unfinished(self) -> list[Job]:
        """Those that wait, run, or have to be posted."""
        return [job for job in self.jobs() if job.state in {"waiting", "running", "rendered"}]

    def is_sound(self) -> bool:
        """Whether the database is whole, nothing in it is under way, and what it says to be posted stands there."""
        whole = self._rows("pragma integrity_check") == [("ok",)] and not self._rows("pragma foreign_key_check")
        under_way = self._rows("select 1 from deliveries union all select 1 from messages where kind = 'progress'")
        standing = {message["id"] for message in self.messages()}
        posted = {str(row[0]) for row in self._rows("select id from messages where kind = 'result'")}
        return whole and not under_way and posted <= standing

    def broken_pictures(self) -> list[str]:
        """Pictures of the database's that are not there, are others, or cannot be read."""
        rows = self._rows("select blob, width, height from pictures")
        return [key for key, *size in rows if not self._is_readable(key, tuple(size))]

    def mischarged(self, price: float | None) -> list[str]:
        """Jobs that did not cost what drawing them once costs: a picture taken out of a grid, and what came to nothing,
        cost nothing.
        """
        rows = self._rows("select id, state, action, gpu_seconds from jobs")
        return [f"{row[0]} {row[1]} {row[3]}" for row in rows if not _is_fair(*row[1:], price)]

    async def stray(self) -> list[str]:
        """Files that no job names, after the bot's own way to collect them, while it does not run."""
        blobs = Blobs(self._storage / "blobs")
        async with open_store(self._storage / "fourup.db", time.time) as store:
            await Sweeper(store, blobs, tempo=Tempo(grace=0.0)).collect()
        named = {row[0] for row in self._rows("select blob from pictures union select blob from originals")}
        files = [path for path in (self._storage / "blobs").rglob("*") if path.is_file()]
        return [*(path.name for path in files if path.name not in named), *(named - {path.name for path in files})]

    # --- what the members know

    def posted(self, members: Iterable[Member]) -> Counter[str]:
        """How many results each job ever had, deleted ones too."""
        heard = {message["id"]: message for member in members for message in member.heard("MESSAGE_CREATE")}
        heard |= {message["id"]: message for message in self.messages()}
        return Counter(job_id for message in heard.values() if (job_id := result_of(message)))

    def promised(self, members: Iterable[Member]) -> set[str]:
        """The jobs that the bot ever said were coming."""
        heard = (_said(message) for member in members for message in member.heard("MESSAGE_CREATE"))
        return {found[1] for each in heard if (found := CANCEL.search(each))}

    def stale(self) -> list[str]:
        """What still says that something is coming."""
        return [_said(each) for each in self.messages() if STALE.search(_said(each)) or each["flags"] & THINKING]

    def unreadable(self) -> list[str]:
        """Files of standing results that are no pictures."""
        archive = self._playground.world.archive
        files = [each for message in self.messages() if result_of(message) for each in message["attachments"]]
        return [each["filename"] for each in files if not _is_picture(archive.get_blob(each["_path"]) or b"")]

    def messages(self) -> Iterator[Json]:
        """Those of the bot's that stand for all to see."""
        world = self._playground.world
        for channel in list(world.messages.values()):
            for message in list(channel.values()):
                if message["_author"] == self._playground.application_id and not message["flags"] & EPHEMERAL:
                    yield message

    def _rows(self, query: str) -> list[Any]:
        """None before there is a database; no connection is kept, which would keep the database's own repair away."""
        path = self._storage / "fourup.db"
        if not path.exists():
            return []
        with closing(sqlite3.connect(path, timeout=5)) as database:
            try:
                return database.execute(query).fetchall()
            except sqlite3.OperationalError as failure:
                if "no such table" in str(failure):
                    return []
                raise

    def _is_readable(self, key: str, size: tuple[int, ...]) -> bool:
        path = self._storage / "blobs" / key[:2] / key
        content = path.read_bytes() if path.exists() else b""
        if hashlib.sha256(content).hexdigest() != key or not _is_picture(content):
            return False
        with Image.open(path) as picture:
            return picture.size == size


def _is_fair(state: str, action: str, cost: float | None, price: float | None) -> bool:
    if state not in {"rendered", "delivered"}:
        return cost is None
    if action == "upscale":
        return cost == 0
    return cost is not None and (cost > 0 if price is None else abs(cost - price) < 1e-6)


def _said(message: Json) -> str:
    return f"{message['content']} {message['components']}" if "**" in message["content"] else ""


def _is_picture(content: bytes) -> bool:
    try:
        with Image.open(io.BytesIO(content)) as picture:
            picture.load()
    except OSError:
        return False
    return True
