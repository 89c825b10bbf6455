"""The side panel: being somebody else, breaking something, moving the clock, looking after the bot."""

from playwright.async_api import Page, expect

from playground import Playground
from playground.member import Member
from tests.browser.conftest import OpenPage
from tests.browser.small_bot import SmallBot


async def opened(page: Page) -> None:
    await page.get_by_role("button", name="Show playground panel").click()
    await expect(page.get_by_role("complementary", name="Playground")).to_be_visible()


async def test_one_can_be_somebody_else(open_page: OpenPage) -> None:
    """A moderator sees more than a newcomer does, in the same window."""
    page = await open_page("nia")
    channels = page.get_by_role("navigation", name="Channels")
    await expect(channels).not_to_contain_text("mods")
    await opened(page)
    await page.get_by_role("radio", name="Mo, Moderator").click()
    await expect(channels).to_contain_text("mods")
    await expect(page.get_by_role("region", name="You")).to_contain_text("Mo")


async def test_trouble_is_made_and_ended(open_page: OpenPage, playground: Playground) -> None:
    """A fault is set up from the panel, is listed with what is left, and can be taken away."""
    page = await open_page("ada")
    await opened(page)
    panel = page.get_by_role("complementary", name="Playground")
    await panel.get_by_label("What should go wrong?").select_option(label="Error before the effect")
    await panel.get_by_label("How many requests").fill("3")
    await panel.get_by_role("button", name="Break it").click()
    listed = panel.get_by_role("list", name="Faults in force")
    await expect(listed.get_by_role("listitem")).to_have_count(1)
    await expect(listed).to_contain_text("3")
    assert [fault.kind for fault in playground.faults.waiting()] == ["error_before"]
    await listed.get_by_role("button", name="Remove").click()
    await expect(listed).to_have_count(0)
    assert playground.faults.waiting() == []


async def test_the_clock_is_moved(open_page: OpenPage, playground: Playground) -> None:
    """A quarter of an hour passes at a press."""
    before = playground.clock.now()
    page = await open_page("ada")
    await opened(page)
    await page.get_by_role("button", name="Move the clock forward 15 min").click()
    await expect(page.get_by_role("complementary", name="Playground")).to_contain_text("ahead")
    assert playground.clock.now() == before + 900


async def test_a_new_member_joins(open_page: OpenPage, ada: Member) -> None:
    """Somebody comes in by the panel, and can be acted as."""
    page = await open_page("ada")
    await opened(page)
    await page.get_by_role("button", name="Let a new member join").click()
    await page.get_by_role("dialog").get_by_role("textbox").fill("Zoe")
    await page.keyboard.press("Enter")
    await ada.wait_for("GUILD_MEMBER_ADD", lambda data: data["user"]["username"] == "zoe")
    await expect(page.get_by_role("radio", name="Zoe, Newcomer")).to_be_visible()


async def test_dms_can_be_closed(open_page: OpenPage, playground: Playground) -> None:
    """A switch says whether this member takes direct messages."""
    page = await open_page("ada")
    await opened(page)
    switch = page.get_by_role("switch", name="Ada accepts direct messages")
    await switch.click()
    await expect(switch).not_to_be_checked()
    ada = next(user for user in playground.world.users.values() if user["username"] == "ada")
    assert ada["_accepts_dms"] is False


async def test_a_language_is_chosen(open_page: OpenPage, playground: Playground) -> None:
    """By its own name, for the member that one acts as."""
    page = await open_page("ada")
    await opened(page)
    choice = page.get_by_label("Ada reads Discord in")
    await expect(choice).to_have_value("en-US")
    await choice.select_option(label="日本語 (ja)")
    await expect(choice).to_have_value("ja")
    await page.get_by_role("radio", name="Mo, Moderator").click()
    await expect(page.get_by_label("Mo reads Discord in")).to_have_value("en-US")
    ada = next(user for user in playground.world.users.values() if user["username"] == "ada")
    assert ada["_locale"] == "ja"


async def test_the_wire_is_seen(open_page: OpenPage, ada: Member) -> None:
    """Each exchange shows with its method, path and status."""
    page = await open_page("ada")
    await opened(page)
    await ada.send(ada.channel("general"), "hello")
    await expect(page.get_by_role("complementary", name="Playground")).to_contain_text("POST")


async def test_the_bot_comes_and_goes(open_page: OpenPage, small_bot: SmallBot) -> None:
    """The panel says whether the bot is there, and that nobody can restart it here."""
    page = await open_page("ada")
    await opened(page)
    panel = page.get_by_role("complementary", name="Playground")
    await expect(panel).to_contain_text("online", ignore_case=True)
    await small_bot.close()
    await expect(panel).to_contain_text("offline", ignore_case=True)
