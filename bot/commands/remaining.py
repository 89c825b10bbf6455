"""What holds for a member here and what is left of it, as /info tells it."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.buttons.desk import Desk
from bot.jobs.scene import Scene
from bot.policy.limits import LIMITS, Limits, limits_of
from bot.policy.periods import Period, day_of, month_of
from bot.policy.usage import Used
from bot.words import say


@dataclass(frozen=True)
class Holding:
    """The limits of a member in a place, what the member used of them, and when days and months begin anew."""

    limits: Limits
    used: Used
    day: Period
    month: Period


async def holding_for(desk: Desk, scene: Scene) -> Holding:
    """Here and now. Raises StoreError."""
    given = await desk.store.limits.here(scene) if scene.guild_id is not None else {}
    limits, now = limits_of(given, scene, desk.limits), desk.now()
    day, month = day_of(now, limits.timezone), month_of(now, limits.timezone)
    return Holding(limits, await desk.store.usage.since(scene, day, month), day, month)


def remaining(holding: Holding) -> str:
    """Of the month, else of the day, in Midjourney's form: `29.57/30.0 hours (98.58%)`; programs read it."""
    limits, used = holding.limits, holding.used
    for minutes, seconds in ((limits.gpu_month, used.month), (limits.gpu_day, used.day)):
        if minutes is not None:
            left = max(minutes * 60 - seconds, 0.0)
            share = 100 * left / (minutes * 60) if minutes else 0.0
            return f"{left / 3600:.2f}/{minutes / 60:.1f} hours ({share:.2f}%)"
    return "unlimited"


def limit_lines(holding: Holding, locale: str) -> list[str]:
    """What is left of days and months with when new minutes come, the queue, and whatever is not at its default."""
    limits, used = holding.limits, holding.used
    lines = [
        say(key, locale, left=f"{max(minutes - seconds / 60, 0):.1f}", most=f"{minutes:g}", at=_at(period.end))
        for key, minutes, seconds, period in (
            ("info.day", limits.gpu_day, used.day, holding.day),
            ("info.month", limits.gpu_month, used.month, holding.month),
        )
        if minutes is not None
    ]
    lines.append(say("info.queue", locale, running=limits.running, waiting=limits.waiting, grids=limits.grids))
    return [*lines, *_others(limits, locale)]


def _others(limits: Limits, locale: str) -> Iterator[str]:
    told = {
        "limit.boost": None if limits.boost == LIMITS.boost else f"{limits.boost:g}",
        "limit.megapixels": None if limits.megapixels is None else f"{limits.megapixels:g}",
        "limit.disk": limits.disk,
        "limit.steps": limits.steps,
        "limit.cooldown": limits.cooldown or None,
        "limit.models": None if limits.models is None else ", ".join(sorted(limits.models)),
        "limit.commands": None if limits.commands is None else ", ".join(sorted(limits.commands)),
        "limit.quiet": None if limits.quiet is None else f"{limits.quiet} ({limits.timezone})",
        "limit.suffix": limits.suffix or None,
        "limit.private": say("limit.value.on", locale) if limits.private else None,
        "limit.drawing": None if limits.drawing == LIMITS.drawing else say("limit.value.off", locale),
    }
    yield from (f"{say(key, locale)}: {value}" for key, value in told.items() if value is not None)


def _at(second: float) -> str:
    return f"<t:{int(second)}:R>"
