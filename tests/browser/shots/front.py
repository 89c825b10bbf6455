"""The picture with which the readme begins: a conversation about what Pocket has drawn."""

from playwright.async_api import Browser

from playground.member import Member
from tests.browser.conftest import PHONE, WIDE
from tests.browser.shots.panels import article, posted
from tests.browser.shots.shooting import at_home, opened, shoot

PROMPT = "a lion --seed 3"
BEFORE, AFTER = "Who has a picture for **Leo**? It is his birthday.", "Number four, please!"


async def front(browser: Browser) -> None:
    """Wide and on a phone."""
    async with at_home() as home, Member(home.origin, "ada") as ada, Member(home.origin, "bo") as bo:
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
