"""The pictures of docs/: `python -m tests.browser.screenshots` takes them anew from the running page."""

import asyncio
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.async_api import Browser, Page, async_playwright, expect

from bot.client import redirect
from bot.policy.settings import Place, Scope
from bot.store.audit import Act
from bot.store.store import Store, open_store
from playground import Clock, Playground
from playground.member import Json, Member
from tests.bot.drawing import studio_of
from tests.browser.conftest import FLAGS, PHONE, WIDE, by
from tests.browser.shots.front import front
from tests.browser.shots.panels import panels
from tests.browser.shots.reading import reading
from tests.browser.shots.region import spent
from tests.browser.shots.shooting import FOLDER, LOOKS, MORNING, opened, shoot
from tests.browser.small_bot import SmallBot, point_at


async def take() -> None:
    """All pictures, each from a fresh playground."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    found = shutil.which("chromium") or shutil.which("google-chrome")
    async with async_playwright() as playwright:
        flags = [flag for flag in FLAGS if not flag.startswith(("--headless", "--remote"))]
        browser = await playwright.chromium.launch(executable_path=found, args=flags)
        await _help(browser)
        await _limits(browser)
        await _conversation(browser)
        await reading(browser)
        await panels(browser)
        await front(browser)
        await spent(browser)
        await browser.close()


async def _help(browser: Browser) -> None:
    """What a newcomer sees first: the picker, and the answer to /help."""
    async with Playground(clock=Clock(MORNING), seed=1) as playground:
        with TemporaryDirectory() as folder:
            async with open_store(Path(folder) / "fourup.db", lambda: MORNING) as store:
                for guild in playground.world.guilds.values():
                    await store.places.meet(int(guild["id"]))
                redirect(playground.api_base)
                async with studio_of(store, version="0.1.0").client as bot:
                    running = asyncio.create_task(bot.start(playground.bot_token))
                    for name, viewport, scheme in LOOKS:
                        await _ask(await opened(browser, playground.origin, "ada", viewport, scheme), name)
                    await bot.close()
                    await running


async def _ask(page: Page, name: str) -> None:
    await page.get_by_role("textbox", name="Message #general").fill("/")
    await expect(page.get_by_role("option", name="/imagine")).to_be_visible()
    if name != "light":
        await shoot(page, f"picker-{name}")
    await page.get_by_role("textbox", name="Message #general").fill("/he")
    await page.get_by_role("option", name="/help").click()
    await page.get_by_role("button", name="Send command").click()
    await expect(page.get_by_role("article", name=by("Fourup"))).to_contain_text("Only you can see this")
    await page.get_by_role("article", name=by("Fourup")).evaluate("each => each.scrollIntoView({ block: 'start' })")
    await shoot(page, f"help-{name}")
    await page.context.close()


async def _limits(browser: Browser) -> None:
    """What a moderator sees: the panel for the server, and the window of a setting."""
    async with Playground(clock=Clock(MORNING), seed=1) as playground:
        with TemporaryDirectory() as folder:
            async with open_store(Path(folder) / "fourup.db", lambda: MORNING) as store:
                for guild in playground.world.guilds.values():
                    await store.places.meet(int(guild["id"]))
                studio = next(each for each in playground.world.guilds.values() if each["name"] == "Fourup Studio")
                await _set_limits(store, studio)
                redirect(playground.api_base)
                async with studio_of(store).client as bot:
                    running = asyncio.create_task(bot.start(playground.bot_token))
                    for name, viewport, scheme in LOOKS[:2]:
                        await _set_up(await opened(browser, playground.origin, "mo", viewport, scheme), name)
                    await bot.close()
                    await running


async def _set_limits(store: Store, guild: Json) -> None:
    by, everybody = Act(int(guild["owner_id"]), "", guild_id=int(guild["id"])), Place(Scope.SERVER, int(guild["id"]))
    role = Place(Scope.ROLE, next(int(each["id"]) for each in guild["roles"] if each["name"] == "Moderator"))
    for place, name, value in (
        (everybody, "gpu_day", 30),
        (everybody, "quiet", "23:00-07:00"),
        (everybody, "timezone", "Europe/Berlin"),
        (role, "gpu_day", "unlimited"),
    ):
        await store.limits.set(by, place, name, value)


async def _set_up(page: Page, name: str) -> None:
    await page.get_by_role("textbox", name="Message #general").fill("/admin panel")
    await page.get_by_role("option", name="/admin panel").click()
    await page.get_by_role("button", name="Send command").click()
    panel = page.get_by_role("article", name=by("Fourup"))
    await expect(panel).to_contain_text("What holds for the whole server")
    await shoot(page, f"limits-{name}")
    await panel.get_by_text("Change something").click()
    await page.get_by_role("option", name="GPU minutes a day").click()
    await expect(page.get_by_role("dialog", name="GPU minutes a day")).to_be_visible()
    await shoot(page, f"limit-{name}")
    await page.context.close()


async def _conversation(browser: Browser) -> None:
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


if __name__ == "__main__":
    asyncio.run(take())
