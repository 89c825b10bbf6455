"""Pictures of the page on which a region is marked."""

from playwright.async_api import Locator, Page, expect

from tests.browser.shots.shooting import shoot


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
