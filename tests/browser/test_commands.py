"""Commands and menus, as they are typed, filled in and chosen."""

import asyncio

from playwright.async_api import Page, expect

from playground import Playground
from playground.member import Member
from tests.browser.conftest import PATIENCE, PHONE, OpenPage, by, drop
from tests.browser.small_bot import SmallBot
from tests.pictures import png


async def pick(page: Page, name: str) -> None:
    """Type a slash and the command's name, and take it with Enter."""
    await page.get_by_role("textbox", name="Message #general").click()
    await page.keyboard.type(f"/{name}")
    await expect(page.get_by_role("listbox", name="Commands").get_by_role("option", name=f"/{name}")).to_be_visible()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("group", name=f"Command /{name}")).to_be_visible()


async def add_option(page: Page, name: str) -> None:
    await page.get_by_role("button", name="Add an option").click()
    await page.get_by_role("option", name=name).or_(page.get_by_role("menuitem", name=name)).first.click()


async def test_a_slash_lists_the_commands(open_page: OpenPage, small_bot: SmallBot) -> None:
    """What the member may use here, narrowed by what is typed; a moderator sees more."""
    ada, mo = await open_page("ada"), await open_page("mo")
    for page, commands in ((ada, 4), (mo, 5)):
        await page.get_by_role("textbox", name="Message #general").fill("/")
        await expect(page.get_by_role("listbox", name="Commands").get_by_role("option")).to_have_count(commands)
    await ada.keyboard.type("dr")
    await ada.get_by_role("textbox", name="Message #general").fill("/dr")
    await expect(ada.get_by_role("listbox", name="Commands").get_by_role("option")).to_have_count(1)


async def test_typed_options_reach_the_bot(open_page: OpenPage, small_bot: SmallBot) -> None:
    """Text, a number, a suggestion of the bot's and a dropped picture: one command, one answer with buttons."""
    small_bot.go_on.set()
    page = await open_page("ada")
    await pick(page, "draw")
    await page.get_by_role("textbox", name="prompt").fill("a hill")
    await add_option(page, "count")
    await page.get_by_role("textbox", name="count", exact=True).fill("3")
    await add_option(page, "style")
    await page.get_by_role("combobox", name="style", exact=True).fill("wood")
    await page.get_by_role("option", name="Woodcut").click()
    await add_option(page, "image")
    await page.locator("input[type=file]").last.set_input_files(
        {"name": "start.png", "mimeType": "image/png", "buffer": png(20, 20)}
    )
    await page.get_by_role("button", name="Send command").click()
    answer = page.get_by_role("article", name=by("Fourup"))
    await expect(answer).to_contain_text("a hill in woodcut, 3 of them from start.png")
    await expect(answer).to_contain_text("/draw")
    for button in ("U1", "U4", "V1", "V4"):
        await expect(answer.get_by_role("button", name=button)).to_be_visible()


async def test_a_dropped_picture_becomes_the_option(open_page: OpenPage, small_bot: SmallBot) -> None:
    """While a command is filled in, a picture dropped on the page goes to its picture option."""
    small_bot.go_on.set()
    page = await open_page("ada")
    await pick(page, "draw")
    await page.get_by_role("textbox", name="prompt").fill("a hill")
    await drop(page, png(20, 20))
    await expect(page.get_by_role("group", name="Command /draw")).to_contain_text("dropped.png")
    await page.get_by_role("button", name="Send command").click()
    await expect(page.get_by_role("article", name=by("Fourup"))).to_contain_text("from dropped.png")


async def test_what_is_missing_or_wrong_is_said_before_it_is_sent(open_page: OpenPage, small_bot: SmallBot) -> None:
    """A needed option that is empty, and a number out of range, are named where they stand; nothing is sent."""
    page = await open_page("ada")
    await pick(page, "draw")
    await page.get_by_role("button", name="Send command").click()
    await expect(page.get_by_role("textbox", name="prompt")).to_have_attribute("aria-invalid", "true")
    await page.get_by_role("textbox", name="prompt").fill("a hill")
    await add_option(page, "count")
    await page.get_by_role("textbox", name="count", exact=True).fill("9")
    await page.get_by_role("button", name="Send command").click()
    await expect(page.get_by_role("textbox", name="count", exact=True)).to_have_attribute("aria-invalid", "true")
    assert await page.get_by_role("log").get_by_role("article").count() == 0


