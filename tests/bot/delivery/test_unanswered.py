"""What a bot was thinking about when it ended stands nowhere for ever."""

import pytest

from bot.ids import job_id
from bot.jobs.job import Asked, Job, New
from bot.jobs.job import Member as Person
from bot.store.messages import Kind
from bot.store.thinking import Thinking, Thought
from playground.member import Member
from playground.world.permissions import Permission
from tests.bot.delivery.house import House, Json, until
from tests.bot.delivery.test_trouble import deny
from tests.fidelity.hand import GO

LOADING = 1 << 7


async def thought(house: House, person: Member, channel: Json, *, is_shown: bool = True) -> Thought:
    """What an earlier run was at when it ended."""
    await house.client.publish(GO)
    await person.slash(channel, "go")
    given = await house.client.given()
    await given.response.defer(thinking=True)
    noted = Thought(given.id, int(channel["id"]), int(person.id), "de", is_shown)
    await Thinking(house.store.thinking._database).begin(noted)
    return noted


async def is_settled(house: House) -> bool:
    """Whether nothing is left of earlier runs."""
    return not await house.store.thinking.left()


async def test_who_was_never_answered_is_asked_to_ask_again(house: House, ada: Member, pictures: Json) -> None:
    """In the place of what was thinking, once; others' messages stay."""
    await thought(house, ada, pictures)
    await ada.send(pictures, "hello")
    for _ in range(2):
        house.fresh()
        async with house.delivering():
            await until(lambda: is_settled(house))
            _, told = await house.stands(pictures["id"], "hello", f"<@{ada.id}> Ich wurde neu gestartet")
    assert told["_mentions"] == [ada.id]


async def test_a_job_whose_answer_was_never_written_gets_one(house: House, ada: Member, pictures: Json) -> None:
    """It says from then on how far the job is."""
    noted = await thought(house, ada, pictures)
    number = int(house.playground.clock.now() * 1000)
    asked = Asked(noted.interaction_id, Person(int(ada.id), "ada"), int(pictures["id"]), int(pictures["guild_id"]))
    job = Job.imagine(New(job_id(number, 7), 7, asked), "a pear")
    await house.store.jobs.submit([job])
    async with house.delivering():
        await until(lambda: house.shows(job.id, Kind.PROGRESS))
        await house.stands(pictures["id"], f"**a pear** - <@{ada.id}> (Waiting to start)")
        await house.rendered(job)
        await house.ends(job)
        await house.stands(pictures["id"], "**a pear**")
    assert await is_settled(house)


@pytest.mark.parametrize("is_done", [False, True])
async def test_a_press_of_which_nothing_was_seen_is_told_of(
    house: House, ada: Member, pictures: Json, is_done: bool
) -> None:
    """Where it came to nothing, once; where a job came of it, that has its own messages."""
    noted = await thought(house, ada, pictures, is_shown=False)
    if is_done:
        asked = Asked(noted.interaction_id, Person(int(ada.id), "ada"), int(pictures["id"]), int(pictures["guild_id"]))
        await house.store.jobs.submit([Job.imagine(New(job_id(7, 7), 7, asked), "a pear")])
    for _ in range(2):
        house.fresh()
        async with house.delivering():
            await until(lambda: is_settled(house))
            told = [each["content"] for each in house.standing(pictures["id"]) if "neu gestartet" in each["content"]]
            assert len(told) == (0 if is_done else 1)


async def test_what_was_answered_is_left_alone(house: House, ada: Member, pictures: Json) -> None:
    """The bot ended before it could note that."""
    await house.client.publish(GO)
    await ada.slash(pictures, "go")
    given = await house.client.given()
    await given.response.defer(thinking=True)
    await given.edit_original_response(content="done")
    noted = Thought(given.id, int(pictures["id"]), int(ada.id), "en-US")
    await Thinking(house.store.thinking._database).begin(noted)
    async with house.delivering():
        await until(lambda: is_settled(house))
    await house.stands(pictures["id"], "done")


@pytest.mark.parametrize("right", [Permission.SEND_MESSAGES, Permission.READ_MESSAGE_HISTORY, Permission.VIEW_CHANNEL])
async def test_rights_that_are_gone_delay_nothing(house: House, ada: Member, pictures: Json, right: Permission) -> None:
    """What cannot be said is not said, what cannot be found is let be; what can be taken away is."""
    await thought(house, ada, pictures)
    deny(house.playground, pictures["id"], right)
    async with house.delivering():
        await until(lambda: is_settled(house))
    thinking = [each for each in house.standing(pictures["id"]) if each["flags"] & LOADING]
    assert bool(thinking) is (right is not Permission.SEND_MESSAGES)


@pytest.mark.failing
async def test_a_discord_that_fails_is_asked_again(house: House, ada: Member, pictures: Json) -> None:
    """In the same life."""
    await thought(house, ada, pictures)
    house.playground.faults.add("drop_after", route="^DELETE /channels", count=1)
    house.playground.faults.add("drop_before", route="^GET /channels", count=2)
    async with house.delivering():
        await until(lambda: is_settled(house))
        await house.stands(pictures["id"], f"<@{ada.id}> Ich wurde neu gestartet")


async def test_what_this_run_is_at_is_its_own(house: House, ada: Member, pictures: Json) -> None:
    """Only what earlier ones left is taken away."""
    await house.store.thinking.begin(Thought(5, int(pictures["id"]), int(ada.id), "en-US"))
    assert await is_settled(house)
    assert [each.interaction_id for each in await Thinking(house.store.thinking._database).left()] == [5]
