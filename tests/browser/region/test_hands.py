"""All that hands do on the page of regions: a mouse, a pen, fingers on a phone, and the keyboard, with each tool."""

from itertools import pairwise
from typing import Any

from playwright.async_api import CDPSession, Page, expect

from tests.browser.conftest import PHONE
from tests.browser.region.conftest import Opened, Site, at, drag, white

Point = tuple[float, float]
PROMPT = "What the picture shows then"


class Fingers:
    """Of a hand on a phone, by the protocol of touch itself."""

    def __init__(self, page: Page, session: CDPSession) -> None:
        self.page, self._session = page, session

    async def touch(self, kind: str, *points: Point) -> None:
        """These fingers are there now, in parts of the picture as it was at first."""
        places = [await at(self.page, *each) for each in points]
        fingers = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(places)]
        await self._session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": fingers})

    async def draw(self, *points: Point) -> None:
        """With one finger along these points."""
        await self.touch("touchStart", points[0])
        for before, after in pairwise(points):
            for part in (0.25, 0.5, 0.75, 1):
                between = tuple(one + (other - one) * part for one, other in zip(before, after, strict=True))
                await self.touch("touchMove", (between[0], between[1]))
        await self.touch("touchEnd")


async def colour(page: Page, x: float, y: float) -> tuple[int, int, int]:
    """What is seen at a point of the picture, once it is drawn."""
    left, top = await at(page, x, y)
    seen: list[int] = await page.evaluate(
        """async ([x, y]) => {
            await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
            const canvas = document.querySelector('#canvas'), box = canvas.getBoundingClientRect()
            const density = canvas.width / box.width, ink = canvas.getContext('2d')
            return [...ink.getImageData((x - box.left) * density, (y - box.top) * density, 1, 1).data]
        }""",
        [left, top],
    )
    return seen[0], seen[1], seen[2]


async def sent(site: Site, page: Page, prompt: str = "") -> Any:
    """The mask, once it came."""
    if prompt:
        await page.get_by_label(PROMPT).fill(prompt)
    await page.get_by_role("button", name="Draw").click()
    return await site.mask()


async def test_on_a_phone_fingers_do_all_that_a_mouse_does(site: Site, opened: Opened) -> None:
    """Brush, rectangle, lasso, eraser, undo and redo, and the prompt is in sight before anything is scrolled."""
    page = await opened(viewport=PHONE, has_touch=True, is_mobile=True, device_scale_factor=2)
    hand = Fingers(page, await page.context.new_cdp_session(page))
    await expect(page.get_by_label(PROMPT)).to_be_in_viewport()
    await expect(page.get_by_role("button", name="Draw")).to_be_in_viewport()
    await hand.draw((0.1, 0.2), (0.3, 0.2))
    await page.get_by_role("button", name="Rectangle").tap()
    await hand.draw((0.5, 0.4), (0.8, 0.8))
    await page.get_by_role("button", name="Lasso").tap()
    await hand.draw((0.8, 0.05), (0.98, 0.05), (0.98, 0.35), (0.8, 0.35))
    await page.get_by_role("button", name="Eraser").tap()
    await hand.draw((0.6, 0.6), (0.7, 0.6))
    await hand.draw((0.15, 0.2), (0.25, 0.2))
    await page.get_by_role("button", name="Undo").tap()
    await page.get_by_role("button", name="Undo").tap()
    await page.get_by_role("button", name="Redo").tap()
    mask = await sent(site, page, "a castle")
    assert site.sent[0][0] == "a castle"
    assert [white(mask, *each) for each in ((0.2, 0.2), (0.52, 0.45), (0.78, 0.78), (0.9, 0.2))] == [True] * 4
    assert [white(mask, *each) for each in ((0.2, 0.6), (0.65, 0.6), (0.85, 0.7))] == [False] * 3


async def test_a_tap_right_after_a_stroke_counts(site: Site, opened: Opened) -> None:
    """Once: a browser may take it for what stops the stroke's own movement, and give no click; thumbs are quick."""
    page = await opened(viewport=PHONE, has_touch=True, is_mobile=True)
    hand = Fingers(page, await page.context.new_cdp_session(page))
    for number, name in enumerate(("Rectangle", "Lasso", "Eraser", "Brush") * 3):
        down = 0.1 + number * 0.06
        await hand.draw((0.1, down), (0.3, down), (0.3, down + 0.05))
        button = page.get_by_role("button", name=name)
        await button.tap()
        assert await button.get_attribute("aria-pressed") == "true"
    await page.locator("[data-deed=clear]").tap()
    for x in (0.2, 0.4, 0.6):
        await hand.draw((x, 0.2), (x, 0.4))
    for _ in range(2):
        await page.get_by_role("button", name="Undo").tap()
    mask = await sent(site, page, "a castle")
    assert [white(mask, x, 0.3) for x in (0.2, 0.4, 0.6)] == [True, False, False]


async def test_on_a_phone_two_fingers_enlarge_and_the_hand_moves(site: Site, opened: Opened) -> None:
    """What is drawn then is marked where it is seen; one press shows all of it again, another inverts."""
    page = await opened(viewport=PHONE, has_touch=True, is_mobile=True, device_scale_factor=2)
    hand = Fingers(page, await page.context.new_cdp_session(page))
    await hand.touch("touchStart", (0.45, 0.5))
    await hand.touch("touchStart", (0.45, 0.5), (0.55, 0.5))
    await hand.touch("touchMove", (0.4, 0.5), (0.6, 0.5))
    await hand.touch("touchEnd")
    await page.get_by_role("button", name="Move").tap()
    await hand.draw((0.5, 0.5), (0.75, 0.5))  # twice as large, so that the picture moves by half of that
    await page.get_by_role("button", name="Rectangle").tap()
    await hand.draw((0.3, 0.3), (0.7, 0.7))
    await page.get_by_role("button", name="Show all").tap()
    assert await page.get_by_role("button", name="Undo").is_enabled()
    await page.get_by_role("button", name="Invert").tap()
    mask = await sent(site, page)
    inside, outside = ((0.3, 0.5), (0.45, 0.55)), ((0.22, 0.5), (0.52, 0.5), (0.35, 0.35), (0.35, 0.65))
    assert [white(mask, *each) for each in (*inside, *outside)] == [False] * 2 + [True] * 4


