"""The page of regions in Chromium: drawn on with a mouse, with fingers, and with the keyboard alone."""

import io
from dataclasses import replace

import pytest
from PIL import Image
from playwright.async_api import expect

from bot.imagine.errors import INVALID_REQUEST, Refused
from tests.browser.conftest import PHONE, WIDE, wrong_for_a_screen_reader
from tests.browser.region.conftest import MARK, SIZE, Opened, Site, at, drag, plain, white


async def test_a_mouse_marks_a_region(site: Site, opened: Opened) -> None:
    """Brush, rectangle, lasso, eraser, undo and redo; the mask has the picture's size, and is sent with the prompt."""
    page = await opened()
    await drag(page, (0.1, 0.2), (0.3, 0.2))
    await page.get_by_role("button", name="Rectangle").click()
    await drag(page, (0.5, 0.4), (0.8, 0.8))
    await page.get_by_role("button", name="Lasso").click()
    await drag(page, (0.85, 0.05), (0.98, 0.05), (0.98, 0.3), (0.85, 0.3))
    await page.get_by_role("button", name="Eraser").click()
    await drag(page, (0.6, 0.6), (0.7, 0.6))
    await drag(page, (0.9, 0.1), (0.95, 0.2))
    await page.get_by_role("button", name="Undo").click()
    await page.get_by_role("button", name="Undo").click()
    await page.get_by_role("button", name="Redo").click()
    await page.get_by_label("What the picture shows then").fill("a castle on a meadow")
    await page.get_by_role("button", name="Draw").click()
    await expect(page.get_by_role("status")).to_contain_text("the picture comes in Discord")
    mask = await site.mask()
    assert (site.sent[0][0], mask.size) == ("a castle on a meadow", SIZE)
    marked = [(0.2, 0.2), (0.52, 0.45), (0.78, 0.78), (0.93, 0.2), (0.92, 0.12)]
    left = [(0.2, 0.5), (0.65, 0.6), (0.45, 0.4), (0.82, 0.82), (0.8, 0.1)]
    assert [white(mask, *each) for each in marked] == [True] * len(marked)
    assert [white(mask, *each) for each in left] == [False] * len(left)
    await expect(page.get_by_role("button", name="Draw")).to_be_disabled()


async def test_zoomed_in_it_marks_what_is_seen(site: Site, opened: Opened) -> None:
    """The wheel makes what is under it larger and leaves it there; inverted, all else is marked."""
    page = await opened()
    await page.mouse.move(*await at(page, 0.25, 0.25))
    await page.mouse.wheel(0, -600)
    await page.keyboard.press("r")
    await drag(page, (0.25, 0.25), (0.75, 0.75))
    await page.keyboard.press("i")
    await page.get_by_role("button", name="Draw").click()
    mask = await site.mask()
    assert not white(mask, 0.26, 0.26)
    assert white(mask, 0.24, 0.26)
    assert white(mask, 0.4, 0.4)


@pytest.mark.parametrize("colour", [MARK, "#ffffff", "#000000"])
async def test_what_is_marked_is_seen_on_any_picture(site: Site, opened: Opened, colour: str) -> None:
    """Around it is a white line with a dark one around that: on a picture of the mark's own colour too."""
    site.picture = replace(site.picture, blob=await site.blobs.put(plain(colour)))
    page = await opened()
    await page.keyboard.press("r")
    await drag(page, (0.25, 0.25), (0.75, 0.75))
    x, y = await at(page, 0.25, 0.5)
    shot = Image.open(io.BytesIO(await page.screenshot(clip={"x": x - 8, "y": y, "width": 16, "height": 1})))
    row = [shot.convert("L").getpixel((at, 0)) for at in range(16)]
    assert max(row[4:9]) > 230
    assert min(row[3:8]) < 130


