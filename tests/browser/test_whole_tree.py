"""The whole tree in a real browser: from a prompt to every kind of edit, to favourites and history, over a restart."""

import re
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from tests.browser.test_walk import IN_TIME, Window
from tests.engine.tiny import make_tiny_sd15
from tests.fourup.play.house import House, house

pytestmark = pytest.mark.timeout(400)


@pytest.fixture
async def home(
    unused_tcp_port_factory: Callable[[], int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[House]:
    """A playground with the bot in it, which draws quickly by a tiny model, and has its page of regions."""
    port, web = unused_tcp_port_factory(), unused_tcp_port_factory()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    model = make_tiny_sd15(tmp_path / "tiny")
    (tmp_path / "config.toml").write_text(
        f'[web]\nport = {web}\n[models.tiny]\nfamily = "sd15"\npath = "{model}"\nsteps = 2\n'
    )
    async with house(port, tmp_path / "data") as it:
        await it.until_online()
        yield it


class Tree(Window):
    """One member, who goes on from a picture by itself."""

    def alone(self, number: int) -> Locator:
        """The message with this picture of the grid by itself."""
        return self.page.get_by_role("article", name=re.compile(rf"^Fourup, .* - Image #{number} @Ada, 1 attachment"))

    def result(self, words: str) -> Locator:
        """The message that says so of what was done, with its picture."""
        return self.page.get_by_role("article", name=re.compile(rf"^Fourup, .*{words} @Ada \(fast\).*1 attachment"))

    async def replies(self, message: Locator, said: str) -> None:
        """With the bot mentioned, as the list below "@" offers it."""
        await message.hover()
        await message.get_by_role("button", name="Reply").click()
        box = self.page.get_by_role("textbox", name="Message #general")
        await box.press_sequentially("@Fourup")
        await self.page.get_by_role("option", name="Fourup").first.click()
        await box.press_sequentially(said)
        await box.press("Enter")

    async def marks(self, message: Locator, prompt: str) -> None:
        """A stroke with the mouse over the middle, on the page that Vary (Region) leads to."""
        await message.get_by_role("button", name="Vary (Region)").click()
        async with self.page.context.expect_page() as opening:
            await self.page.get_by_role("link", name="Mark the region").click()
        editor: Page = await opening.value
        await expect(editor.locator("[data-deed=undo]")).to_be_disabled()
        box = await editor.locator("#canvas").bounding_box()
        assert box
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        await editor.mouse.move(x - 40, y)
        await editor.mouse.down()
        await editor.mouse.move(x + 40, y + 10, steps=5)
        await editor.mouse.up()
        await expect(editor.locator("[data-deed=undo]")).to_be_enabled()
        await editor.get_by_role("textbox", name="What the picture shows then").fill(prompt)
        await editor.get_by_role("button", name="Draw", exact=True).click()
        await expect(editor.get_by_text("It is being drawn")).to_be_visible()
        await editor.close()


async def test_from_a_prompt_to_everything_and_back_after_a_restart(browser: Browser, home: House) -> None:
    """Imagine, U2, a drawn region, zoom out, pan, custom zoom, upscale, favourite, words, history, restart, old U."""
    ada = await Tree.of(browser, home, "ada")
    await ada.imagine("a red apple")
    grid = await ada.sees(ada.grid("a red apple", "Ada"))
    await grid.get_by_role("button", name="U2").click()
    single = await ada.sees(ada.alone(2))

    await ada.marks(single, "a green pear")
    for label in ("Zoom Out 2x", "⬅️", "Upscale (Creative)", "Custom Zoom"):
        await single.get_by_role("button", name=label).click()
    window = ada.page.get_by_role("dialog")
    await window.get_by_role("textbox").fill("a red apple in snow --zoom 1.4")
    await window.get_by_role("button", name="Submit").click()
    done = (r"Remix \(Region\)", "a red apple - Zoom Out", "Pan Left", r"Upscaled \(Creative\)", "in snow - Zoom Out")
    for words in done:
        await ada.sees(ada.result(f"{words} by"))

    heart = single.get_by_role("button", name="❤️")
    await heart.click()
    await expect(heart).to_have_accessible_name("❤️ 1")
    await ada.replies(single, "make it night")
    await ada.sees(ada.result("a red apple, at night, dark sky, moonlight - Edited by"))

    await ada.page.get_by_role("textbox", name="Message #general").fill("/history")
    await expect(ada.page.get_by_role("option", name="/history")).to_be_visible()
    await ada.page.keyboard.press("Enter")
    await ada.page.get_by_role("button", name="Send command").click()
    history = ada.messages.filter(has_text="Only you can see this").filter(has_text="a red apple in snow")
    await expect(history).to_be_visible()

    await ada.page.get_by_role("button", name="Show playground panel").click()
    await ada.page.get_by_role("complementary", name="Playground").get_by_role("button", name="Restart").click()
    await home.until_online(1)
    await grid.get_by_role("button", name="U4").click()
    await ada.sees(ada.alone(4))
    for label in ("Zoom Out 2x", "⬅️", "Custom Zoom", "Upscale (Creative)", "Vary (Region)"):
        await expect(single.get_by_role("button", name=label)).to_have_class(re.compile("blurple"), timeout=IN_TIME)
