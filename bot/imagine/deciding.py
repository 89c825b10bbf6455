"""Asks the policy, with what it has to know looked up in the store."""

import asyncio
from dataclasses import replace

from bot.imagine.parts import Parts
from bot.jobs.job import Asked, Speed
from bot.policy.case import Case, Known
from bot.policy.decide import decide
from bot.policy.errors import Refused, Unsure
from bot.policy.limits import limits_of
from bot.policy.order import Grid, Order, words_of
from bot.policy.periods import day_of, month_of
from bot.policy.words.rules import Weight
from bot.policy.words.verdict import Verdict, judge, texts_of
from bot.prompt.prompt import Prompt
from bot.store.alarms import Alarm
from bot.store.rulings import By
from engine.plan.plan import Plan

LONGEST_NOTED = 300
"""Characters of a prompt in the log of moderators."""


class Deciding:
    """Every way to make a job comes here before anything is written."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    async def known(self, asked: Asked) -> Known:
        """Of who asks, here and now. Raises StoreError."""
        scene, now = asked.here, self._parts.now()
        store = self._parts.store
        given, standing, words, hold = await asyncio.gather(
            store.limits.here(scene),
            store.rulings.standing(asked.member.id, asked.guild_id),
            store.rulings.words(asked.guild_id),
            store.rulings.hold(asked.guild_id),
        )
        limits = limits_of(given if scene.guild_id is not None else {}, scene, self._parts.limits)
        used = await store.usage.since(scene, day_of(now, limits.timezone), month_of(now, limits.timezone))
        if limits.disk is not None:
            taken = await self._parts.pictures.blobs.size(await store.usage.blobs(scene))
            used = replace(used, disk=taken)
        return Known(limits, used, standing, words, hold=hold, is_confirmed=asked.is_confirmed)

    async def decide(self, asked: Asked, order: Order, known: Known) -> tuple[str, ...]:
        """What the member should know of it. Raises Refused."""
        verdict = await asyncio.to_thread(_verdict, order, known, is_age_restricted=asked.here.is_age_restricted)
        case = Case(asked.here, order, replace(known, verdict=verdict), self._parts.now())
        try:
            said = decide(case, self._parts.checks)
        except Unsure:
            raise
        except Refused:
            if verdict.weight is Weight.TELL:
                await self._note(asked, order, verdict)
            raise
        if verdict.weight is not None:
            await self._note(asked, order, verdict)
        return tuple(notice.sentence(asked.member.locale) for notice in said)

    async def _note(self, asked: Asked, order: Order, verdict: Verdict) -> None:
        """Write into the log of moderators what was asked for; tell them where the words weigh so much."""
        if asked.guild_id is None:
            return
        found = (verdict.minor.minor, verdict.minor.sexual) if verdict.minor else verdict.words
        words, prompt = ", ".join(dict.fromkeys(found)), order.grids[0].prompt if order.grids else ""
        by = By(asked.member.id, asked.guild_id, asked.channel_id)
        await self._parts.store.rulings.note(by, "words", words, {"prompt": prompt[:LONGEST_NOTED]})
        if verdict.weight is Weight.TELL:
            where = (asked.interaction_id, asked.guild_id, asked.channel_id, asked.member.id)
            await self._parts.store.alarms.sound(Alarm(*where, words, prompt))
            self._parts.on_alarm()


def _verdict(order: Order, known: Known, *, is_age_restricted: bool) -> Verdict:
    """The heaviest of all grids: a set of prompts is refused for one of them."""
    lists = known.words.lists(is_age_restricted=is_age_restricted)
    verdicts = [judge(texts_of(*words), known.words.own, lists) for words in _texts(order)]
    return max(
        verdicts, key=lambda each: (-1 if each.weight is None else each.weight, bool(each.minor)), default=Verdict()
    )


def _texts(order: Order) -> dict[tuple[str, str], None]:
    return dict.fromkeys((grid.words, grid.unwanted) for grid in order.grids)


def shown_to(prompt: Prompt, known: Known) -> Prompt:
    """The prompt with `--stealth` where its author alone may see what comes of it, whatever it says itself."""
    if not known.limits.private or prompt.parameters.get("stealth"):
        return prompt
    return replace(prompt, parameters={**prompt.parameters, "stealth": True})


def grid_of(prompt: Prompt, plan: Plan, speed: Speed) -> Grid:
    """A job as the policy looks at it, by its prompt and the numbers that it becomes."""
    words, unwanted = words_of(prompt)
    width, height = plan.final_size
    return Grid(
        prompt=str(prompt),
        words=words,
        unwanted=unwanted,
        model=plan.model,
        width=width,
        height=height,
        steps=plan.steps,
        count=plan.count,
        speed=speed,
    )
