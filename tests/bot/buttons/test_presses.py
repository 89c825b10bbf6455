"""Buttons, pressed by members in the playground."""

import discord

from bot.buttons import ids, views
from bot.ids import job_id
from bot.jobs.job import Action, Asked, Job, New, State, Strength
from bot.jobs.job import Member as Person
from playground.member import Json, Member
from tests.bot.conftest import Connect
from tests.bot.drawing import Studio, studio_of

EPHEMERAL = 1 << 6
GREY, BLUE = 2, 1


async def pressed(member: Member, message: Json, custom_id: str) -> Json:
    """The message that answers the press."""
    nonce = await member.press(message, custom_id)
    return await member.wait_message(lambda each: each.get("nonce") == nonce)


def styles(message: Json) -> dict[str, int]:
    """The style of each button by its custom id."""
    return {each["custom_id"]: each["style"] for row in message["components"] for each in row["components"]}


async def coloured(member: Member, message: Json, custom_id: str) -> Json:
    """The message once this button is blue."""
    return await member.wait_message(
        lambda each: each["id"] == message["id"] and styles(each).get(custom_id) == BLUE,
    )


async def taken_out(studio: Studio, member: Member) -> tuple[Job, Json, discord.Message]:
    """A grid, its message, and the one that shows its second picture by itself."""
    job, message = await studio.grid(member)
    custom_id = ids.upsample(job.id, 2)
    await member.press(message, custom_id)
    await coloured(member, message, custom_id)
    (child,) = await studio.store.jobs.children(job.id)
    return job, message, await studio.posting.post(child)


async def test_u_takes_a_picture_out_and_turns_blue(studio: Studio, ada: Member) -> None:
    """The press is answered by the message itself; the picture waits to be posted, and nothing is drawn."""
    job, message = await studio.grid(ada)
    custom_id = ids.upsample(job.id, 2)
    await ada.press(message, custom_id)
    after = await coloured(ada, message, custom_id)
    (child,) = await studio.store.jobs.children(job.id)
    assert (child.action, child.index, child.state) == (Action.UPSCALE, 2, State.RENDERED)
    assert [each for each, style in styles(after).items() if style == BLUE] == [custom_id]
    assert len(after["attachments"]) == 1
    assert [user["id"] for user in after["mentions"]] == [ada.id]


async def test_the_same_u_again_links_to_the_first(studio: Studio, ada: Member, bo: Member) -> None:
    """Whoever presses it; while the first is not posted yet, that it comes."""
    job, message = await studio.grid(ada)
    custom_id = ids.upsample(job.id, 2)
    await ada.press(message, custom_id)
    await coloured(ada, message, custom_id)
    early = await pressed(bo, message, custom_id)
    (child,) = await studio.store.jobs.children(job.id)
    single = await studio.posting.post(child)
    again = await pressed(bo, message, custom_id)
    assert early["content"] == "Picture 2 is on its way already."
    assert again["content"].endswith(f"/channels/{ada.guild()['id']}/{message['channel_id']}/{single.id}")
    assert early["flags"] & again["flags"] & EPHEMERAL
    assert len(await studio.store.jobs.children(job.id)) == 1


async def test_a_picture_whose_message_is_gone_comes_again(
    studio: Studio, ada: Member, bo: Member, connect: Connect
) -> None:
    """For whoever presses the same U, though it went while the bot was away; then that one is linked to."""
    job, message, single = await taken_out(studio, ada)
    custom_id = ids.upsample(job.id, 2)
    await studio.client.close()
    async with Member(ada._origin, "mo") as mo:
        await mo.api("DELETE", f"/channels/{message['channel_id']}/messages/{single.id}")
    async with connect(studio_of(studio.store).client):
        thinking = await pressed(bo, message, custom_id)
        again = await bo.wait_message(lambda each: each["id"] == thinking["id"] and bool(each["attachments"]))
        assert again["content"].startswith("**an apple** - Image #2")
        third = await pressed(bo, message, custom_id)
    assert third["content"].endswith(f"/{again['id']}")


async def test_v_answers_with_the_progress_of_a_variation(studio: Studio, ada: Member) -> None:
    """A message of its own, known by the member's nonce; then the button turns blue."""
    job, message = await studio.grid(ada)
    custom_id = ids.variation(job.id, 3)
    answer = await pressed(ada, message, custom_id)
    await coloured(ada, message, custom_id)
    (child,) = await studio.store.jobs.children(job.id)
    assert answer["content"].startswith("Making variations for image #3 with prompt **an apple** - ")
    assert list(styles(answer)) == [ids.cancel(child.id)]
    assert (child.action, child.index, child.strength) == (Action.VARY, 3, Strength.STRONG)
    assert studio.posting.answers[child.id].id == int(answer["id"])


