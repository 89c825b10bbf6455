"""The page of regions, served without a bot, and hands that draw on it."""

import asyncio
import io
import re
from collections.abc import AsyncIterator, Callable, Coroutine
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw
from playwright.async_api import Browser, Page, expect

from bot.images.blobs import Blobs
from bot.jobs.job import Picture
from bot.web.editor import Editor
from bot.web.site import application, served
from tests.browser.conftest import PATIENCE, WIDE

SIZE = (768, 512)


MARK = "#ff3d9a"
"""What is marked is covered with this."""


def plain(colour: str = MARK) -> bytes:
    """A picture of one colour."""
    content = io.BytesIO()
    Image.new("RGB", SIZE, colour).save(content, "PNG")
    return content.getvalue()


def scene() -> bytes:
    """A picture to mark something in."""
    made = Image.new("RGB", SIZE, "#7cb7e8")
    drawn = ImageDraw.Draw(made)
    drawn.rectangle((0, 330, *SIZE), "#5d9b4b")
    drawn.ellipse((90, 60, 190, 160), "#ffd75e")
    drawn.rectangle((420, 220, 600, 380), "#b5543c")
    drawn.polygon(((400, 220), (510, 130), (620, 220)), "#6e3b2e")
    content = io.BytesIO()
    made.save(content, "PNG")
    return content.getvalue()


@dataclass
class Site:
    """The editor, served, and what is sent to it."""

    blobs: Blobs
    editor: Editor
    picture: Picture
    port: int = 0
    sent: list[tuple[str, Image.Image]] = field(default_factory=list)
    trouble: Exception | None = None
    came: asyncio.Event = field(default_factory=asyncio.Event)

    async def submit(self, prompt: str, mask: bytes) -> None:
        if self.trouble:
            raise self.trouble
        with Image.open(io.BytesIO(mask)) as opened:
            self.sent.append((prompt, opened.convert("L")))
        self.came.set()

    def link(self, locale: str = "en-US") -> str:
        path = self.editor.invite(self.picture, "a house on a meadow", locale, self.submit).partition("/region/")[2]
        return f"http://127.0.0.1:{self.port}/region/{path}"

    async def mask(self) -> Image.Image:
        """The one that was sent."""
        async with asyncio.timeout(PATIENCE / 1000):
            await self.came.wait()
        return self.sent[-1][1]


@pytest.fixture
async def site(tmp_path: Path) -> AsyncIterator[Site]:
    blobs = Blobs(tmp_path / "blobs")
    made = Site(blobs, Editor("http://example.org", blobs), Picture(await blobs.put(scene()), *SIZE, 7))
    async with served(application(made.editor.routes()), "127.0.0.1", 0) as port:
        made.port = port or 0
        yield made


Opened = Callable[..., Coroutine[Any, Any, Page]]


@pytest.fixture
async def opened(browser: Browser, site: Site) -> AsyncIterator[Opened]:
    """Opens the page; an error in it fails the test."""
    errors: list[str] = []
    contexts = []

    async def open_one(locale: str = "en-US", *, context: Any = None, **more: Any) -> Page:
        given = context or await browser.new_context(**({"viewport": WIDE} | more))
        contexts.append(given)
        page: Page = await given.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda line: errors.append(line.text) if line.type == "error" else None)
        await page.goto(site.link(locale))
        await expect(page.locator("[data-deed=undo]")).to_be_disabled()
        return page

    yield open_one
    for each in contexts:
        await each.close()
    expected = re.compile("the server responded with a status of (422|410)")
    assert [error for error in errors if not expected.search(error)] == []


async def at(page: Page, x: float, y: float) -> tuple[float, float]:
    """Where a point of the picture, in parts of it, is on the screen."""
    box = await page.locator("#canvas").bounding_box()
    assert box is not None
    scale = min(box["width"] / SIZE[0], box["height"] / SIZE[1]) * 0.96
    left = box["x"] + (box["width"] - SIZE[0] * scale) / 2
    top = box["y"] + (box["height"] - SIZE[1] * scale) / 2
    return left + x * SIZE[0] * scale, top + y * SIZE[1] * scale


async def drag(page: Page, *points: tuple[float, float]) -> None:
    """With the mouse, along these points of the picture."""
    first, *others = points
    await page.mouse.move(*await at(page, *first))
    await page.mouse.down()
    for each in others:
        await page.mouse.move(*await at(page, *each), steps=8)
    await page.mouse.up()


def white(mask: Image.Image, x: float, y: float) -> bool:
    """Whether that part of the picture is marked."""
    return mask.getpixel((round(x * (mask.width - 1)), round(y * (mask.height - 1)))) == 255
