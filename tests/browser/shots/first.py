"""Pictures of what a newcomer sees first, and of what a moderator sets."""

from playwright.async_api import Browser, Page, expect

from bot.policy.settings import Place, Scope
from bot.store.audit import Act
from bot.store.store import Store
from playground.member import Json
from tests.browser.conftest import by
from tests.browser.shots.shooting import LOOKS, a_bot, opened, shoot


async def greeting(browser: Browser) -> None:
    """What a newcomer sees first: the picker, and the answer to /help."""
    async with a_bot(version="0.1.0") as (playground, _):
        for name, viewport, scheme in LOOKS:
            await _ask(await opened(browser, playground.origin, "ada", viewport, scheme), name)


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


async def limits(browser: Browser) -> None:
    """What a moderator sees: the panel for the server, and the window of a setting."""
    async with a_bot() as (playground, store):
        studio = next(each for each in playground.world.guilds.values() if each["name"] == "Fourup Studio")
        await _set_limits(store, studio)
        for name, viewport, scheme in LOOKS[:2]:
            await _set_up(await opened(browser, playground.origin, "mo", viewport, scheme), name)


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
