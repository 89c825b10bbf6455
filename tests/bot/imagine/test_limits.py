"""What was set for a server, met by whoever asks there."""

from dataclasses import replace

import pytest

from bot.imagine.errors import Refused
from bot.jobs.job import Asked, Strength
from bot.jobs.scene import Scene
from bot.messages.privacy import is_private
from bot.policy.limits import Limits
from bot.policy.settings import Place, Scope, Value
from bot.prompt.errors import WrongPrompt
from bot.store.audit import Act
from tests.bot.imagine.house import House, asked, only

GUILD, CHANNEL = 8, 7
SERVER = Place(Scope.SERVER, GUILD)


def here(member: int = 1, **more: object) -> Asked:
    """An interaction of this member's in the server."""
    plain = asked(member)
    scene = Scene(member, CHANNEL, GUILD, **more)  # type: ignore[arg-type]
    return replace(plain, channel_id=CHANNEL, guild_id=GUILD, scene=scene)


async def limit(house: House, name: str, value: Value, place: Place = SERVER) -> None:
    """A moderator sets it."""
    await house.store.limits.set(Act(99, "", guild_id=GUILD), place, name, value)


async def refused(house: House, who: Asked, typed: str = "an apple") -> str:
    """The title of what is said to them; nothing was stored."""
    with pytest.raises(Refused) as told:
        await house.imagine().submit(who, typed)
    assert await house.store.jobs.asked(who.interaction_id) == ()
    return told.value.title


async def test_a_server_s_rules_hold_there_and_at_once(house: House) -> None:
    """Not elsewhere, nor for whom something else is set."""
    imagine = house.imagine()
    await limit(house, "steps", 5)
    assert await refused(house, here()) == "Invalid parameter"
    assert only(await imagine.submit(here(), "an apple --steps 5"))
    assert only(await imagine.submit(replace(asked(), channel_id=70, guild_id=9), "an apple"))
    await limit(house, "steps", "unlimited", Place(Scope.ROLE, 30))
    assert only(await imagine.submit(here(2, roles=frozenset({30})), "an apple"))


async def test_every_way_to_make_a_job_is_asked_about(house: House) -> None:
    """Commands and buttons alike; what a server does not allow is not written."""
    async with house.drawing() as imagine:
        job = await house.ended(only(await imagine.submit(here(), "an apple")))
    await limit(house, "commands", ["show"])
    imagine = house.imagine()
    links = [house.web.link("apple.png"), house.web.link("another.png")]
    ways = {
        "imagine": imagine.submit(here(), "an apple"),
        "blend": imagine.blend(here(), links),
        "reroll": imagine.reroll(here(), job.id),
        "vary": imagine.vary(here(), job.id, 1, Strength.SUBTLE),
        "upscale": imagine.upscale(here(), job.id, 1),
    }
    for name, way in ways.items():
        with pytest.raises(Refused) as told:
            await way
        assert told.value.values["command"] == name
    await imagine.may(here(), "show")
    assert await house.store.jobs.children(job.id) == ()


async def test_what_was_drawn_counts(house: House) -> None:
    """By the seconds of the GPU of this day, in this server, of this member."""
    async with house.drawing() as imagine:
        await house.ended(only(await imagine.submit(here(), "an apple")))
        await house.ended(only(await imagine.submit(asked(2), "an apple")))
    await limit(house, "gpu_day", 0.0001)
    assert await refused(house, here()) == "Credits exhausted"
    await limit(house, "gpu_day", 5)
    assert only(await house.imagine().submit(here(), "an apple"))


async def test_what_is_kept_counts(house: House) -> None:
    """By the bytes of the member's pictures in this server; a picture taken out of a grid takes no more."""
    async with house.drawing() as imagine:
        job = await house.ended(only(await imagine.submit(here(), "an apple")))
    house.pictures.blobs.path(job.pictures[0].blob).write_bytes(bytes(1_000_000))
    await limit(house, "disk", 1)
    assert await refused(house, here()) == "Credits exhausted"
    assert only(await house.imagine().upscale(here(), job.id, 1))
    assert only(await house.imagine().submit(here(2), "an apple"))
    await limit(house, "disk", 2)
    assert only(await house.imagine().submit(here(), "an apple"))


async def test_a_second_job_waits_for_the_cooldown(house: House) -> None:
    """Counted from when the last was asked for."""
    await limit(house, "cooldown", 600)
    assert only(await house.imagine().submit(here(), "an apple"))
    assert await refused(house, here()) == "Slow Down!"
    assert only(await house.imagine().submit(here(2), "an apple"))


async def test_grids_of_one_command_are_limited(house: House) -> None:
    """As the prompt is read, with its own cure."""
    await limit(house, "grids", 2)
    with pytest.raises(WrongPrompt):
        await house.imagine().submit(here(), "a {red, green, blue} apple")
    assert (await house.imagine().submit(here(), "a {red, green} apple")).question is not None


async def test_the_queue_s_length_is_a_limit(house: House) -> None:
    """What runs and what waits, together."""
    await limit(house, "waiting", 1)
    imagine = house.imagine(limits=Limits(running=1))
    await imagine.submit(here(), "an apple")
    assert (await imagine.submit(here(), "an apple")).notices
    with pytest.raises(Refused) as told:
        await imagine.submit(here(), "an apple")
    assert told.value.title == "Queue full"


async def test_a_server_s_suffix_stands_behind_what_is_typed(house: House) -> None:
    """What the prompt or the member's own suffix says itself counts before it."""
    await limit(house, "suffix", "--ar 3:2 --no blood")
    imagine = house.imagine()
    assert only(await imagine.submit(here(), "an apple")).prompt == "an apple --ar 3:2 --no blood"
    assert only(await imagine.submit(here(), "a pear --ar 1:2")).prompt == "a pear --ar 1:2 --no blood"
    await house.store.preferences.change(1, lambda mine: mine.with_suffix("--ar 2:1"))
    assert only(await imagine.submit(here(), "an apple")).prompt == "an apple --ar 2:1 --no blood"


async def test_in_private_mode_results_are_their_authors_alone(house: House) -> None:
    """Whatever the prompt says, and under buttons of what was public before."""
    async with house.drawing() as imagine:
        public = await house.ended(only(await imagine.submit(here(), "an apple")))
    await limit(house, "private", value=True)
    imagine = house.imagine()
    jobs = [
        only(await imagine.submit(here(), "an apple --public")),
        only(await imagine.reroll(here(), public.id)),
        only(await imagine.vary(here(2), public.id, 1, Strength.SUBTLE)),
        only(await imagine.vary(here(2), public.id, 1, Strength.SUBTLE, "a pear")),
        only(await imagine.upscale(here(2), public.id, 1)),
    ]
    assert all(is_private(job) for job in jobs)
    assert not is_private(public)
