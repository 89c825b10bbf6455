"""Pictures of every panel and page that members and moderators see, with what Pocket draws in them."""

from collections.abc import Callable
from contextlib import AsyncExitStack
from typing import Any

from playwright.async_api import Browser, Locator, Page, expect

from playground.member import Json, Member
from tests.browser.conftest import PHONE, WIDE
from tests.browser.shots.region import marked
from tests.browser.shots.shooting import TALL, at_home, opened, shoot
from tests.fourup.play.house import House

PROMPTS = ("a red fox in a forest", "a house on a hill, watercolor", "a sailing boat on the sea --ar 3:2")
PEOPLE = ("ada", "bo", "mo")
IN_TIME = 300.0  # seconds: a processor draws them
EPHEMERAL, LOADING = 1 << 6, 1 << 7
OF_ADA: dict[str, tuple[str, dict[str, Any]]] = {
    "settings": ("settings", {}),
    "prefer": ("prefer option list", {}),
    "history": ("history", {}),
    "queue": ("queue", {}),
    "info": ("info", {}),
    "translate": (
        "translate",
        {"prompt": "a red fox::2 in a forest --no snow --ar 3:2", "to": "stable-diffusion", "from": "midjourney"},
    ),
    "privacy": ("privacy forget", {}),
    "ask": ("ask", {"question": "how do I make a picture bigger?"}),
    "wrong": ("imagine", {"prompt": "a red fox --arr 3:2 --stylise 2000"}),
}
OF_MO: dict[str, tuple[str, dict[str, Any]]] = {
    "admin-words": ("admin words list", {}),
    "admin-member": ("admin member show", {}),
    "admin-log": ("admin log", {}),
    "admin-retention": ("admin retention", {"days": 90}),
    "admin-pictures": ("admin pictures channel", {"channel": "after-dark"}),
    "admin-reports": ("admin reports channel", {"channel": "general"}),
}
"""What is typed for a panel, by the name of its picture."""


async def panels(browser: Browser) -> None:
    """All of them, wide and on a phone."""
    async with at_home() as home, AsyncExitStack() as stack:
        ada, bo, mo = [await stack.enter_async_context(Member(home.origin, name)) for name in PEOPLE]
        made = await _made(ada, bo, mo)
        for name, viewport in (("wide", WIDE), ("phone", PHONE)):
            await _taken(browser, home, (ada, mo), made, (name, viewport))


async def _made(ada: Member, bo: Member, mo: Member) -> dict[str, Json]:
    """Three grids, a favourite, what a reply made of it; habits, rules, a warning and a report."""
    room, made = ada.channel("general"), {}
    for prompt in PROMPTS:
        await ada.slash(room, "imagine", prompt=prompt)
        made["grid"] = await posted(ada, lambda each, of=prompt: of in each["content"] and len(each["components"]) == 2)
    await ada.press(made["grid"], button(made["grid"], "U2"))
    single = made["single"] = await posted(ada, lambda each: "Image #2" in each["content"])
    await ada.press(single, button(single, "❤️"))
    await ada.send(room, f"<@{single['author']['id']}> make it night", message_reference={"message_id": single["id"]})
    made["edit"] = await posted(ada, lambda each: "Edited by" in each["content"])
    for option, value in (("mine", "--ar 3:2 --stylize 250"), ("calm", "--chaos 0 --weird 0")):
        await ada.slash(room, "prefer option set", option=option, value=value)
    await mo.slash(room, "admin words add", word="zombie")
    await mo.slash(room, "admin limits set", setting="gpu_day", value="30")
    await mo.slash(room, "admin member warn", member=bo.id, reason="Please keep #general for finished pictures.")
    await mo.slash(room, "admin reports channel", channel=room["id"])
    await mo.wait_message(lambda each: f"Reports go to <#{room['id']}>" in each["content"], timeout=IN_TIME)
    await bo.menu(room, "Report picture", made["edit"])
    made["report"] = await mo.wait_message(
        lambda each: any("reported" in one.get("title", "") for one in each["embeds"]), timeout=IN_TIME
    )
    return made | {"warned": {"id": bo.id}}


