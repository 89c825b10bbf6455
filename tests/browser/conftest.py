"""A real browser on the playground's page, with a small bot in it."""

import asyncio
import re
import shutil
import subprocess
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import discord
import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, async_playwright, expect

from playground import Playground
from tests.browser.small_bot import SmallBot, point_at

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-color-profile=srgb",
    "--hide-scrollbars",
    "--remote-debugging-port=0",
)
PATIENCE = 30_000
"""Milliseconds until a step counts as failed: long, since a slow machine is no mistake of the page's."""
WIDE, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
OpenPage = Callable[..., Coroutine[Any, Any, Page]]
expect.set_options(timeout=PATIENCE)


def by(author: str) -> re.Pattern[str]:
    """The accessible name of a message by this author."""
    return re.compile(f"^{author},")


DROP = """bytes => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([new Uint8Array(bytes)], 'dropped.png', {type: 'image/png'}))
    for (const kind of ['dragenter', 'dragover', 'drop'])
        document.querySelector('main').dispatchEvent(
            new DragEvent(kind, {dataTransfer: transfer, bubbles: true, cancelable: true}))
}"""


async def drop(page: Page, picture: bytes) -> None:
    """Let a file dropped.png fall on the page."""
    await page.evaluate(DROP, list(picture))


STILL = "() => Promise.allSettled(document.getAnimations().map(each => each.finished))"


async def wrong_for_a_screen_reader(page: Page) -> dict[str, list[str]]:
    """What the checker axe finds once all pictures are there and nothing moves: by rule, the first nodes and why.

    The page is one with reduced motion: without, what turns while one waits would never stand still.
    """
    await expect(page.locator(".picture.loading, [aria-busy=true]")).to_have_count(0)
    await page.evaluate(STILL)
    results = await Axe().run(page)
    return {
        each["id"]: [f"{node['html'][:120]}: {node['failureSummary']}" for node in each["nodes"][:3]]
        for each in results.response["violations"]
    }


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address at which the system's Chromium takes orders; a skipped test where there is none."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        pytest.skip("no Chromium on this machine: install it (Debian: apt-get install chromium) for the browser tests")
    profile = tmp_path_factory.mktemp("chromium")
    command = [found, *FLAGS, f"--user-data-dir={profile}", "about:blank"]
    with (profile / "log").open("w") as log, subprocess.Popen(command, stdout=log, stderr=log) as process:
        yield _address(profile / "log", process)
        process.terminate()


def _address(log: Path, process: "subprocess.Popen[bytes]") -> str:
    while process.poll() is None:
        if found := re.search(r"DevTools listening on (ws://\S+)", log.read_text()):
            return found[1]
        try:
            process.wait(0.05)
        except subprocess.TimeoutExpired:
            continue
    pytest.fail(f"Chromium did not start:\n{log.read_text()[-2000:]}")


@pytest.fixture
async def browser(chromium: str) -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        connected = await playwright.chromium.connect_over_cdp(chromium)
        yield connected
        await connected.close()


@pytest.fixture
async def open_page(browser: Browser, playground: Playground) -> AsyncIterator[OpenPage]:
    """Opens a window in which one acts as a member; an error in the page fails the test."""
    errors: list[str] = []
    contexts = []

    async def open_one(member: str, channel: str = "", *, viewport: dict[str, int] | None = None, **more: Any) -> Page:
        context = await browser.new_context(viewport=viewport or WIDE, **more)  # type: ignore[arg-type]
        contexts.append(context)
        page = await context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda line: errors.append(line.text) if line.type == "error" else None)
        await page.goto(f"{playground.origin}/?as={member}{f'&channel={channel}' if channel else ''}")
        await (
            page.get_by_role("textbox", name="Message")
            .or_(page.get_by_role("button", name="Continue"))
            .first.wait_for()
        )
        return page

    yield open_one
    for context in contexts:
        await context.close()
    expected = re.compile(r"the server responded with a status of (4\d\d|50\d)")
    assert [error for error in errors if not expected.search(error)] == []


@pytest.fixture
async def small_bot(playground: Playground, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[SmallBot]:
    """The bot, ready."""
    for owner, name in (
        (discord.http.Route, "BASE"),
        (discord.gateway.DiscordWebSocket, "DEFAULT_GATEWAY"),
        (discord.Asset, "BASE"),
    ):
        monkeypatch.setattr(owner, name, getattr(owner, name))
    point_at(playground)
    bot = SmallBot()
    running = asyncio.create_task(bot.start(playground.bot_token))
    ready = asyncio.create_task(bot.is_there.wait())
    await asyncio.wait([running, ready], timeout=PATIENCE / 1000, return_when=asyncio.FIRST_COMPLETED)
    assert bot.is_there.is_set(), "the small bot did not log in"
    yield bot
    await bot.close()
    await running
