"""On a phone, by the keyboard alone, and for a screen reader."""

import pytest
from playwright.async_api import Browser, Page, expect

from playground import Playground
from playground.member import Member
from tests.browser.conftest import PHONE, WIDE, OpenPage, by, wrong_for_a_screen_reader
from tests.browser.small_bot import SmallBot

SMALL = {"width": 360, "height": 740}
GROUNDS = """
const grounds = (window.grounds = [])
requestAnimationFrame(function look() {
    const ground = document.body && getComputedStyle(document.body).backgroundColor
    if (ground && !grounds.includes(ground)) grounds.push(ground)
    requestAnimationFrame(look)
})
"""
"""Notes each colour that the page's ground has in a frame, from the first on."""


async def filled(small_bot: SmallBot, ada: Member) -> None:
    """#general with one of everything."""
    channel = ada.channel("general")
    small_bot.go_on.set()
    await ada.send(
        channel, "# Heading\n> quote with `code`\n- one\n- two\n||secret|| and a very long word " + "x" * 300
    )
    await ada.slash(channel, "draw", prompt="a hill")
    await ada.wait_message(lambda message: bool(message["components"]))
    await ada.slash(channel, "pick")
    await ada.wait_message(lambda message: message["content"] == "Choose:")
    await ada.slash(channel, "card")
    await ada.wait_message(lambda message: bool(message["flags"] & 1 << 15))


async def too_wide(page: Page) -> int:
    """How many pixels stick out to the right."""
    width: int = await page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return width


async def test_nothing_sticks_out_on_a_phone(open_page: OpenPage, small_bot: SmallBot, ada: Member) -> None:
    """At 360 pixels no part of the page has to be scrolled sideways: chat, channels, panel, command, modal."""
    await filled(small_bot, ada)
    page = await open_page("ada", viewport=SMALL, has_touch=True, is_mobile=True)
    await expect(page.get_by_role("article", name=by("Fourup")).last).to_be_visible()
    assert await too_wide(page) <= 0
    await page.get_by_role("button", name="V1").click()
    await expect(page.get_by_role("dialog", name="Remix")).to_be_visible()
    assert await too_wide(page) <= 0
    await page.get_by_role("dialog").get_by_role("button", name="Cancel").click()
    await page.get_by_role("button", name="Show playground panel").click()
    await expect(page.get_by_role("heading", name="Break something")).to_be_visible()
    assert await too_wide(page) <= 0


async def test_a_thumb_is_enough(open_page: OpenPage, small_bot: SmallBot) -> None:
    """On a phone: open the drawer, go to a channel, tap a command, fill it in, send it."""
    small_bot.go_on.set()
    page = await open_page("ada", viewport=PHONE, has_touch=True, is_mobile=True)
    await page.get_by_role("button", name="Open servers and channels").tap()
    await page.get_by_role("navigation", name="Channels").get_by_role("button", name="pictures").first.tap()
    box = page.get_by_role("textbox", name="Message #pictures")
    await box.tap()
    await box.fill("/dr")
    await page.get_by_role("option", name="/draw").tap()
    await page.get_by_role("textbox", name="prompt").fill("a hill")
    await page.get_by_role("button", name="Send command").tap()
    await expect(page.get_by_role("article", name=by("Fourup"))).to_contain_text("a hill in pencil")
    await page.get_by_role("button", name="U3").tap()
    await expect(page.get_by_role("log")).to_contain_text("Image #3")


async def test_the_keyboard_is_enough(open_page: OpenPage, small_bot: SmallBot) -> None:
    """Without a mouse: a command is found, filled in, sent; its button is reached and pressed; a modal is answered."""
    small_bot.go_on.set()
    page = await open_page("ada")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await page.keyboard.type("/dr")
    await expect(page.get_by_role("option", name="/draw")).to_be_visible()
    await page.keyboard.press("Tab")
    await page.keyboard.type("a hill")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("article", name=by("Fourup"))).to_contain_text("in pencil")
    for _ in range(60):
        await page.keyboard.press("Shift+Tab")
        if await page.evaluate("document.activeElement.textContent") == "V2":
            break
    await page.keyboard.press("Enter")
    modal = page.get_by_role("dialog", name="Remix")
    await expect(modal.get_by_label("New prompt")).to_be_focused()
    for _ in range(30):
        await page.keyboard.press("Tab")
        assert await page.evaluate("Boolean(document.activeElement.closest('[role=dialog], dialog'))")
    await page.keyboard.press("Escape")
    await expect(modal).to_have_count(0)
    assert await page.evaluate("document.activeElement.textContent") == "V2"


@pytest.mark.parametrize("scheme", ["dark", "light"])
@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
async def test_nothing_is_wrong_for_a_screen_reader(
    open_page: OpenPage, small_bot: SmallBot, ada: Member, scheme: str, viewport: dict[str, int]
) -> None:
    """The checker axe finds no violation (names, roles, contrast) in chat, panel and modal, dark and light."""
    await filled(small_bot, ada)
    page = await open_page("ada", viewport=viewport, color_scheme=scheme, reduced_motion="reduce")
    await expect(page.get_by_role("article", name=by("Fourup")).last).to_be_visible()
    for name in ("chat", "panel", "modal"):
        if name == "panel":
            await page.get_by_role("button", name="Show playground panel").click()
            await expect(page.get_by_role("heading", name="Break something")).to_be_visible()
        if name == "modal":
            await page.get_by_role("button", name="Close playground panel").click()
            await page.get_by_role("button", name="V1").click()
            await expect(page.get_by_role("dialog", name="Remix")).to_be_visible()
        assert await wrong_for_a_screen_reader(page) == {}, name


async def test_who_wants_no_motion_sees_colours_change_at_once(open_page: OpenPage) -> None:
    """With reduced motion a new theme is whole in one frame: no text fades from one theme's colour to the other's."""
    page = await open_page("ada", color_scheme="light", reduced_motion="reduce")
    button = page.get_by_role("button", name="Switch to the dark theme")
    assert await button.evaluate("button => (button.click(), document.getAnimations().length)") == 0
    await expect(page.locator("html")).to_have_attribute("data-theme", "dark")


async def test_the_first_frame_has_the_right_theme(browser: Browser, playground: Playground) -> None:
    """Who likes it light never sees a dark page: nothing is painted before the theme is known."""
    async with await browser.new_context(color_scheme="light") as context:
        page = await context.new_page()
        await page.add_init_script(GROUNDS)
        await page.goto(f"{playground.origin}/?as=ada")
        await expect(page.get_by_role("textbox", name="Message")).to_be_visible()
        light = await page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert await page.evaluate("grounds") == [light]
