"""What a member gets who asks what the bot keeps: zip files, each within a limit, a page of them at a time."""

import asyncio
import io
import json
import zipfile
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.images.blobs import Blobs
from bot.jobs.ids import made_at
from bot.store.store import Store

LARGEST = 24 << 20
"""Bytes of a file, whatever Discord would take: it is put together in memory."""
SPARE = 48 << 10
"""Bytes of it for what the zip itself and the member's own page need."""
OF_A_NAME = 300
"""Bytes that a file in it takes beside its content."""
_BATCH = 200

Row = dict[str, Any]


@dataclass(frozen=True)
class Page:
    """One file. `left_out` is how many pictures are larger than any file may be, or are gone."""

    content: bytes
    number: int
    pages: int
    jobs: int
    left_out: int


@dataclass
class _Plan:
    """What goes into a page."""

    jobs: list[Row] = field(default_factory=list)
    files: dict[str, Path] = field(default_factory=dict)
    size: int = 0

    def has_room(self, size: int, limit: int) -> bool:
        return self.size + size <= limit or not (self.jobs or self.files)


class Export:
    """Puts them together, one at a time: whoever asks for many keeps nobody else waiting for the disk."""

    def __init__(self, store: Store, blobs: Blobs) -> None:
        self._store, self._blobs = store, blobs
        self._one = asyncio.Lock()

    async def page(self, member_id: int, number: int, limit: int) -> Page:
        """The page of this number, from 1, the latest jobs first; of one that is too high the last.

        A zip of at most `limit` bytes: `member.json` on the first page, `jobs.json`, and pictures by their jobs' ids.
        """
        async with self._one:
            room = min(limit, LARGEST) - SPARE
            kept, last, pages, left_out = _Plan(), _Plan(), 0, 0
            async for plan, without in self._plans(member_id, room):
                pages, left_out, last = pages + 1, left_out + without, plan
                if pages == number:
                    kept = plan
            chosen, place = (kept, number) if number <= pages else (last, max(pages, 1))
            about = await self._store.records.about(member_id) if place == 1 else None
            content = await asyncio.to_thread(_zipped, chosen, about)
            return Page(content, place, max(pages, 1), len(chosen.jobs), left_out)

    async def _plans(self, member_id: int, room: int) -> AsyncIterator[tuple[_Plan, int]]:
        """Each page, with how many pictures were left out on the way to it."""
        plan, without = _Plan(), 0
        async for job in self._jobs(member_id):
            size = len(json.dumps(job, indent=1, default=str)) + 2
            if not plan.has_room(size, room):
                yield plan, without
                plan, without = _Plan(), 0
            plan.jobs.append(job)
            plan.size += size
            for name, path, weight in await asyncio.to_thread(self._files, job):
                if weight is None or weight > room:
                    without += 1
                    continue
                if not plan.has_room(weight, room):
                    yield plan, without
                    plan, without = _Plan(), 0
                plan.files[name] = path
                plan.size += weight
        if plan.jobs or plan.files or without:
            yield plan, without

    async def _jobs(self, member_id: int) -> AsyncIterator[Row]:
        before = ""
        while found := await self._store.records.jobs(member_id, before, _BATCH):
            for row in found:
                yield {"asked_at": datetime.fromtimestamp(made_at(row["id"]), UTC).isoformat()} | row
            before = found[-1]["id"]

    def _files(self, job: Row) -> list[tuple[str, Path, int | None]]:
        """Name in the zip, place on the disk, bytes; None for a picture that is gone."""
        return [(name, path, _weight(path)) for name, path in self._named(job)]

    def _named(self, job: Row) -> Iterator[tuple[str, Path]]:
        for row in job.get("pictures", ()):
            yield f"pictures/{job['id']}-{row['index']}", self._blobs.path(row["blob"])
        for number, row in enumerate(job.get("originals", ()), start=1):
            yield f"given/{job['id']}-{number}", self._blobs.path(row["blob"])


def _weight(path: Path) -> int | None:
    try:
        return path.stat().st_size + OF_A_NAME
    except FileNotFoundError:
        return None


def _zipped(plan: _Plan, about: dict[str, list[Row]] | None) -> bytes:
    """Pictures as they are, which nothing makes smaller; text packed."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        if about is not None:
            file.writestr("member.json", _json(about))
        file.writestr("jobs.json", _json(plan.jobs))
        for name, path in plan.files.items():
            try:
                content = path.read_bytes()
            except FileNotFoundError:
                continue
            kind = "jpg" if content.startswith(b"\xff\xd8\xff") else "png"
            file.writestr(f"{name}.{kind}", content, zipfile.ZIP_STORED)
    return target.getvalue()


def _json(value: object) -> str:
    return json.dumps(value, indent=1, ensure_ascii=False, default=str)