async def test_progress_is_seen_without_reload(open_page: OpenPage, small_bot: SmallBot) -> None:
    """A preview first, then the result in its place: one message, one node, also for those who only watch."""
    ada, bo = await open_page("ada"), await open_page("bo")
    await pick(ada, "draw")
    await ada.get_by_role("textbox", name="prompt").fill("a hill")
    await ada.keyboard.press("Enter")
    for page in (ada, bo):
        answer = page.get_by_role("article", name=by("Fourup"))
        await expect(answer).to_contain_text("(31%)")
        await expect(answer.get_by_role("img", name="number 4")).to_be_visible()
        await answer.evaluate("node => { node.dataset.mark = 'same' }")
    small_bot.go_on.set()
    for page in (ada, bo):
        answer = page.get_by_role("article", name=by("Fourup"))
        await expect(answer).to_contain_text("in pencil")
        await expect(answer.get_by_role("img", name="Four hills")).to_be_visible()
        await expect(answer).to_have_attribute("data-mark", "same")


async def test_a_private_answer_is_for_one(open_page: OpenPage, small_bot: SmallBot, bo: Member) -> None:
    """Only the member who asked sees it, says so, and can wave it away."""
    ada, other = await open_page("ada"), await open_page("bo")
    message = await bo.send(bo.channel("general"), "what does this say?")
    said = ada.locator(f'[data-message-id="{message["id"]}"]')
    await said.click(button="right")
    await ada.get_by_role("menuitem", name="Apps").hover()
    await ada.get_by_role("menuitem", name="Describe").click()
    answer = ada.get_by_role("article", name=by("Fourup"))
    await expect(answer).to_contain_text("It says: what does this say?")
    await expect(answer).to_contain_text("Only you can see this")
    await expect(other.get_by_role("article", name=by("Fourup"))).to_have_count(0)
    await answer.get_by_role("button", name="Dismiss message").click()
    await expect(answer).to_have_count(0)


async def test_a_members_menu_holds_the_bots_commands(open_page: OpenPage, small_bot: SmallBot) -> None:
    """A right click on a member offers what the bot can do with them."""
    page = await open_page("ada")
    await page.get_by_role("button", name="Bo, offline").click(button="right")
    await page.get_by_role("menuitem", name="Apps").hover()
    await page.get_by_role("menuitem", name="Greet").click()
    await expect(page.get_by_role("article", name=by("Fourup"))).to_contain_text("Hello Bo!")


async def test_a_mouse_in_a_narrow_window_opens_the_next_menu_by_a_click(
    open_page: OpenPage, small_bot: SmallBot, bo: Member
) -> None:
    """Which stands in the place of the first there: it does not come under the pointer before the click."""
    page = await open_page("ada", viewport=PHONE)
    message = await bo.send(bo.channel("general"), "what does this say?")
    await page.locator(f'[data-message-id="{message["id"]}"]').click(button="right")
    await page.get_by_role("menuitem", name="Apps").click()
    await page.get_by_role("menuitem", name="Describe").click()
    await expect(page.get_by_role("article", name=by("Fourup"))).to_contain_text("It says: what does this say?")


async def test_a_bot_that_does_not_answer_is_said_so(
    open_page: OpenPage, small_bot: SmallBot, playground: Playground
) -> None:
    """After three seconds the member reads that the application did not respond."""
    page = await open_page("ada")
    await pick(page, "sleep")
    await page.get_by_role("button", name="Send command").click()
    await asyncio.wait_for(small_bot.was_asked.wait(), PATIENCE / 1000)
    playground.clock.advance(3.1)
    await expect(page.get_by_role("log")).to_contain_text("The application did not respond")
