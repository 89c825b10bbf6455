"""What a member may have, here: the values that hold of all that was set, and the defaults where nothing was."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from bot.jobs.queue import Counts
from bot.jobs.scene import Scene
from bot.policy.periods import Hours
from bot.policy.settings import BY_NAME, SETTINGS, UNLIMITED, Given, Kind, Place, Scope, Setting, Value


@dataclass(frozen=True)
class Limits:
    """What holds for one member in one place; None is no limit. Running, waiting and grids are Midjourney's own."""

    running: int = 3
    """Grids of the member that are drawn at once."""
    waiting: int = 10
    """Those that wait beside them."""
    grids: int = 4
    """Grids of one command."""
    boost: float = 1.0
    """What multiplies the member's share of the GPU."""
    gpu_day: float | None = None
    """Minutes of the GPU a day, and a month, by the server's time zone."""
    gpu_month: float | None = None
    megapixels: float | None = None
    """Of one picture."""
    disk: int | None = None
    """Megabytes that the member's pictures in the server may take."""
    steps: int | None = None
    cooldown: int = 0
    """Seconds from one job to the next."""
    drawing: bool = True
    models: frozenset[str] | None = None
    commands: frozenset[str] | None = None
    quiet: Hours | None = None
    suffix: str = ""
    private: bool = False
    """Results go to their author alone."""
    timezone: str = "UTC"

    def is_full(self, counts: Counts, more: int) -> bool:
        """True where a member with so many jobs may not add so many."""
        return counts.running + counts.waiting + more > self.running + self.waiting

    def has_to_wait(self, counts: Counts, more: int) -> bool:
        """True where the last of them cannot run before another of the member's ends."""
        return counts.running + counts.waiting + more > self.running


LIMITS = Limits()


@dataclass(frozen=True)
class Held:
    """The value of a setting that holds, and for what it was set; `place` is None for the default."""

    value: Value
    place: Place | None = None


def limits_of(given: Given, scene: Scene, defaults: Limits = LIMITS) -> Limits:
    """What holds here: what is set for the member counts first, then for the channel, the roles, the server."""
    held = {setting.name: holding(setting, given, scene) for setting in SETTINGS}
    changed: dict[str, Any] = {
        name: _used(each.value) for name, each in held.items() if each is not None and each.place is not None
    }
    for name in ("models", "commands"):
        if changed.get(name) is not None:
            changed[name] = frozenset(changed[name])
    if changed.get("quiet") is not None:
        changed["quiet"] = Hours.read(changed["quiet"])
    return replace(defaults, **changed)


def holding(setting: Setting, given: Given, scene: Scene) -> Held | None:
    """The value that holds for whoever asks here; None where nothing is set that does.

    A thread's own counts before its channel's, that before the category's. Of a member's roles the most generous holds.
    """
    here = given.get(setting.name, {})
    places = [Place(Scope.MEMBER, scene.member_id)]
    places += [Place(Scope.CHANNEL, number) for number in (scene.channel_id, *scene.parents)]
    for place in places:
        if place in here:
            return Held(here[place], place)
    by_role = [Place(Scope.ROLE, number) for number in sorted(scene.roles)]
    if of_roles := [Held(here[place], place) for place in by_role if place in here]:
        return most_generous(setting, of_roles)
    server = Place(Scope.SERVER, scene.guild_id or 0)
    return Held(here[server], server) if server in here else None


def of_a_waiting_job(given: Given, scene: Scene) -> tuple[float, int | None]:
    """What of the settings counts each time that the scheduler picks: the boost, and how many may run at once.

    None is what the host has.
    """
    boost, running = (holding(BY_NAME[name], given, scene) for name in ("boost", "running"))
    return (1.0 if boost is None else float(boost.value)), (None if running is None else int(running.value))


def most_generous(setting: Setting, held: Iterable[Held]) -> Held:
    """The one that gives most; of lists all names together, and no limit is more than any."""
    every = list(held)
    if any(each.value == UNLIMITED for each in every):
        return next(each for each in every if each.value == UNLIMITED)
    match setting.kind:
        case Kind.NAMES:
            names = list(dict.fromkeys(name for each in every for name in each.value))
            return Held(names, every[0].place)
        case Kind.HOURS:
            return min(every, key=lambda each: Hours.read(each.value).minutes)
        case _:
            ordered = sorted(every, key=lambda each: each.value)
            return ordered[0] if setting.is_less_generous else ordered[-1]


def _used(value: Value) -> Value:
    return None if value == UNLIMITED else value
