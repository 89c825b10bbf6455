"""The pictures of docs/: `python -m tests.browser.screenshots` takes them anew from the running page."""

import asyncio
import io
import shutil
from collections.abc import Sequence
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory

from PIL import Image
from playwright.async_api import Browser, Page, async_playwright, expect

from bot.client import redirect
from bot.images.shown import preview, swatches
from bot.imagine.reading import Described
from bot.jobs.job import Asked
from bot.policy.settings import Place, Scope
from bot.store.audit import Act
from bot.store.store import Store, open_store
from engine.reading.pocket import PocketReader
from engine.reading.talk import Weighed
from playground import Clock, Playground
from playground.member import Json, Member
from tests.bot.drawing import studio_of
from tests.browser.conftest import FLAGS, PHONE, WIDE, by
from tests.browser.small_bot import SmallBot, point_at

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
TALL = 1480
"""Pixels in which an answer is to be seen whole."""
PATIENCE = 120_000.0  # milliseconds: a busy machine takes its time
MORNING = 1_790_000_000.0
LOOKS = (("wide", WIDE, "dark"), ("phone", PHONE, "dark"), ("light", WIDE, "light"))


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
        await _reading(browser)
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
                        await _ask(await _open(browser, playground, "ada", viewport, scheme), name)
                    await bot.close()
                    await running


async def _ask(page: Page, name: str) -> None:
    await page.get_by_role("textbox", name="Message #general").fill("/")
    await expect(page.get_by_role("option", name="/imagine")).to_be_visible()
    if name != "light":
        await _shoot(page, f"picker-{name}")
    await page.get_by_role("textbox", name="Message #general").fill("/he")
    await page.get_by_role("option", name="/help").click()
    await page.get_by_role("button", name="Send command").click()
    await expect(page.get_by_role("article", name=by("Fourup"))).to_contain_text("Only you can see this")
    await _shoot(page, f"help-{name}")
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
                        await _set_up(await _open(browser, playground, "mo", viewport, scheme), name)
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
    dismissed = page.get_by_role("button", name="Dismiss the welcome")
    if await dismissed.count():
        await dismissed.click()
    await page.get_by_role("textbox", name="Message #general").fill("/admin panel")
    await page.get_by_role("option", name="/admin panel").click()
    await page.get_by_role("button", name="Send command").click()
    panel = page.get_by_role("article", name=by("Fourup"))
    await expect(panel).to_contain_text("What holds for the whole server")
    await _shoot(page, f"limits-{name}")
    await panel.get_by_text("Change something").click()
    await page.get_by_role("option", name="GPU minutes a day").click()
    await expect(page.get_by_role("dialog", name="GPU minutes a day")).to_be_visible()
    await _shoot(page, f"limit-{name}")
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
                page = await _open(browser, playground, "ada", viewport, "dark")
                await page.get_by_role("button", name="Dismiss the welcome").click()
                await expect(page.get_by_role("article", name=by("Fourup"))).to_be_visible()
                await _shoot(page, f"grid-{name}")
                await page.get_by_role("button", name="V1").click()
                await expect(page.get_by_role("dialog", name="Remix")).to_be_visible()
                await _shoot(page, f"modal-{name}")
                await page.keyboard.press("Escape")
                await page.get_by_role("button", name="Show playground panel").click()
                await expect(page.get_by_role("heading", name="Break something")).to_be_visible()
                await _shoot(page, f"panel-{name}")
                await page.context.close()
            await ada.slash(ada.channel("general"), "card")
            await ada.wait_message(lambda message: bool(message["flags"] & 1 << 15))
            page = await _open(browser, playground, "ada", WIDE, "dark")
            await page.get_by_role("button", name="Dismiss the welcome").click()
            await expect(page.get_by_text("notes.txt")).to_be_visible()
            await _shoot(page, "card-wide")
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


