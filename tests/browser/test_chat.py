"""Writing and reading, in one window and in two."""

import re

import pytest
from playwright.async_api import expect

from playground import Playground
from playground.member import Member
from tests.browser.conftest import OpenPage, by, drop
from tests.pictures import png


async def test_what_one_writes_the_other_reads(open_page: OpenPage) -> None:
    """Two windows, two members: a message appears in both without a reload."""
    ada, bo = await open_page("ada"), await open_page("bo")
    await ada.get_by_role("textbox", name="Message #general").fill("Hello **Bo**, how are you?")
    await ada.keyboard.press("Enter")
    for page in (ada, bo):
        said = page.get_by_role("article", name=by("Ada"))
        await expect(said).to_contain_text("Hello Bo, how are you?")
        await expect(said.locator("strong")).to_have_text("Bo")
    await bo.get_by_role("textbox", name="Message #general").fill("Fine!")
    await bo.keyboard.press("Enter")
    await expect(ada.get_by_role("article", name=by("Bo"))).to_contain_text("Fine!")


async def test_edits_are_seen_as_they_happen(open_page: OpenPage, ada: Member, bo: Member) -> None:
    """A message that changes while one looks at it changes in place, keeps its node, and is marked."""
    message = await bo.send(bo.channel("general"), "first")
    page = await open_page("ada")
    said = page.locator(f'[data-message-id="{message["id"]}"]')
    await said.evaluate("node => { node.dataset.mark = 'same' }")
    await bo.api("PATCH", f"/channels/{message['channel_id']}/messages/{message['id']}", {"content": "second"})
    await expect(said).to_contain_text("second")
    await expect(said).to_contain_text("(edited)")
    await expect(said).to_have_attribute("data-mark", "same")
    await bo.api("DELETE", f"/channels/{message['channel_id']}/messages/{message['id']}")
    await expect(said).to_have_count(0)


async def test_the_last_message_is_edited_with_the_up_key(open_page: OpenPage) -> None:
    """Up in the empty box opens one's last message; Enter saves, Escape leaves it as it was."""
    page = await open_page("ada")
    await page.get_by_role("textbox", name="Message #general").fill("a tpyo")
    await page.keyboard.press("Enter")
    said = page.get_by_role("article", name=by("Ada"))
    await expect(said).to_contain_text("a tpyo")
    await expect(said).not_to_have_class(re.compile("local-pending"))
    await page.keyboard.press("ArrowUp")
    editor = said.get_by_role("textbox")
    await editor.fill("a typo")
    await editor.press("Enter")
    await expect(said).to_contain_text("a typo")
    await page.get_by_role("textbox", name="Message #general").press("ArrowUp")
    await said.get_by_role("textbox").fill("never mind")
    await page.keyboard.press("Escape")
    await expect(said).to_contain_text("a typo")


async def test_reactions_are_put_and_taken_back(open_page: OpenPage, bo: Member) -> None:
    """A click on a reaction joins it, another leaves it, and the count is everybody's."""
    message = await bo.send(bo.channel("general"), "like it?")
    await bo.react(message, "❤️")
    page = await open_page("ada")
    said = page.locator(f'[data-message-id="{message["id"]}"]')
    heart = said.get_by_role("button", name="❤️")
    await expect(heart).to_contain_text("1")
    await heart.click()
    await expect(heart).to_contain_text("2")
    await expect(heart).to_have_attribute("aria-pressed", "true")
    await heart.click()
    await expect(heart).to_contain_text("1")
    await said.hover()
    await said.get_by_role("button", name="Add Reaction").click()
    picker = page.get_by_role("dialog", name="Emoji picker")
    await picker.get_by_role("searchbox", name="Search emoji").fill("thumbs up")
    await page.keyboard.press("Enter")
    await expect(said.get_by_role("button", name="👍")).to_contain_text("1")