async def test_the_reroll_answers_likewise(studio: Studio, ada: Member) -> None:
    """With the same prompt and another seed."""
    job, message = await studio.grid(ada)
    answer = await pressed(ada, message, ids.reroll(job.id))
    await coloured(ada, message, ids.reroll(job.id))
    (child,) = await studio.store.jobs.children(job.id)
    assert answer["content"].startswith("**an apple** - ")
    assert (child.action, child.prompt) == (Action.REROLL, job.prompt)
    assert child.seed != job.seed


async def test_a_picture_by_itself_is_varied(studio: Studio, ada: Member) -> None:
    """Subtly, when that button is pressed."""
    job, message = await studio.grid(ada)
    await ada.press(message, ids.upsample(job.id, 1))
    await coloured(ada, message, ids.upsample(job.id, 1))
    (single,) = await studio.store.jobs.children(job.id)
    posted = await studio.posting.post(single)
    shown = await ada.wait_message(lambda each: each["id"] == str(posted.id))
    await pressed(ada, shown, ids.low_variation(single.id))
    await coloured(ada, shown, ids.low_variation(single.id))
    (child,) = await studio.store.jobs.children(single.id)
    assert (child.action, child.strength) == (Action.VARY, Strength.SUBTLE)


async def test_others_may_press_and_the_job_is_theirs(studio: Studio, ada: Member, bo: Member) -> None:
    """A grid in a channel is everybody's to go on from."""
    job, message = await studio.grid(ada)
    await pressed(bo, message, ids.variation(job.id, 1))
    (child,) = await studio.store.jobs.children(job.id)
    assert child.asked.member.id == int(bo.id)


async def test_two_at_once_both_count_and_show(studio: Studio, ada: Member, bo: Member) -> None:
    """In whatever order Discord takes the colours."""
    job, message = await studio.grid(ada)
    first, second = ids.upsample(job.id, 1), ids.variation(job.id, 4)
    await ada.press(message, first)
    await bo.press(message, second)
    await ada.wait_message(
        lambda each: each["id"] == message["id"] and styles(each)[first] == styles(each)[second] == BLUE
    )
    assert len(await studio.store.jobs.children(job.id)) == 2


async def test_buttons_outlive_the_bot(studio: Studio, ada: Member, connect: Connect) -> None:
    """Another process knows what they are for by their custom ids."""
    job, message = await studio.grid(ada)
    await studio.client.close()
    async with connect(studio_of(studio.store).client):
        await ada.press(message, ids.upsample(job.id, 4))
        await coloured(ada, message, ids.upsample(job.id, 4))
    assert len(await studio.store.jobs.children(job.id)) == 1


async def test_a_job_that_nobody_knows_is_a_sentence(studio: Studio, ada: Member) -> None:
    """After a database was lost, its buttons still stand in the channels."""
    stranger = Job.imagine(New(job_id(1, 1), 1, Asked(1, Person(1, "ada"), 2)), "a pear")
    channel = studio.client.get_partial_messageable(int(ada.channel("general")["id"]))
    posted = await channel.send("old", view=views.of_progress(stranger))
    shown = await ada.wait_message(lambda each: each["id"] == str(posted.id))
    answer = await pressed(ada, shown, ids.cancel(stranger.id))
    assert answer["content"] == "This bot knows nothing of that job any more. Type /imagine to make a new one."


async def test_its_author_cancels_a_job(studio: Studio, ada: Member) -> None:
    """The button's message needs no answer of its own: it is brought up to date by whoever posts."""
    nonce = await ada.slash(ada.channel("general"), "imagine", prompt="an apple")
    answer = await ada.wait_message(lambda each: each.get("nonce") == nonce)
    (job,) = await studio.store.jobs.of(int(ada.id))
    pressing = await ada.press(answer, ids.cancel(job.id))
    await ada.wait_for("INTERACTION_SUCCESS", lambda data: data["nonce"] == pressing)
    assert (await studio.store.jobs.get(job.id)).state is State.CANCELLED


async def test_others_may_not_cancel_it(studio: Studio, ada: Member, bo: Member) -> None:
    """But are told who may."""
    nonce = await ada.slash(ada.channel("general"), "imagine", prompt="an apple")
    await ada.wait_message(lambda each: each.get("nonce") == nonce)
    (job,) = await studio.store.jobs.of(int(ada.id))
    seen = await bo.wait_message(lambda each: bool(each["components"]))
    answer = await pressed(bo, seen, ids.cancel(job.id))
    assert answer["embeds"][0]["title"] == "Job action restricted"
    assert (await studio.store.jobs.get(job.id)).state is State.WAITING


async def test_a_finished_job_cannot_be_cancelled(studio: Studio, ada: Member) -> None:
    """An old button says what became of it."""
    nonce = await ada.slash(ada.channel("general"), "imagine", prompt="an apple")
    answer = await ada.wait_message(lambda each: each.get("nonce") == nonce)
    job, _ = await studio.finished(ada, answer)
    told = await pressed(ada, answer, ids.cancel(job.id))
    assert told["content"] == "The job is finished already."
