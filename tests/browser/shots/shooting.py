"""How the pictures of docs/ are taken."""

from pathlib import Path

from playwright.async_api import Browser, Page

from tests.browser.conftest import PHONE, WIDE

FOLDER = Path(__file__).parents[3] / "docs" / "pictures"
PATIENCE = 120_000.0  # milliseconds: a busy machine takes its time
MORNING = 1_790_000_000.0
LOOKS = (("wide", WIDE, "dark"), ("phone", PHONE, "dark"), ("light", WIDE, "light"))


async def opened(browser: Browser, origin: str, member: str, viewport: dict[str, int], scheme: str) -> Page:
    """The page as this member sees it."""
    context = await browser.new_context(
        viewport=viewport,  # type: ignore[arg-type] # a TypedDict of the same keys
        color_scheme=scheme,  # type: ignore[arg-type] # one of its words
        reduced_motion="reduce",
        has_touch=viewport is PHONE,
        is_mobile=viewport is PHONE,
        device_scale_factor=1,
        timezone_id="UTC",
        locale="en-US",
    )
    context.set_default_timeout(PATIENCE)
    page = await context.new_page()
    await page.goto(f"{origin}/?as={member}")
    await page.get_by_role("textbox", name="Message #general").wait_for()
    return page


async def shoot(page: Page, name: str) -> None:
    """A picture once all pictures on the page have loaded."""
    await page.evaluate("Promise.all([...document.images].map(each => each.decode().catch(() => null)))")
    await page.screenshot(path=FOLDER / f"{name}.png", animations="disabled")