async def test_a_reply_shows_what_it_answers(open_page: OpenPage, bo: Member) -> None:
    """Reply is in the message's menu; the answer quotes the question and pings its author."""
    message = await bo.send(bo.channel("general"), "Which colour?")
    page = await open_page("ada")
    await page.locator(f'[data-message-id="{message["id"]}"]').click(button="right")
    await page.get_by_role("menuitem", name="Reply").click()
    await page.keyboard.type("Green.")
    await page.keyboard.press("Enter")
    answer = page.get_by_role("article", name=by("Ada"))
    await expect(answer).to_contain_text("Which colour?")
    assert (await bo.wait_message(lambda found: found["content"] == "Green."))["mentions"][0]["username"] == "bo"


async def test_files_are_dropped_and_seen(open_page: OpenPage, bo: Member) -> None:
    """A picture dropped on the window is shown before it is sent, and then to everybody, with its own size."""
    page = await open_page("ada")
    await drop(page, png(40, 30))
    await expect(page.get_by_text("dropped.png").first).to_be_visible()
    await page.get_by_role("textbox", name="Message #general").fill("look")
    await page.keyboard.press("Enter")
    heard = await bo.wait_message(lambda message: message["content"] == "look")
    (attachment,) = heard["attachments"]
    assert (attachment["width"], attachment["height"]) == (40, 30)
    assert await bo.fetch(attachment["url"]) == png(40, 30)
    await expect(page.get_by_role("log").get_by_role("img", name="dropped.png")).to_be_visible()


async def test_who_may_not_write_is_told_why(open_page: OpenPage, bo: Member) -> None:
    """A member in time-out sees the reason in place of the box."""
    async with Member(bo._origin, "mo") as mo:
        body = {"communication_disabled_until": "2026-09-21T20:00:00+00:00"}
        page = await open_page("ada")
        await mo.api("PATCH", f"/guilds/{mo.guild()['id']}/members/{await _id_of('ada', bo)}", body)
    await expect(page.get_by_role("main")).to_contain_text("timed out", ignore_case=True)


async def _id_of(name: str, member: Member) -> str:
    found = next(each["user"] for each in member.guild()["members"] if each["user"]["username"] == name)
    identifier: str = found["id"]
    return identifier


@pytest.mark.parametrize(
    "text",
    [
        "<img src=x onerror=alert(1)>",
        "[click](javascript:alert(1))",
        "```html\n<script>alert(1)</script>\n```",
        "**" * 500 + "x" + "**" * 400,
        "> " * 300 + "deep",
        "\u202egnp.exe \u200b\u2066x",
    ],
)
async def test_hostile_text_stays_text(open_page: OpenPage, bo: Member, text: str) -> None:
    """Markup of others is shown, never run, and cannot freeze or break the page."""
    await bo.send(bo.channel("general"), text)
    page = await open_page("ada")
    page.on("dialog", lambda dialog: pytest.fail(f"ran {dialog.message}"))
    said = page.get_by_role("article", name=by("Bo"))
    await expect(said).to_be_visible()
    assert await said.locator("script, img[onerror], a[href^='javascript:']").count() == 0
    await page.get_by_role("textbox", name="Message #general").fill("still here")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("article", name=by("Ada"))).to_contain_text("still here")


async def test_a_cut_line_is_mended_and_nothing_is_missed(
    open_page: OpenPage, playground: Playground, bo: Member
) -> None:
    """The page resumes by itself: what was said meanwhile is there, once, and the page was not loaded anew."""
    page = await open_page("ada")
    await page.evaluate("document.body.dataset.mark = 'same'")
    ada = await _id_of("ada", bo)
    session = next(playground.hub.sessions(ada))
    assert session.wire
    session.wire.abort()
    await bo.send(bo.channel("general"), "said meanwhile")
    await expect(page.get_by_role("article", name=by("Bo"))).to_contain_text("said meanwhile")
    await expect(page.get_by_role("article", name=by("Bo"))).to_have_count(1)
    assert [each.id for each in playground.hub.sessions(ada)] == [session.id]
    assert await page.evaluate("document.body.dataset.mark") == "same"
