"""The question before several grids are drawn, with Yes and No; and the button that cancels what is left of them."""

from functools import partial

import discord
from discord import ui

from bot.buttons import ids
from bot.buttons.answers import reply, tell
from bot.buttons.connection import acknowledged, insist
from bot.buttons.desk import Desk
from bot.buttons.embeds import YELLOW
from bot.buttons.items import Interaction, button
from bot.buttons.progress import asked_by
from bot.buttons.scenes import scene_of
from bot.imagine.asking import Question
from bot.imagine.errors import Refused
from bot.imagine.ordering import GONE, LATE
from bot.jobs.ordered import PATIENCE
from bot.messages.durations import about
from bot.messages.quoting import bold, calm, shortened
from bot.words import say

MOST = 10
"""Prompts that are shown; the others are counted."""
LONGEST = 120


async def ask(interaction: Interaction, question: Question, notices: tuple[str, ...]) -> None:
    """How many, what they take, and of how much. Only who asks sees it."""
    locale, order = interaction.locale.value, question.order
    title = say("order.ask", locale, count=len(question.prompts))
    until = say("order.until", locale, at=f"<t:{int(order.at + PATIENCE)}:R>")
    told = [_cost(question, locale), *map(calm, notices), _listed(question, locale), f"-# {until}"]
    embed = discord.Embed(title=title, description="\n".join(told), colour=YELLOW)
    view = ui.View(timeout=None)
    view.add_item(button(say("order.yes", locale), f"{ids.ORDER}yes::{order.id}", emoji="✅"))
    view.add_item(button(say("order.no", locale), f"{ids.ORDER}no::{order.id}", emoji="✖️"))
    view.stop()
    await reply(interaction, embed=embed, view=view)


async def pressed(interaction: Interaction, desk: Desk, custom_id: str) -> None:
    """Yes, No, or Cancel All. Raises what the use cases raise."""
    act, _, order_id = custom_id.removeprefix(ids.ORDER).partition("::")
    locale = interaction.locale.value
    if desk.orders is None or act not in {"yes", "no", "cancel"}:
        await tell(interaction, say("error.button", locale))
        return
    if act == "cancel":
        is_moderator = scene_of(interaction).is_moderator
        await desk.orders.may_cancel(order_id, interaction.user.id, is_moderator=is_moderator)
        await acknowledged(interaction.response.defer)
        count = await desk.orders.cancel(order_id, interaction.user.id, is_moderator=is_moderator)
        await tell(interaction, say("order.left", locale, count=count))
        return
    try:
        await desk.orders.own(asked_by(interaction), order_id)
        await acknowledged(interaction.response.defer)
        told = await (_begin if act == "yes" else _decline)(interaction, desk, order_id)
    except Refused as refused:
        if refused.key not in {GONE, LATE}:
            raise
        told = refused.sentence(locale)
        if not interaction.response.is_done():
            await acknowledged(interaction.response.defer)
    await insist(partial(interaction.edit_original_response, content=told, embed=None, view=None))


async def _begin(interaction: Interaction, desk: Desk, order_id: str) -> str:
    if desk.orders is None:
        return ""
    order, submission = await desk.orders.begin(asked_by(interaction), order_id)
    desk.delivery.ordered(order)
    return say("order.goes", interaction.locale.value, count=len(submission.jobs))


async def _decline(interaction: Interaction, desk: Desk, order_id: str) -> str:
    if desk.orders is not None:
        await desk.orders.decline(asked_by(interaction), order_id)
    return say("order.declined", interaction.locale.value)


def _cost(question: Question, locale: str) -> str:
    takes = say("order.takes", locale, time=about(question.gpu_seconds))
    if question.allowed is None:
        return takes
    left = max(question.allowed - question.used, 0.0) / 60
    key = "order.of_today" if question.is_by_day else "order.of_month"
    return f"{takes} {say(key, locale, left=f'{left:.1f}', most=f'{question.allowed / 60:g}')}"


def _listed(question: Question, locale: str) -> str:
    lines = [f"{number}. {bold(shortened(each, LONGEST))}" for number, each in enumerate(question.prompts[:MOST], 1)]
    more = len(question.prompts) - len(lines)
    return "\n".join([*lines, *([say("order.more", locale, count=more)] if more else [])])


TOPICS = {ids.ORDER: pressed}
