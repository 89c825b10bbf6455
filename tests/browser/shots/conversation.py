"""Pictures of the playground itself: two members and a bot of the tests."""

import asyncio

from playwright.async_api import Browser, expect

from playground import Clock, Playground
from playground.member import Member
from tests.browser.conftest import PHONE, WIDE, by
from tests.browser.shots.shooting import MORNING, opened, shoot
from tests.browser.small_bot import SmallBot, point_at


async def conversation(browser: Browser) -> None:
    """Two members and a bot of the tests: a grid with buttons, a card with a gallery, a modal, the side panel."""
    async with Playground(clock=Clock(MORNING), seed=2) as playground:
        point_at(playground)
        bot = SmallBot()
        bot.go_on.set()
        running = asyncio.create_task(bot.start(playground.bot_token))
        await bot.is_there.wait()
        async with Member(playground.origin, "ada") as ada, Member(playground.origin, "bo") as bo:
            await _talk(ada, bo)
            for name, viewport in (("wide", WIDE), ("phone", PHONE)):
                page = await opened(browser, playground.origin, "ada", viewport, "dark")
                await expect(page.get_by_role("article", name=by("Fourup"))).to_be_visible()
                await shoot(page, f"chat-{name}")
                await page.get_by_role("button", name="V1").click()
                await expect(page.get_by_role("dialog", name="Remix")).to_be_visible()
                await shoot(page, f"modal-{name}")
                await page.keyboard.press("Escape")
                await page.get_by_role("button", name="Show playground panel").click()
                await expect(page.get_by_role("heading", name="Break something")).to_be_visible()
                await shoot(page, f"panel-{name}")
                await page.context.close()
            await ada.slash(ada.channel("general"), "card")
            await ada.wait_message(lambda message: bool(message["flags"] & 1 << 15))
            page = await opened(browser, playground.origin, "ada", WIDE, "dark")
            await expect(page.get_by_text("notes.txt")).to_be_visible()
            await shoot(page, "card-wide")
        await bot.close()
        await running


async def _talk(ada: Member, bo: Member) -> None:
    channel = ada.channel("general")
    await bo.send(channel, "Good morning! Who has a picture for the **front page**?")
    await ada.slash(channel, "draw", prompt="a hill under a sun")
    grid = await ada.wait_message(lambda message: bool(message["components"]))
    await bo.react(grid, "❤️")
    await ada.react(grid, "❤️")
    await bo.send(channel, "Lovely, take number two.", message_reference={"message_id": grid["id"]})
