"""The buttons of one picture, the windows with a prompt, what stands on panels, and what moderators press."""

from collections.abc import Awaitable, Callable

from bot.buttons import ids
from bot.buttons.album import panel
from bot.buttons.conditions import ACKNOWLEDGE, CONFIRM
from bot.buttons.ids import Act
from bot.commands.using.panel import USE
from bot.jobs.job import Strength
from bot.store.rulings import HIDDEN
from playground.member import Json
from tests.bot.trying.cell import Try
from tests.bot.trying.commands import Trying, opens


def drawing(custom_id: Callable[[str], str]) -> Trying:
    """A button under one picture, of its job."""

    async def trying(one: Try) -> bool:
        job_id, message = await one.result(1)
        return await one.makes(lambda: one.actor.press(message, custom_id(job_id)))

    return trying


def windowed(custom_id: Callable[[str], str], **more: str) -> Trying:
    """A button under one picture that opens a window with its prompt; what comes back is drawn."""

    async def trying(one: Try) -> bool:
        job_id, message = await one.result(1)
        window = await opens(one, lambda: one.actor.press(message, custom_id(job_id)))
        return window is not None and await sent(one, window, **more)

    return trying


async def sent(one: Try, window: Json, **more: str) -> bool:
    """The window comes back with what stood in it, and draws."""
    fields = [each["component"] if "component" in each else each["components"][0] for each in window["components"]]
    typed = {each["custom_id"]: each.get("value", "") for each in fields if each["type"] == 4}
    return await one.makes(lambda: one.actor.submit(window, **(typed | more)))


async def again(one: Try) -> bool:
    """Edit again, below what was wrong."""
    job_id, _ = await one.result()
    custom_id = ids.again(ids.window(ids.Press(Act.REROLL, job_id)))
    return await window_of(one, custom_id)


async def window_of(one: Try, custom_id: str) -> bool:
    """A button that somebody finds under a message, and the window that it opens."""
    posted = await one.at.with_button(one.channel, custom_id)
    message = await one.actor.wait_message(lambda each: each["id"] == posted)
    return await opens(one, lambda: one.actor.press(message, custom_id)) is not None


async def confirm(one: Try) -> bool:
    """What is asked before something is drawn: that it is meant."""
    job_id, _ = await one.result()
    custom_id = f"{CONFIRM}::{ids.reroll(job_id)}"
    posted = await one.at.with_button(one.channel, custom_id)
    message = await one.actor.wait_message(lambda each: each["id"] == posted)
    return await one.makes(lambda: one.actor.press(message, custom_id))


async def acknowledge(one: Try) -> bool:
    """A warning was read."""
    return await one.pressed(ACKNOWLEDGE)


async def relatives(one: Try) -> bool:
    """ℹ️'s ways up and down, on the panel of whoever pressed it."""
    job_id, message = await one.result(1)
    child = await one.at.imagine.vary(one.asked(), job_id, 1, Strength.SUBTLE)
    await one.at.finished(child.jobs[0])
    shown = await one.at.answer(one.actor, lambda: one.actor.press(message, ids.about(job_id)))
    assert shown
    chosen = await one.actor.wait_message(lambda each: each["id"] == shown["id"] and panel.SELECT in str(each))
    values = [child.jobs[0].id]
    return await one.at.answer(one.actor, lambda: one.actor.choose(chosen, panel.SELECT, values)) is not None


async def show_here(one: Try) -> bool:
    """ℹ️'s 📌."""
    job_id, _ = await one.result(1)
    return await one.pressed(f"{panel.SHOW}{job_id}")


async def use(one: Try) -> bool:
    """A button of the panel of Use this picture..., and the window that it opens."""
    _, message = await one.result(1)
    menu = "Use this picture..."
    shown = await one.at.answer(one.actor, lambda: one.actor.menu(one.channel, menu, message))
    assert shown
    found = [each["custom_id"] for row in shown["components"] for each in row["components"]]
    custom_id = next(each for each in found if each.startswith(f"{USE}style"))
    return await opens(one, lambda: one.actor.press(shown, custom_id)) is not None


async def reply(one: Try) -> bool:
    """A reply to a picture that mentions the bot."""
    _, message = await one.result(1)
    before = len(await one.at.store.jobs.of(int(one.actor.id), 10_000))
    reference = {"message_id": message["id"], "channel_id": message["channel_id"]}
    said = f"<@{one.at.playground.application_id}> make it night"
    sent = await one.actor.send(one.channel, said, message_reference=reference)
    await one.actor.wait_message(
        lambda each: (each.get("message_reference") or {}).get("message_id") == sent["id"], timeout=30.0
    )
    await one.at.handled()
    return len(await one.at.store.jobs.of(int(one.actor.id), 10_000)) > before


async def forget(one: Try) -> bool:
    """The answer to /privacy forget's question: it is about whoever asked."""
    await one.result(1)
    await one.pressed(f"FU::Privacy::Forget::{one.author.id}")
    forgetting, member_id = one.at.store.forgetting, int(one.author.id)
    is_done = await forgetting.is_leaving(member_id)
    while await forgetting.is_leaving(member_id):
        await forgetting.step()
    return is_done


async def hide(one: Try) -> bool:
    """A report's buttons take pictures away."""
    job_id, _ = await one.result(1)
    is_done = await one.pressed(f"FU::Report::hide::{one.author.id}::{job_id}")
    entries = await one.at.store.audit.of(int(one.actor.guild()["id"]), limit=1_000)
    assert is_done == any((each.act.action, each.act.subject) == (HIDDEN, job_id) for each in entries)
    return is_done


ENLARGED: dict[str, Callable[[str], str]] = {
    "Upscale (Subtle)": lambda job_id: ids.enlarge(Act.UPSCALE_SUBTLE, job_id),
    "Upscale (Creative)": lambda job_id: ids.enlarge(Act.UPSCALE_CREATIVE, job_id),
    "Vary (Subtle)": ids.low_variation,
    "Vary (Strong)": ids.high_variation,
    "Zoom Out 2x": lambda job_id: ids.outpaint(Act.ZOOM_2, job_id),
    "Zoom Out 1.5x": lambda job_id: ids.outpaint(Act.ZOOM_1_5, job_id),
    "Make Square": lambda job_id: ids.outpaint(Act.SQUARE, job_id),
    "⬅️ ➡️ ⬆️ ⬇️": lambda job_id: ids.pan(Act.PAN_LEFT, job_id),
}
PICTURES: dict[str, Callable[[Try], Awaitable[bool]]] = {
    **{name: drawing(custom_id) for name, custom_id in ENLARGED.items()},
    "Vary (Region), and its window": windowed(ids.region, **{f"{ids.REGION_WINDOW}::where": "left half"}),
    "Custom Zoom, and its window": windowed(ids.custom_zoom),
    "✏️'s window": windowed(ids.once),
    "Edit again": again,
    "a question's Yes, draw it": confirm,
    "a warning's I have read it": acknowledge,
    "ℹ️'s ways up and down": relatives,
    "ℹ️'s 📌": show_here,
    "Use this picture...'s buttons": use,
    "a reply that mentions the bot": reply,
    "`/privacy forget`'s Delete everything": forget,
    "a report's buttons": hide,
}
