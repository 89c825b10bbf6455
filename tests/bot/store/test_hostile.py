"""Whatever members write comes back as they wrote it."""

import random

import pytest

from bot.jobs.job import Asked, Job, Member, New
from bot.store.errors import UnknownJob
from bot.store.store import Store
from tests.bot.store.conftest import claimed, make, new

TEXTS = {
    "empty": "",
    "a lone surrogate": "half an emoji \ud83d and its other half \udc00",
    "a pair of surrogates": "\ud83d\ude00",
    "nul": "before\0after\0",
    "long": "a red apple, " * 461 + "7 chars",
    "long and wide": "🍎" * 6000,
    "emoji": "👩‍👩‍👧‍👦🏳️‍🌈é🇩🇪",
    "sql": "'; DROP TABLE jobs; -- \" % _ ? :prompt",
    "backslashes": "\\ \\\\ \\u0000 \\\\u0000 \\ud800 \\",
    "controls": "".join(map(chr, range(32))) + "\x7f\x85\u2028\u202e",
    "noncharacters": "\ufffe\uffff\U0010ffff",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
async def test_any_text_comes_back(store: Store, text: str) -> None:
    """As prompt, link, name and reason."""
    asked = Asked(5, Member(1, text), 7)
    job = Job.imagine(New(new(1).id, 1, asked), text)
    await store.jobs.submit([job], {text: "blob"})
    assert await store.jobs.get(job.id) == job
    assert await store.jobs.originals(job.id) == {text: "blob"}
    running = await store.leases.claim("one", 30.0)
    assert running is not None
    await store.leases.fail(running.lease, text)
    assert (await store.jobs.get(job.id)).reason == text


async def test_random_text_comes_back(store: Store) -> None:
    """Of characters that are escaped, that look escaped, and others."""
    draw = random.Random(1)
    for number in range(1, 101):
        text = "".join(draw.choices(["\\", "\0", "\ud800", "\udfff", "u", "0", "d", "8", "é", "😀"], k=30))
        await store.jobs.submit([make(number, prompt=text)])
        assert (await store.jobs.get(make(number).id)).prompt == text


async def test_the_largest_numbers_come_back(store: Store) -> None:
    """Snowflakes and seeds have 63 bits at most."""
    most = 2**63 - 1
    job = Job.imagine(New(new(1).id, most, Asked(most, Member(most, "ada"), most, most)), "an apple")
    await store.jobs.submit([job])
    assert await store.jobs.get(job.id) == job


async def test_an_id_that_is_none_finds_nothing(store: Store) -> None:
    """Custom ids come from outside."""
    await claimed(store)
    for text in ("", "%", "\0", "\ud800", "x" * 10_000):
        assert await store.jobs.children(text) == ()
        assert await store.messages.of(text) == ()
        with pytest.raises(UnknownJob):
            await store.jobs.get(text)
