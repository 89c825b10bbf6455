"""How the pictures of docs/ are taken."""

import asyncio
import io
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from contextvars import ContextVar
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.async_api import Browser, Locator, Page

from bot.buttons.desk import Reads
from bot.client import redirect
from bot.store.store import Store, open_store
from playground import Clock, Playground
from tests.bot.drawing import studio_of
from tests.browser.conftest import PHONE, WIDE
from tests.fourup.play.house import House, house
from tests.ports import free_port

FOLDER = Path(__file__).parents[3] / "docs" / "pictures"
INTO: ContextVar[Path] = ContextVar("INTO", default=FOLDER)
"""Where pictures go."""
STARTS = 6
"""How many times what a test waits for a bot to be online is waited for here."""
AWAY = (1, 1)
"""Where the pointer rests: on nothing that shows more under it."""
PATIENCE = 300_000.0  # milliseconds: a busy machine takes its time, and a processor draws
MORNING = 1_790_000_000.0
LOOKS = (("wide", WIDE, "dark"), ("phone", PHONE, "dark"), ("light", WIDE, "light"))
TALL = 1480
"""Pixels in which an answer is to be seen whole."""
IN_FRONT = """() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(".toolbar, .jump-foot { display: none !important }")
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}"""
"""Takes away what lies over messages, whatever is drawn anew meanwhile."""
QUALITY = 82
"""Of WebP: text stays sharp, and a picture of the whole page takes 60 kB."""


async def opened(
    browser: Browser, origin: str, member: str, viewport: dict[str, int], scheme: str, channel: str = "general"
) -> Page:
    """The page as this member sees it, the welcome dismissed."""
    context = await browser.new_context(
        viewport=viewport,  # type: ignore[arg-type] # a TypedDict of the same keys
        color_scheme=scheme,  # type: ignore[arg-type] # one of its words
        reduced_motion="reduce",
        has_touch=viewport["width"] == PHONE["width"],
        is_mobile=viewport["width"] == PHONE["width"],
        device_scale_factor=1,
        timezone_id="UTC",
        locale="en-US",
    )
    context.set_default_timeout(PATIENCE)
    page = await context.new_page()
    await page.goto(f"{origin}/?as={member}&channel={channel}")
    await page.get_by_role("textbox", name=f"Message #{channel}").wait_for()
    dismissed = page.get_by_role("button", name="Dismiss the welcome")
    if await dismissed.count():
        await dismissed.click()
    return page


@asynccontextmanager
async def at_home() -> AsyncIterator[House]:
    """The bot in a playground, online, on ports and in a folder that nobody else has."""
    before = os.environ.get("FOURUP_WEB__PORT")
    os.environ["FOURUP_WEB__PORT"] = str(free_port())
    try:
        with TemporaryDirectory() as folder:
            async with house(free_port(), Path(folder) / "data") as home:
                await _until_online(home)
                yield home
    finally:
        os.environ.pop("FOURUP_WEB__PORT")
        if before is not None:
            os.environ["FOURUP_WEB__PORT"] = before


async def _until_online(home: House) -> None:
    """However long a busy machine takes."""
    for _ in range(STARTS - 1):
        try:
            await home.until_online()
        except TimeoutError:
            continue
        return
    await home.until_online()


async def shoot(shown: Page | Locator, name: str) -> None:
    """A picture of the page or of a part of it, once all pictures have loaded."""
    page = shown if isinstance(shown, Page) else shown.page
    await page.mouse.move(*AWAY)
    await page.evaluate(IN_FRONT)
    await page.evaluate("Promise.all([...document.images].map(each => each.decode().catch(() => null)))")
    with Image.open(io.BytesIO(await shown.screenshot(animations="disabled"))) as taken:
        taken.convert("RGB").save(INTO.get() / f"{name}.webp", quality=QUALITY, method=6)


@asynccontextmanager
async def a_bot(version: str = "1.2.3", reading: Reads | None = None) -> AsyncIterator[tuple[Playground, Store]]:
    """A playground, and the store of a bot that is in it."""
    async with Playground(clock=Clock(MORNING), seed=1) as playground:
        with TemporaryDirectory() as folder:
            async with open_store(Path(folder) / "fourup.db", lambda: MORNING) as store:
                for guild in playground.world.guilds.values():
                    await store.places.meet(int(guild["id"]))
                redirect(playground.api_base)
                async with studio_of(store, version=version, reading=reading).client as bot:
                    running = asyncio.create_task(bot.start(playground.bot_token))
                    yield playground, store
                    await bot.close()
                    await running
