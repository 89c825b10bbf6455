"""Buttons, selects, modals, galleries."""

import re

from playwright.async_api import expect

from playground import Playground
from playground.member import Member
from tests.browser.conftest import OpenPage, by
from tests.browser.small_bot import SmallBot
from tests.pictures import png


async def drawn(small_bot: SmallBot, ada: Member) -> None:
    """A grid in #general."""
    small_bot.go_on.set()
    await ada.slash(ada.channel("general"), "draw", prompt="a hill")
    await ada.wait_message(lambda message: bool(message["components"]))


async def test_a_press_is_answered_where_it_was_pressed(open_page: OpenPage, small_bot: SmallBot, ada: Member) -> None:
    """The pressed button turns blue for everybody, and the picture follows as a reply."""
    await drawn(small_bot, ada)
    page, other = await open_page("ada"), await open_page("bo")
    await page.get_by_role("button", name="U2").click()
    await expect(page.get_by_role("log").get_by_role("article").last).to_contain_text("Image #2")
    await expect(page.get_by_role("log").get_by_role("img", name="number 2")).to_be_visible()
    for window in (page, other):
        styled = window.get_by_role("button", name="U2")
        await expect(styled).to_have_class(re.compile("blurple"))


async def test_a_modal_is_filled_in_and_sent(open_page: OpenPage, small_bot: SmallBot, ada: Member) -> None:
    """Text, a choice, a file and a tick; Escape closes it, and it opens again."""
    await drawn(small_bot, ada)
    page = await open_page("ada")
    await page.get_by_role("button", name="V1").click()
    modal = page.get_by_role("dialog", name="Remix")
    await expect(modal.get_by_label("New prompt")).to_have_value("a hill")
    await page.keyboard.press("Escape")
    await expect(modal).to_have_count(0)
    await page.get_by_role("button", name="V1").click()
    await modal.get_by_label("New prompt").fill("two hills")
    await modal.get_by_role("combobox", name="Style").click()
    await page.get_by_role("option", name="Neon").click()
    await modal.locator("input[type=file]").set_input_files(
        {"name": "a.png", "mimeType": "image/png", "buffer": png(20, 20)}
    )
    await modal.get_by_role("checkbox", name="Seamless").check(force=True)
    await modal.get_by_role("button", name="Submit").click()
    await expect(page.get_by_role("log")).to_contain_text("Remixed: two hills, neon, 1 file, tile True")
    await expect(modal).to_have_count(0)


async def test_lists_are_chosen_from(open_page: OpenPage, small_bot: SmallBot, ada: Member) -> None:
    """Texts, several at once; a member; a channel: each as the bot asked."""
    await ada.slash(ada.channel("general"), "pick")
    page = await open_page("ada")
    await page.get_by_role("combobox", name="Pick styles").click()
    for style in ("neon", "pencil"):
        await page.get_by_role("option", name=style).click()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("log")).to_contain_text("Picked neon and pencil")
    await page.get_by_role("combobox", name="Pick a member").click()
    await page.get_by_role("option", name="Olive").click()
    await expect(page.get_by_role("log")).to_contain_text("Picked Olive")
    await page.get_by_role("combobox", name="Pick a channel").click()
    await page.get_by_role("option", name=re.compile("^pictures")).click()
    await expect(page.get_by_role("log")).to_contain_text("Picked #pictures")


async def test_a_card_shows_its_gallery(open_page: OpenPage, small_bot: SmallBot, ada: Member) -> None:
    """Components V2: heading, four pictures, a section, a file; a picture opens large, and the arrows turn pages."""
    await ada.slash(ada.channel("general"), "card")
    page = await open_page("ada")
    card = page.get_by_role("article", name=by("Fourup"))
    await expect(card.get_by_role("heading", name="Four hills")).to_be_visible()
    pictures = card.get_by_role("img", name="hill")
    await expect(pictures).to_have_count(5)
    assert await pictures.evaluate_all("all => all.map(one => one.naturalWidth)") == [256] * 5
    await expect(card).to_contain_text("notes.txt")
    await card.get_by_role("button", name="Open picture").first.click()
    large = page.get_by_role("dialog")
    first = await large.locator("img").first.get_attribute("src")
    await page.keyboard.press("ArrowRight")
    await expect(large.locator("img").first).not_to_have_attribute("src", str(first))
    await page.keyboard.press("Escape")
    await expect(large).to_have_count(0)


async def test_a_press_that_nobody_answers_fails_in_words(
    open_page: OpenPage, small_bot: SmallBot, ada: Member, playground: Playground
) -> None:
    """With the bot gone, the press fails after three seconds, at the message, and can be tried again."""
    await drawn(small_bot, ada)
    page = await open_page("ada")
    await small_bot.close()
    async with page.expect_response("**/interactions"):
        await page.get_by_role("button", name="U1").click()
    playground.clock.advance(3.1)
    await expect(page.get_by_role("log")).to_contain_text("This interaction failed")
    await expect(page.get_by_role("button", name="U1")).to_be_enabled()