async def test_a_pen_draws_wider_where_it_is_pressed_harder(site: Site, opened: Opened) -> None:
    """As pens do on paper."""
    page = await opened()
    session = await page.context.new_cdp_session(page)

    async def stroke(y: float, force: float) -> None:
        for kind, x in (("mousePressed", 0.2), ("mouseMoved", 0.5), ("mouseMoved", 0.8), ("mouseReleased", 0.8)):
            across, down = await at(page, x, y)
            moved: dict[str, Any] = {"type": kind, "x": across, "y": down, "button": "left", "buttons": 1}
            await session.send("Input.dispatchMouseEvent", moved | {"pointerType": "pen", "force": force})

    await stroke(0.25, 0.1)
    await stroke(0.75, 1.0)
    mask = await sent(site, page)
    light, hard = (sum(white(mask, 0.5, (half + part / 200) / 2) for part in range(200)) for half in (0, 1))
    assert 0 < light * 2 < hard


async def test_a_mouse_moves_what_it_looks_at(site: Site, opened: Opened) -> None:
    """With the hand, with the middle button, and with the space bar held, also when something was drawn before."""
    page = await opened()
    await page.get_by_role("button", name="Rectangle").click()
    await drag(page, (0.05, 0.05), (0.1, 0.1))
    await page.mouse.move(*await at(page, 0.5, 0.5))
    await page.mouse.wheel(0, -333)  # twice as large
    await page.keyboard.down("Space")
    await drag(page, (0.5, 0.5), (0.6, 0.5))
    await page.keyboard.up("Space")
    await page.mouse.move(*await at(page, 0.5, 0.5))
    await page.mouse.down(button="middle")
    await page.mouse.move(*await at(page, 0.6, 0.5), steps=4)
    await page.mouse.up(button="middle")
    await page.get_by_role("button", name="Move").click()
    await drag(page, (0.5, 0.5), (0.6, 0.5))
    await page.keyboard.press("r")
    await drag(page, (0.5, 0.4), (0.6, 0.6))
    mask = await sent(site, page)
    assert [white(mask, *each) for each in ((0.075, 0.075), (0.37, 0.5), (0.38, 0.53))] == [True] * 3
    assert [white(mask, *each) for each in ((0.5, 0.5), (0.45, 0.5), (0.3, 0.5), (0.375, 0.6))] == [False] * 4


async def test_the_brush_has_a_size(site: Site, opened: Opened) -> None:
    """By the slider and by its keys."""
    page = await opened()
    await page.get_by_label("Size").fill("4")
    await drag(page, (0.2, 0.2), (0.8, 0.2))
    await page.locator("#canvas").focus()
    for _ in range(12):
        await page.keyboard.press("]")
    await expect(page.get_by_label("Size")).to_have_value("40")
    await drag(page, (0.2, 0.7), (0.8, 0.7))
    mask = await sent(site, page)
    assert [white(mask, 0.5, y) for y in (0.2, 0.24, 0.7, 0.78)] == [True, False, True, True]


async def test_the_mask_is_seen_before_it_is_sent(opened: Opened) -> None:
    """Tinted over the picture; as a hole in it where one asks for that; and gone once all of it is cleared."""
    page = await opened()
    before = await colour(page, 0.5, 0.1)
    await page.get_by_label("Mark an area").select_option(label="Top half")
    tinted = await colour(page, 0.5, 0.1)
    assert tinted[0] > before[0] + 40
    await page.get_by_role("button", name="Preview").click()
    hole = await colour(page, 0.5, 0.1)
    assert max(hole) - min(hole) < 12, "grey checks"
    await page.get_by_role("button", name="Preview").click()
    await page.get_by_role("button", name="Clear").click()
    assert await colour(page, 0.5, 0.1) == before


async def test_keys_choose_each_tool_and_do_each_deed(site: Site, opened: Opened) -> None:
    """A box and a lasso without a pointer; what was typed into the prompt is text and no key of the page."""
    page = await opened()
    canvas = page.locator("#canvas")
    await canvas.focus()
    await page.keyboard.press("r")
    await page.keyboard.press("Space")
    for key in ("ArrowRight", "ArrowDown"):
        for _ in range(3):
            await page.keyboard.press(f"Shift+{key}")
    await page.keyboard.press("Space")
    await page.keyboard.press("l")
    await page.keyboard.press("Space")
    for key in ("ArrowLeft", "ArrowUp", "ArrowRight"):
        for _ in range(9):
            await page.keyboard.press(f"Shift+{key}")
    await page.keyboard.press("Space")
    await page.keyboard.press("Control+z")
    await page.keyboard.press("Control+Shift+z")
    for key in ("e", "h", "p", "p", "+", "-", "0"):
        await page.keyboard.press(key)
    await page.get_by_label(PROMPT).fill("")
    await page.get_by_label(PROMPT).press_sequentially("brick house, pile")
    assert await canvas.get_attribute("data-tool") == "hand"
    mask = await sent(site, page)
    assert site.sent[0][0] == "brick house, pile"
    assert white(mask, 0.55, 0.6)
    assert not white(mask, 0.8, 0.8)
