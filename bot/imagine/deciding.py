"""Asks the policy, with what it has to know looked up in the store."""

from dataclasses import replace

from bot.imagine.parts import Parts
from bot.jobs.job import Asked, Speed
from bot.policy.case import Case, Known
from bot.policy.decide import decide
from bot.policy.limits import limits_of
from bot.policy.order import Grid, Order, words_of
from bot.policy.periods import day_of, month_of
from bot.prompt.prompt import Prompt
from engine.plan.plan import Plan


class Deciding:
    """Every way to make a job comes here before anything is written."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    async def known(self, asked: Asked) -> Known:
        """Of who asks, here and now. Raises StoreError."""
        scene, now = asked.here, self._parts.now()
        store = self._parts.store
        given = await store.limits.here(scene) if scene.guild_id is not None else {}
        limits = limits_of(given, scene, self._parts.limits)
        used = await store.usage.since(scene, day_of(now, limits.timezone), month_of(now, limits.timezone))
        return Known(limits=limits, used=used)

    async def decide(self, asked: Asked, order: Order, known: Known) -> tuple[str, ...]:
        """What the member should know of it. Raises Refused."""
        case = Case(asked.here, order, known, self._parts.now())
        return tuple(notice.sentence(asked.member.locale) for notice in decide(case, self._parts.checks))


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