async def test_fingers_mark_and_move(site: Site, opened: Opened) -> None:
    """On a phone one draws; two make it larger and leave no stroke."""
    page = await opened(viewport=PHONE, has_touch=True, is_mobile=True, device_scale_factor=2)
    session = await page.context.new_cdp_session(page)

    async def touch(kind: str, *points: tuple[float, float]) -> None:
        places = [await at(page, *each) for each in points]
        fingers = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(places)]
        await session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": fingers})

    await touch("touchStart", (0.2, 0.5))
    for x in (0.25, 0.3, 0.35, 0.4):
        await touch("touchMove", (x, 0.5))
    await touch("touchEnd")
    await expect(page.get_by_role("button", name="Undo")).to_be_enabled()
    share = page.locator("#share")
    before = await share.inner_text()
    await touch("touchStart", (0.6, 0.5))
    await touch("touchStart", (0.6, 0.5), (0.7, 0.5))
    await touch("touchMove", (0.5, 0.5), (0.8, 0.5))
    await touch("touchEnd")
    await page.get_by_role("button", name="Redo").is_disabled()
    assert await share.inner_text() == before
    await page.get_by_role("button", name="Draw").click()
    mask = await site.mask()
    assert white(mask, 0.3, 0.5)
    assert not white(mask, 0.6, 0.5)
    assert not white(mask, 0.7, 0.5)
    overflow = await page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert overflow <= 0


async def test_the_keyboard_is_enough(site: Site, opened: Opened) -> None:
    """Arrows move a cursor, the space bar begins and ends; an area can be marked by its name."""
    page = await opened()
    await page.locator("#canvas").focus()
    await page.keyboard.press("Space")
    for _ in range(8):
        await page.keyboard.press("Shift+ArrowRight")
    await page.keyboard.press("Space")
    await page.keyboard.press("Control+z")
    await page.keyboard.press("Control+y")
    await page.get_by_label("Mark an area").select_option(label="Top half")
    await page.get_by_label("What the picture shows then").press("Enter")
    mask = await site.mask()
    assert white(mask, 0.5, 0.1)
    assert white(mask, 0.75, 0.505)
    assert not white(mask, 0.3, 0.6)


async def test_what_is_marked_survives_a_lost_page(site: Site, opened: Opened) -> None:
    """Under a new link for the same picture it is there again, with the prompt; once it is drawn, no more."""
    page = await opened()
    await drag(page, (0.2, 0.5), (0.8, 0.5))
    await page.get_by_label("What the picture shows then").fill("a river")
    context = page.context
    await page.goto(site.link())
    await expect(page.get_by_role("status")).to_contain_text("is here again")
    await expect(page.get_by_label("What the picture shows then")).to_have_value("a river")
    site.trouble = Refused(INVALID_REQUEST, "region.empty")
    await page.get_by_role("button", name="Draw").click()
    await expect(page.get_by_role("alert")).to_contain_text("Nothing is marked")
    site.trouble = None
    await page.get_by_role("button", name="Draw").click()
    assert white(await site.mask(), 0.5, 0.5)
    await expect(page.get_by_role("status")).to_contain_text("comes in Discord")
    again = await opened(context=context)
    await expect(again.get_by_label("What the picture shows then")).to_have_value("a house on a meadow")


@pytest.mark.parametrize("how", ["nothing", "all"])
async def test_a_mask_of_nothing_or_all_stays_here(site: Site, opened: Opened, how: str) -> None:
    """The page says so before anything is sent."""
    page = await opened("de")
    if how == "all":
        await page.get_by_role("button", name="Umkehren").click()
    await page.get_by_role("button", name="Zeichnen").click()
    await expect(page.get_by_role("alert")).to_contain_text("markiert")
    assert site.sent == []


@pytest.mark.parametrize("viewport", [WIDE, PHONE])
async def test_a_screen_reader_finds_its_way(opened: Opened, viewport: dict[str, int]) -> None:
    """By the checker axe, on a wide screen and on a phone."""
    page = await opened(viewport=viewport, reduced_motion="reduce")
    await drag(page, (0.2, 0.5), (0.8, 0.5))
    assert await wrong_for_a_screen_reader(page) == {}