async def _taken(
    browser: Browser,
    home: House,
    people: tuple[Member, Member],
    made: dict[str, Json],
    look: tuple[str, dict[str, int]],
) -> None:
    name, viewport = look
    (ada, mo), room = people, people[0].channel("general")
    viewport = viewport | {"height": TALL}
    page = await opened(browser, home.origin, "ada", viewport, "dark")
    for which in ("grid", "single", "edit"):
        await shoot(await article(page, made[which]), f"{which}-{name}")
    await marked(page, await article(page, made["single"]), look[1], f"region-{name}")
    pressed = await ada.press(made["edit"], button(made["edit"], "ℹ️"))
    await shoot(await answer(page, ada, pressed), f"about-{name}")
    used = await ada.menu(room, "Use this picture...", made["grid"])
    await shoot(await answer(page, ada, used), f"use-{name}")
    waiting = [await ada.slash(room, "imagine", prompt=f"{prompt} --steps 60") for prompt in PROMPTS]
    for nonce in waiting:
        await ada.wait_message(lambda each, of=nonce: each.get("nonce") == of, timeout=IN_TIME)
    for which, (command, options) in OF_ADA.items():
        await shoot(await _answered(page, ada, command, options), f"{which}-{name}")
    job_id = button(made["single"], "❤️").rpartition("::")[2]
    await shoot(await _shown(page, ada, job_id), f"show-{name}")
    await page.context.close()
    page = await opened(browser, home.origin, "mo", viewport, "dark")
    await shoot(await article(page, made["report"]), f"report-{name}")
    for which, (command, options) in OF_MO.items():
        given = options | ({"member": made["warned"]["id"]} if "member" in command else {})
        if "channel" in given:
            given["channel"] = mo.channel(given["channel"])["id"]
        await shoot(await _answered(page, mo, command, given), f"{which}-{name}")
    await page.context.close()


async def article(page: Page, message: Json) -> Locator:
    """The message on the page, all of it there."""
    found = page.locator(f'[role=article][data-message-id="{message["id"]}"]')
    await found.scroll_into_view_if_needed()
    await expect(found.locator(".thinking, .picture.loading, [aria-busy=true]")).to_have_count(0)
    return found


async def _answered(page: Page, member: Member, command: str, options: dict[str, Any]) -> Locator:
    """What a command is answered with."""
    return await answer(page, member, await member.slash(member.channel("general"), command, **options))


async def answer(page: Page, member: Member, nonce: str) -> Locator:
    """What came of an interaction, when the bot has thought about it.

    That is the message which said so, or, of what is refused late, another one for its author alone.
    """
    first = await member.wait_message(lambda each: each.get("nonce") == nonce, timeout=IN_TIME)
    interaction = first["interaction_metadata"]["id"]
    found = await member.wait_message(
        lambda each: (each.get("interaction_metadata") or {}).get("id") == interaction and not each["flags"] & LOADING,
        timeout=IN_TIME,
    )
    return await article(page, found)


async def _shown(page: Page, member: Member, job_id: str) -> Locator:
    """The picture that /show brings back for all, rather than the private panel that comes after it."""
    nonce = await member.slash(member.channel("general"), "show", job_id=job_id)
    first = await member.wait_message(
        lambda each: each.get("nonce") == nonce and not each["flags"] & EPHEMERAL, timeout=IN_TIME
    )
    await member.wait_message(lambda each: each["id"] == first["id"] and bool(each["attachments"]), timeout=IN_TIME)
    return await article(page, first)


async def posted(member: Member, test: Callable[[Json], bool]) -> Json:
    """A result."""
    return await member.wait_message(
        lambda each: bool(each["attachments"]) and "%)" not in each["content"] and test(each), timeout=IN_TIME
    )


def button(message: Json, face: str) -> str:
    """The custom id of the button with this label or emoji."""
    buttons = [each for row in message["components"] for each in row["components"]]
    faces = ((each.get("label"), (each.get("emoji") or {}).get("name"), each["custom_id"]) for each in buttons)
    return str(next(own for label, emoji, own in faces if face in (label, emoji)))
