"""What the log has of an act, before and after, in words."""

import json

from bot.commands.admin.showing import value_of
from bot.commands.queue.managing import STOPS
from bot.messages.quoting import calm, quoted, shortened
from bot.policy.settings import BY_NAME, Setting
from bot.policy.words.listing import WEIGHTS
from bot.store.audit import Act, Value
from bot.store.holds import QUEUE, hold_of
from bot.store.rulings import PICTURES, WORD
from bot.words import say

LONGEST_VALUE = 120


def setting_of(act: Act) -> Setting | None:
    """The setting that it changed; None where it changed something else."""
    return BY_NAME.get(act.subject.partition(" ")[0]) if act.action == "limit" else None


def value_in(act: Act, value: Value, locale: str) -> str:
    """In words where there are some, else as it is kept."""
    if act.action == QUEUE:
        return _of_queue(value, locale)
    if value is None:
        return say("admin.log.nothing", locale)
    if setting := setting_of(act):
        return value_of(setting, value, locale)
    if isinstance(value, dict):
        return _of_pictures(value, locale) if act.action == PICTURES else _of_ruling(value)
    if isinstance(value, bool):
        return _switch(value, locale)
    weights = {int(weight): name for name, weight in WEIGHTS.items()}
    return say(f"words.as.{weights[value]}", locale) if act.action == WORD and value in weights else _kept(value)


def _of_queue(value: Value, locale: str) -> str:
    hold = hold_of(value)
    if hold is None:
        return say("queue.resume", locale)
    return ": ".join(filter(None, (say(STOPS[hold.halt], locale), quoted(hold.reason, LONGEST_VALUE))))


def _of_pictures(rules: dict[str, Value], locale: str) -> str:
    said = [_switch(rules["check"], locale)] if "check" in rules else []
    said += [f"<#{rules['channel']}>"] if rules.get("channel") else []
    return ", ".join(said) or say("admin.log.nothing", locale)


def _of_ruling(value: dict[str, Value]) -> str:
    if value.get("reason"):
        until = f", <t:{value['until']}:f>" if "until" in value else ""
        return f"{quoted(value['reason'], LONGEST_VALUE)}{until}"
    return f"<#{value['channel']}>" if value.keys() == {"channel"} else _kept(value)


def _switch(is_on: bool, locale: str) -> str:
    return say("limit.value.on" if is_on else "limit.value.off", locale)


def _kept(value: Value) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    plain = calm(text).replace("`", "'")
    return f"`{shortened(plain, LONGEST_VALUE)}`"
