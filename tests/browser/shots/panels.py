"""Pictures of what members see when pictures are there: an edit in words, and the panels, with what Pocket draws."""

import re
import socket
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.async_api import Browser, Locator, Page, expect

from tests.browser.conftest import PHONE, WIDE
from tests.browser.shots.shooting import opened, shoot
from tests.fourup.play.house import house

PROMPTS = ("a red fox in a forest", "a house on a hill, watercolor", "a sailing boat on the sea --ar 3:2")
IN_TIME = 300_000  # milliseconds: a processor draws them
PANELS = {"settings": "Your settings", "history": "the latest first", "queue": "The queue"}


async def panels(browser: Browser) -> None:
    """All of them, wide and on a phone."""
    with TemporaryDirectory() as folder:
        async with house(_port(), Path(folder) / "data") as home:
            await home.until_online()
            page = await opened(browser, home.origin, "ada", WIDE, "dark")
            page.set_default_timeout(IN_TIME)
            await _drawn(page)
            await page.context.close()
            for name, viewport in (("wide", WIDE), ("phone", PHONE)):
                page = await opened(browser, home.origin, "ada", viewport, "dark")
                page.set_default_timeout(IN_TIME)
                await _look(page, name)
                await page.context.close()


async def _drawn(page: Page) -> None:
    """Three grids, a picture by itself, a favourite, and what a reply made of it."""
    await page.get_by_role("button", name="Dismiss the welcome").click()
    for prompt in PROMPTS:
        await _command(page, "imagine")
        await page.get_by_role("combobox", name="prompt", exact=True).fill(prompt)
        await page.get_by_role("button", name="Send command").click()
        grid = _message(page, rf"{prompt} - @Ada \(fast\), 1 attachment")
        await grid.wait_for()
    await grid.get_by_role("button", name="U2").click()
    single = _message(page, "- Image #2 @Ada, 1 attachment")
    await single.get_by_role("button", name="❤️").click()
    await expect(single.get_by_role("button", name="❤️")).to_have_text(re.compile("1"))
    await single.hover()
    await single.get_by_role("button", name="Reply").click()
    box = page.get_by_role("textbox", name="Message #general")
    await box.press_sequentially("@Fourup")
    await page.get_by_role("option", name="Fourup").first.click()
    await box.press_sequentially("make it night")
    await box.press("Enter")
    await _message(page, r"Edited by @Ada \(fast\).*1 attachment").wait_for()


async def _look(page: Page, name: str) -> None:
    dismiss = page.get_by_role("button", name="Dismiss the welcome")
    if await dismiss.count():
        await dismiss.click()
    edited = _message(page, r"Edited by @Ada \(fast\).*1 attachment")
    await expect(edited.locator(".picture:not(.loading) img").first).to_be_visible()
    await shoot(page, f"edit-{name}")
    await edited.get_by_role("button", name="ℹ️").click()
    await _own(page, "About this picture").last.wait_for()
    await shoot(page, f"about-{name}")
    for command, words in PANELS.items():
        await _command(page, command)
        if await page.get_by_role("button", name="Send command").count():
            await page.get_by_role("button", name="Send command").click()
        await _own(page, words).last.wait_for()
        await expect(page.locator(".picture.loading")).to_have_count(0)
        await shoot(page, f"{command}-{name}")


async def _command(page: Page, name: str) -> None:
    box = page.get_by_role("textbox", name="Message #general")
    await box.fill(f"/{name}")
    await page.get_by_role("option", name=f"/{name}").first.wait_for()
    await box.press("Enter")


def _message(page: Page, name: str) -> Locator:
    return page.get_by_role("article", name=re.compile(f"^Fourup, .*{name}"))


def _own(page: Page, words: str) -> Locator:
    """A message for Ada alone, with these words."""
    return page.get_by_role("article").filter(has_text="Only you can see this").filter(has_text=words)


def _port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
