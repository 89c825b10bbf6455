"""Pictures of what asks a member back: a window, a prompt that is wrong in it, many grids at once; and of a queue."""

from playwright.async_api import Browser, Locator, Page, expect

from playground.member import Member
from tests.browser.conftest import PHONE, WIDE
from tests.browser.shots.panels import IN_TIME, answer, article, button, posted
from tests.browser.shots.shooting import TALL, at_home, opened, shoot

PROMPT, WRONG = "a sailing boat on the sea", "a sailing boat on the sea --zoom 9"
MANY = "a {red, green, blue} apple on a table"
LONG = ("a red fox in a forest --steps 140", "a house on a hill --steps 140", "a castle in the snow --steps 140")


async def windows(browser: Browser) -> None:
    """Wide and on a phone."""
    async with at_home() as home, Member(home.origin, "ada") as ada, Member(home.origin, "mo") as mo:
        room = ada.channel("general")
        await ada.slash(room, "imagine", prompt=PROMPT)
        grid = await posted(ada, lambda each: len(each["components"]) == 2)
        await ada.press(grid, button(grid, "U2"))
        single = await posted(ada, lambda each: "Image #2" in each["content"])
        for name, viewport in (("wide", WIDE), ("phone", PHONE)):
            page = await opened(browser, home.origin, "ada", viewport | {"height": TALL}, "dark")
            await _asked(page, await article(page, single), name)
            many = await ada.slash(room, "imagine", prompt=MANY)
            await shoot(await answer(page, ada, many), f"order-{name}")
            await page.context.close()
            for prompt in LONG:
                nonce = await ada.slash(room, "imagine", prompt=prompt)
                await ada.wait_message(lambda each, of=nonce: each.get("nonce") == of, timeout=IN_TIME)
            page = await opened(browser, home.origin, "mo", viewport | {"height": TALL}, "dark")
            await shoot(await answer(page, mo, await mo.slash(room, "queue")), f"admin-queue-{name}")
            await page.context.close()


async def _asked(page: Page, message: Locator, name: str) -> None:
    """Custom Zoom below the picture of this message: its window, then the answer to what cannot be drawn."""
    await message.get_by_role("button", name="Custom Zoom").click()
    window = page.get_by_role("dialog")
    await expect(window.get_by_role("textbox")).to_be_visible()
    await shoot(window, f"window-{name}")
    await window.get_by_role("textbox").fill(WRONG)
    await window.get_by_role("button", name="Submit").click()
    again = page.get_by_role("article").filter(has=page.get_by_role("button", name="Edit again")).last
    await expect(again).to_be_visible()
    await again.scroll_into_view_if_needed()
    await shoot(again, f"again-{name}")
