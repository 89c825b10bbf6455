"""What is kept of a member, as files."""

import io
import json
import zipfile

from bot.images.blobs import Blobs
from bot.keeping import Export, Page
from bot.keeping.export import SPARE
from bot.store.store import Store
from tests.bot.keeping.conftest import drawn
from tests.pictures import png

LIMIT = 10 << 20


def opened(page: Page) -> dict[str, bytes]:
    """The files in it."""
    with zipfile.ZipFile(io.BytesIO(page.content)) as file:
        assert file.testzip() is None
        return {name: file.read(name) for name in file.namelist()}


async def test_it_has_words_and_pictures(store: Store, blobs: Blobs) -> None:
    """Pictures are called by their job, with the ending of what they are."""
    job = await drawn(store, blobs, 1, png(colour="#c04060"), b"\xff\xd8\xff a jpeg")
    await store.jobs.keep([job.id], {"https://a.test/b": await blobs.put(png(colour="#4060c0"))})
    await drawn(store, blobs, 2, png(), member=2)
    files = opened(await Export(store, blobs).page(1, 1, LIMIT))
    assert set(files) == {
        *("member.json", "jobs.json", f"pictures/{job.id}-1.png", f"pictures/{job.id}-2.jpg", f"given/{job.id}-1.png")
    }
    assert files[f"pictures/{job.id}-1.png"] == png(colour="#c04060")
    (told,) = json.loads(files["jobs.json"])
    assert (told["prompt"], told["asked_at"][:4]) == ("an apple", "2026")
    assert json.loads(files["member.json"])["members"][0]["name"] == "member 1"


async def test_every_file_is_within_the_limit_and_nothing_is_left_out(store: Store, blobs: Blobs) -> None:
    """The latest first, as many as it takes; the last for a number that is too high."""
    limit = SPARE + 25_000
    jobs = [
        await drawn(store, blobs, number, bytes([number]) * 9_000, bytes([50 + number]) * 9_000) for number in (1, 2, 3)
    ]
    export = Export(store, blobs)
    first = await export.page(1, 1, limit)
    assert first.pages > 1
    pages = [await export.page(1, number, limit) for number in range(1, first.pages + 1)]
    assert all(len(page.content) <= limit for page in pages)
    found = [opened(page) for page in pages]
    assert [each["id"] for files in found for each in json.loads(files["jobs.json"])] == [
        job.id for job in reversed(jobs)
    ]
    pictures = [name for files in found for name in files if name.startswith("pictures/")]
    assert len(pictures) == len(set(pictures)) == 6
    assert ["member.json" in files for files in found] == [True] + [False] * (first.pages - 1)
    assert (await export.page(1, 99, limit)).number == first.pages


async def test_a_picture_that_fits_into_no_file_is_said_to_be_missing(store: Store, blobs: Blobs) -> None:
    """So is one that is gone."""
    job = await drawn(store, blobs, 1, b"x" * 90_000, b"small", b"gone")
    blobs.path(job.pictures[2].blob).unlink()
    page = await Export(store, blobs).page(1, 1, SPARE + 50_000)
    assert page.left_out == 2
    assert f"pictures/{job.id}-2.png" in opened(page)


async def test_somebody_unknown_gets_an_empty_one(store: Store, blobs: Blobs) -> None:
    """Nothing is kept, and the file says so."""
    page = await Export(store, blobs).page(404, 1, LIMIT)
    assert (page.number, page.pages, page.jobs) == (1, 1, 0)
    assert json.loads(opened(page)["jobs.json"]) == []
