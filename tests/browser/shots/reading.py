"""Pictures of what /describe and /shorten answer, as Pocket's own encoders see it."""

import io
from collections.abc import Sequence
from pathlib import Path
from tempfile import NamedTemporaryFile

from PIL import Image
from playwright.async_api import Browser, Page, expect

from bot.images.shown import preview, swatches
from bot.imagine.reading import Described
from bot.jobs.job import Asked
from engine.reading.pocket import PocketReader
from engine.reading.talk import Weighed
from playground.member import Member
from tests.browser.conftest import WIDE
from tests.browser.shots.panels import article
from tests.browser.shots.shooting import FOLDER, LOOKS, TALL, a_bot, opened, shoot


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


async def reading(browser: Browser) -> None:
    """/describe, /shorten and /translate, as their answers look."""
    async with a_bot(version="0.1.0", reading=_Reads()) as (playground, _):
        for name, viewport, _ in LOOKS[:2]:
            page = await opened(browser, playground.origin, "ada", viewport, "dark")
            async with Member(playground.origin, "ada") as ada:
                await _read(page, ada, name)


async def _read(page: Page, ada: Member, name: str) -> None:
    """Each command, and a picture of its answer at the end of the channel."""
    channel = ada.channel("general")
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
        await shoot(await article(page, answer), f"{command}-{name}")
