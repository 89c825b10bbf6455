"""Settings, their values and what they hold for, as they are shown."""

import re

from bot.messages.quoting import calm
from bot.policy.limits import Limits
from bot.policy.reading import written
from bot.policy.settings import UNLIMITED, Kind, Place, Scope, Setting, Value
from bot.words import say

MENTIONS = {Scope.ROLE: "<@&{id}>", Scope.CHANNEL: "<#{id}>", Scope.MEMBER: "<@{id}>"}
_PLACE = re.compile(r"\b(server|role|channel|member):(\d+)")


def named(place: Place, locale: str) -> str:
    """The role, channel or member as Discord shows it; the whole server in words."""
    if place.scope is Scope.SERVER:
        return say("admin.limits.server", locale)
    return MENTIONS[place.scope].format(id=place.id)


def subject(text: str, locale: str) -> str:
    """The subject of an act, with what it names as Discord shows it."""
    return _PLACE.sub(lambda found: named(Place.read(found[0]), locale), calm(text))


def value_of(setting: Setting, value: Value, locale: str) -> str:
    """A value in words."""
    if value == UNLIMITED or value is None:
        keys = {Kind.NAMES: "limit.value.all", Kind.HOURS: "limit.value.none"}
        return say(keys.get(setting.kind, "limit.value.unlimited"), locale)
    if isinstance(value, bool):
        return say("limit.value.on" if value else "limit.value.off", locale)
    return f"`{written(value)}`" if value != "" else say("limit.value.none", locale)


def default_of(setting: Setting, limits: Limits, locale: str) -> str:
    """What holds where nothing was set, of these."""
    return value_of(setting, getattr(limits, setting.name), locale)