class _Reads:
    """Pocket itself, in this process."""

    def __init__(self) -> None:
        self._reader = PocketReader.load()

    async def describe(self, asked: Asked, link: str) -> Described:
        """The castle, whatever is shown."""
        with NamedTemporaryFile(suffix=".png") as file:
            file.write(_castle())
            file.flush()
            seen = self._reader.describe(Image.open(file.name))
            return Described(seen, preview(Path(file.name)), swatches(seen.palette))

    async def weigh(self, asked: Asked, words: Sequence[str]) -> Weighed:
        """By its text encoder."""
        return self._reader.weigh(words)


def _castle() -> bytes:
    """A picture of Pocket's, from its sheet."""
    target = io.BytesIO()
    Image.open(FOLDER / "pocket.jpg").crop((334, 358, 496, 516)).resize((512, 512), Image.Resampling.LANCZOS).save(
        target, "PNG"
    )
    return target.getvalue()


async def _reading(browser: Browser) -> None:
    """/describe, /shorten and /translate, as their answers look."""
    async with Playground(clock=Clock(MORNING), seed=1) as playground:
        with TemporaryDirectory() as folder:
            async with open_store(Path(folder) / "fourup.db", lambda: MORNING) as store:
                for guild in playground.world.guilds.values():
                    await store.places.meet(int(guild["id"]))
                redirect(playground.api_base)
                async with studio_of(store, version="0.1.0", reading=_Reads()).client as bot:
                    running = asyncio.create_task(bot.start(playground.bot_token))
                    for name, viewport, _ in LOOKS[:2]:
                        page = await _open(browser, playground, "ada", viewport, "dark")
                        async with Member(playground.origin, "ada") as ada:
                            await _read(page, ada, name)
                    await bot.close()
                    await running


async def _read(page: Page, ada: Member, name: str) -> None:
    """Each command, and a picture of its answer at the end of the channel."""
    channel = ada.channel("general")
    dismissed = page.get_by_role("button", name="Dismiss the welcome")
    if await dismissed.count():
        await dismissed.click()
    await page.set_viewport_size({**(page.viewport_size or WIDE), "height": TALL})  # type: ignore[arg-type]
    asked: tuple[tuple[str, dict[str, object], str], ...] = (
        ("describe", {"image": ("castle.png", _castle())}, "palette.png"),
        (
            "shorten",
            {"prompt": "a very beautiful watercolor painting of a small castle in the snow at night --ar 3:2"},
            "📊",
        ),
    )
    for command, options, told in asked:
        nonce = await ada.slash(channel, command, **options)
        answer = await ada.wait_message(lambda each, nonce=nonce: each.get("nonce") == nonce)
        await ada.wait_message(lambda each, of=answer, told=told: each["id"] == of["id"] and told in str(each))
        await expect(
            page.get_by_role("button", name="5️⃣" if command == "shorten" else "Imagine all").last
        ).to_be_visible()
        await _shoot(page, f"{command}-{name}")


async def _open(browser: Browser, playground: Playground, member: str, viewport: dict[str, int], scheme: str) -> Page:
    context = await browser.new_context(
        viewport=viewport,  # type: ignore[arg-type] # a TypedDict of the same keys
        color_scheme=scheme,  # type: ignore[arg-type] # one of its words
        reduced_motion="reduce",
        has_touch=viewport is PHONE,
        is_mobile=viewport is PHONE,
        device_scale_factor=1,
        timezone_id="UTC",
        locale="en-US",
    )
    context.set_default_timeout(PATIENCE)
    page = await context.new_page()
    await page.goto(f"{playground.origin}/?as={member}")
    await page.get_by_role("textbox", name="Message #general").wait_for()
    return page


async def _shoot(page: Page, name: str) -> None:
    """A picture once all pictures on the page have loaded."""
    await page.evaluate("Promise.all([...document.images].map(each => each.decode().catch(() => null)))")
    await page.screenshot(path=FOLDER / f"{name}.png", animations="disabled")


if __name__ == "__main__":
    asyncio.run(take())
