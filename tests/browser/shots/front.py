"""The picture with which the readme begins: a conversation about what Pocket has drawn."""

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.async_api import Browser

from playground.member import Member
from tests.browser.conftest import PHONE, WIDE
from tests.browser.shots.panels import article, posted
from tests.browser.shots.shooting import opened, shoot
from tests.fourup.play.house import house
from tests.ports import free_port

PROMPT = "a dog --seed 3"
BEFORE, AFTER = "Who has a picture for **Rex**? It is his birthday.", "Number four, please!"


async def front(browser: Browser) -> None:
    """Wide and on a phone."""
    with TemporaryDirectory() as folder:
        async with house(free_port(), Path(folder) / "data") as home:
            await home.until_online()
            async with Member(home.origin, "ada") as ada, Member(home.origin, "bo") as bo:
                room = ada.channel("general")
                await bo.send(room, BEFORE)
                await ada.slash(room, "imagine", prompt=PROMPT)
                grid = await posted(ada, lambda each: PROMPT in each["content"] and len(each["components"]) == 2)
                await bo.send(room, AFTER, message_reference={"message_id": grid["id"]})
                for name, viewport in (("wide", WIDE), ("phone", PHONE)):
                    page = await opened(browser, home.origin, "ada", viewport, "dark")
                    await article(page, grid)
                    await shoot(page, f"front-{name}")
                    await page.context.close()
