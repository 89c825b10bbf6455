"""Pictures of the page on which a region is marked, and of what its link leads to afterwards."""

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.async_api import Browser, Locator, Page, expect

from bot.images.blobs import Blobs
from bot.jobs.job import Picture
from bot.web.editor import LASTS, Editor
from bot.web.site import application, served
from tests.browser.conftest import PHONE, WIDE
from tests.browser.shots.shooting import shoot
from tests.pictures import png

LOW = 400
"""Pixels: there is a heading and a sentence to be seen."""


async def marked(page: Page, message: Locator, viewport: dict[str, int], name: str) -> None:
    """A stroke and a rectangle on the picture of this message, and the prompt for what comes there."""
    await message.get_by_role("button", name="Vary (Region)").click()
    link = page.get_by_role("link", name="Mark the region").last
    editor = await page.context.new_page()
    await editor.set_viewport_size(viewport)  # type: ignore[arg-type] # a TypedDict of the same keys
    await editor.goto(str(await link.get_attribute("href")))
    await expect(editor.locator("[data-deed=undo]")).to_be_disabled()
    box = await editor.locator("#canvas").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    await editor.mouse.move(x - 60, y - 60)
    await editor.mouse.down()
    for across, down in ((0, -80), (60, -50), (70, 0)):
        await editor.mouse.move(x + across, y + down, steps=8)
    await editor.mouse.up()
    await editor.get_by_role("textbox", name="What the picture shows then").fill("a lighthouse at the sea")
    await editor.mouse.move(5, 5)
    await shoot(editor, name)
    await editor.close()


async def spent(browser: Browser) -> None:
    """A link that was used, and one that has run out."""
    now = [0.0]

    async def drawn(prompt: str, mask: bytes) -> None:
        """It is taken on."""

    with TemporaryDirectory() as folder:
        blobs = Blobs(Path(folder))
        editor = Editor("", blobs, lambda: now[0])
        picture = Picture(await blobs.put(png(768, 512)), 768, 512, 7)
        async with served(application(editor.routes()), "127.0.0.1", 0) as port:
            for name, viewport in (("wide", WIDE), ("phone", PHONE)):
                context = await browser.new_context(viewport=viewport | {"height": LOW})  # type: ignore[arg-type]
                page = await context.new_page()
                for which in ("used", "expired"):
                    link = f"http://127.0.0.1:{port}{editor.invite(picture, 'a house', 'en-US', drawn)}"
                    await page.goto(link)
                    if which == "used":
                        await page.get_by_label("Mark an area").select_option(index=1)
                        await page.get_by_role("button", name="Draw").click()
                        await expect(page.get_by_role("status")).to_contain_text("It is being drawn")
                    else:
                        now[0] += LASTS
                    await page.goto(link)
                    await shoot(page, f"region-{which}-{name}")
                await context.close()
