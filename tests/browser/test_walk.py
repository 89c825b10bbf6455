"""A newcomer's first minutes in a real browser: `fourup play` as it is started, the real engine on a tiny model."""

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from tests.browser.conftest import WIDE, by
from tests.engine.tiny import make_tiny_sd15
from tests.fourup.play.house import House, house

IN_TIME = 120_000  # milliseconds: the engine's libraries take ten seconds to load, more where others work too
PROMPT = "a red apple --ar 3:2 --steps 150"
"""With so many steps that it is seen to come, however fast the machine is."""

pytestmark = pytest.mark.timeout(300)


@pytest.fixture
async def home(unused_tcp_port: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[House]:
    """A playground with the bot in it, which draws by a tiny model."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    model = make_tiny_sd15(tmp_path / "tiny")
    (tmp_path / "config.toml").write_text(f'[models.tiny]\nfamily = "sd15"\npath = "{model}"\nsteps = 30\n')
    async with house(unused_tcp_port, tmp_path / "data") as it:
        await it.until_online()
        yield it


class Window:
    """What one member sees, and does."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.messages = page.get_by_role("article", name=by("Fourup"))

    @classmethod
    async def of(cls, browser: Browser, home: House, member: str) -> "Window":
        """The page, with this member in #general."""
        page = await (await browser.new_context(viewport=WIDE)).new_page()
        await page.goto(f"{home.origin}/?as={member}")
        await page.get_by_role("button", name="Try /imagine").wait_for()
        return cls(page)

    async def imagine(self, prompt: str) -> None:
        """Take the command from the picker, write the prompt, send it with Enter."""
        box = self.page.get_by_role("textbox", name="Message #general")
        await box.fill("/imagine")
        await expect(self.page.get_by_role("option", name="/imagine")).to_be_visible()
        await box.press("Enter")
        await self.write(prompt)

    async def write(self, prompt: str) -> None:
        """Into the field of the command that is open."""
        await self.page.get_by_role("combobox", name="prompt", exact=True).fill(prompt)
        await self.page.get_by_role("button", name="Send command").click()

    def grid(self, prompt: str, by_whom: str, words: str = "") -> Locator:
        """The message with the result: the prompt, what it is, its author, its mode."""
        name = rf"^Fourup, [^,]+, {re.escape(prompt)} - {words}@{by_whom} \(fast\), 1 attachment"
        return self.page.get_by_role("article", name=re.compile(name))

    async def sees(self, result: Locator) -> Locator:
        """Wait for this one message, and for its picture."""
        await expect(result).to_have_count(1, timeout=IN_TIME)
        picture = result.locator(".picture:not(.loading) img").first
        await expect(picture).to_be_visible()
        assert await picture.evaluate("image => image.naturalWidth * image.naturalHeight") > 0
        return result


async def test_imagine_watch_press_and_find_it_all_after_a_restart(browser: Browser, home: House) -> None:
    """A grid is seen to come, U2 and V3 give theirs, and after a restart an old button works and nothing is gone."""
    ada = await Window.of(browser, home, "ada")
    await ada.page.get_by_role("button", name="Try /imagine").click()
    await ada.write(PROMPT)
    waiting = ada.messages.filter(has_text=re.compile("Waiting to start|[0-9]%"))
    await expect(waiting.get_by_role("button", name="Cancel Job")).to_be_visible()
    await expect(waiting.filter(has_text="%").locator(".picture img")).to_be_visible(timeout=IN_TIME)
    grid = await ada.sees(ada.grid(PROMPT, "Ada"))
    await expect(waiting).to_have_count(0)
    for label in ("U1", "U2", "U3", "U4", "V1", "V2", "V3", "V4"):
        await expect(grid.get_by_role("button", name=label)).to_be_visible()
    await grid.get_by_role("button", name="U2").click()
    await ada.sees(ada.messages.filter(has_text="Image #2 @Ada"))
    await grid.get_by_role("button", name="V3").click()
    await ada.sees(ada.grid(PROMPT, "Ada", r"Variations \(Strong\) by "))

    await ada.page.get_by_role("button", name="Show playground panel").click()
    await ada.page.get_by_role("complementary", name="Playground").get_by_role("button", name="Restart").click()
    await home.until_online(1)
    await grid.get_by_role("button", name="U4").click()
    await ada.sees(ada.messages.filter(has_text="Image #4 @Ada"))
    await ada.sees(ada.messages.filter(has_text="Image #2 @Ada"))
    for label in ("U2", "V3", "U4"):
        await expect(grid.get_by_role("button", name=label)).to_have_class(re.compile("blurple"))
    await expect(grid.get_by_role("button", name="U1")).not_to_have_class(re.compile("blurple"))


async def test_two_members_at_once_see_both_results(browser: Browser, home: House) -> None:
    """Ada and Bo ask in the same moment; each sees both grids, and may press the other's buttons."""
    ada, bo = await asyncio.gather(*(Window.of(browser, home, name) for name in ("ada", "bo")))
    await asyncio.gather(ada.imagine("a red apple"), bo.imagine("a blue boat"))
    for window in (ada, bo):
        await window.sees(window.grid("a red apple", "Ada"))
        await window.sees(window.grid("a blue boat", "Bo"))
    await bo.grid("a red apple", "Ada").get_by_role("button", name="U1").click()
    await ada.sees(ada.messages.filter(has_text="Image #1 @Bo"))
