"""What Discord refuses an interaction for being late, double or out of turn, as discord.py meets it."""

import discord
import pytest

from playground import Clock
from playground.member import Member
from tests.fidelity.hand import Hand, Here

THINKING, EPHEMERAL = 128, 64


async def begin(ada: Member, hand: Hand, **options: object) -> Here:
    """Ada uses /go in #general."""
    await ada.slash(ada.channel("general"), "go", **options)
    return await hand.given()


async def test_an_answer_after_three_seconds_comes_too_late(ada: Member, hand: Hand, clock: Clock) -> None:
    """The member reads that the interaction failed; the bot that it is unknown."""
    interaction = await begin(ada, hand)
    clock.advance(3.1)
    failure = await ada.wait_for("INTERACTION_FAILURE")
    assert failure["id"] == str(interaction.id)
    with pytest.raises(discord.NotFound) as wrong:
        await interaction.response.send_message("late")
    assert wrong.value.code == 10062
    assert not ada.heard("MESSAGE_CREATE")


async def test_an_answer_just_before_three_seconds_is_in_time(ada: Member, hand: Hand, clock: Clock) -> None:
    """The member reads it, and no failure afterwards."""
    interaction = await begin(ada, hand)
    clock.advance(2.9)
    await interaction.response.send_message("in time")
    clock.advance(1)
    await ada.wait_for("INTERACTION_SUCCESS", lambda data: data["id"] == str(interaction.id))
    assert (await ada.wait_for("MESSAGE_CREATE"))["content"] == "in time"
    assert not ada.heard("INTERACTION_FAILURE")


async def test_two_answers_to_one_interaction_are_one_too_many(ada: Member, hand: Hand) -> None:
    """Also when they come from two processes that know nothing of each other."""
    interaction = await begin(ada, hand)
    await interaction.response.send_message("once")
    again = discord.InteractionResponse(interaction)
    with pytest.raises(discord.HTTPException) as wrong:
        await again.send_message("twice")
    assert wrong.value.code == 40060
    assert [each["content"] for each in await ada.history(ada.channel("general"))] == ["once"]


async def test_the_token_dies_after_fifteen_minutes(ada: Member, hand: Hand, clock: Clock) -> None:
    """By the interaction's token nothing can be changed any more; by the bot's own it still can."""
    interaction = await begin(ada, hand)
    await interaction.response.defer(thinking=True)
    message = await interaction.edit_original_response(content="1 %")
    clock.advance(901)
    for attempt in (message.edit(content="99 %"), interaction.followup.send("done")):
        with pytest.raises(discord.HTTPException) as wrong:
            await attempt
        assert (wrong.value.status, wrong.value.code) == (401, 50027)
    await hand.room("general").get_partial_message(message.id).edit(content="done")
    assert (await ada.wait_message(lambda each: each["content"] == "done"))["id"] == str(message.id)


async def test_a_modal_cannot_answer_a_modal(ada: Member, hand: Hand) -> None:
    """Refused with the field that is wrong; the member reads that it failed unless another answer comes."""
    interaction = await begin(ada, hand)
    await interaction.response.send_modal(field("First"))
    modal = await ada.wait_for("INTERACTION_MODAL_CREATE")
    await ada.submit(modal, text="hello")
    submitted = await hand.given()
    with pytest.raises(discord.HTTPException) as wrong:
        await submitted.response.send_modal(field("Second"))
    assert (wrong.value.status, wrong.value.code) == (400, 50035)
    await submitted.response.send_message("a message can")
    await ada.wait_message(lambda each: each["content"] == "a message can")
    assert [each["title"] for each in ada.heard("INTERACTION_MODAL_CREATE")] == ["First"]


def field(title: str) -> discord.ui.Modal:
    modal = discord.ui.Modal(title=title)
    modal.add_item(discord.ui.TextInput(label="Text", custom_id="text"))
    return modal


async def test_the_first_follow_up_after_thinking_takes_its_place(ada: Member, hand: Hand) -> None:
    """It edits the message that thinks; the next one is a message of its own that replies to it."""
    interaction = await begin(ada, hand)
    await interaction.response.defer(thinking=True)
    thinking = await ada.wait_for("MESSAGE_CREATE")
    assert thinking["flags"] == THINKING
    first = await interaction.followup.send("first", wait=True)
    second = await interaction.followup.send("second", wait=True)
    assert str(first.id) == thinking["id"]
    assert (await ada.wait_message(lambda each: each["content"] == "first"))["flags"] == 0
    reply = await ada.wait_message(lambda each: each["content"] == "second")
    assert reply["id"] == str(second.id)
    assert reply["message_reference"]["message_id"] == thinking["id"]
    assert "nonce" not in reply


async def test_thinking_for_one_member_alone_stays_theirs(ada: Member, bo: Member, hand: Hand) -> None:
    """The first follow-up keeps the visibility of the message that thinks; the flag of its own is ignored."""
    interaction = await begin(ada, hand)
    await interaction.response.defer(thinking=True, ephemeral=True)
    await interaction.followup.send("for ada", ephemeral=False)
    answer = await ada.wait_message(lambda each: each["content"] == "for ada")
    assert answer["flags"] == EPHEMERAL
    channel = hand.room("general")
    await channel.send("for all")
    await bo.wait_message(lambda each: each["content"] == "for all")
    assert [each["content"] for each in bo.heard("MESSAGE_CREATE")] == ["for all"]
    with pytest.raises(discord.NotFound) as wrong:
        await channel.fetch_message(int(answer["id"]))
    assert wrong.value.code == 10008


async def test_what_was_deferred_can_be_read_and_taken_back(ada: Member, hand: Hand) -> None:
    """The original response by its name, and its deletion at the member."""
    interaction = await begin(ada, hand)
    await interaction.response.defer(thinking=True)
    original = await interaction.original_response()
    assert original.flags.loading
    await interaction.delete_original_response()
    assert (await ada.wait_for("MESSAGE_DELETE"))["id"] == str(original.id)
    with pytest.raises(discord.NotFound):
        await interaction.edit_original_response(content="too late")


async def test_a_press_can_be_acknowledged_and_its_message_changed_later(ada: Member, hand: Hand) -> None:
    """A deferred update shows nothing by itself, and `@original` is then the message that was pressed."""
    view = discord.ui.View(timeout=None)
    view.add_item(discord.ui.Button(label="Press", custom_id="press"))
    sent = await hand.room("general").send("before", view=view)
    await ada.press(await ada.wait_for("MESSAGE_CREATE"), "press")
    interaction = await hand.given()
    await interaction.response.defer()
    await ada.wait_for("INTERACTION_SUCCESS")
    assert not ada.heard("MESSAGE_UPDATE")
    edited = await interaction.edit_original_response(content="after", view=None)
    assert edited.id == sent.id
    changed = await ada.wait_for("MESSAGE_UPDATE")
    assert (changed["id"], changed["content"], changed["components"]) == (str(sent.id), "after", [])
