"""/edit, /region, and replies that mention the bot, by members in the playground."""

from typing import Any

import pytest

from bot.imagine.asking import Marked, Told
from bot.jobs.job import Action, Job
from playground.member import Json, Member
from tests.bot.buttons.test_edits import single
from tests.bot.drawing import Studio
from tests.pictures import png


async def answer(member: Member, command: str, **options: Any) -> Json:
    """The message that answers the command."""
    nonce = await member.slash(member.channel("general"), command, **options)
    return await member.wait_message(lambda each: each.get("nonce") == nonce)


async def reply(member: Member, message: Json, said: str, **fields: Any) -> Json:
    """The bot's answer to a reply of the member's."""
    reference = {"message_id": message["id"], "channel_id": message["channel_id"]}
    sent = await member.send({"id": message["channel_id"]}, said, message_reference=reference, **fields)
    return await answer_to(member, sent)


async def answer_to(member: Member, sent: Json) -> Json:
    """What replies to this message."""
    return await member.wait_message(lambda each: (each.get("message_reference") or {}).get("message_id") == sent["id"])


def bot_id(studio: Studio) -> str:
    """The bot's."""
    user = studio.client.user
    assert user
    return str(user.id)


async def latest(studio: Studio, member: Member) -> Job:
    """The member's last job."""
    return (await studio.store.jobs.of(int(member.id)))[0]


@pytest.mark.acts("/edit")
async def test_a_picture_is_edited_in_words(studio: Studio, ada: Member) -> None:
    """It is taken up as a job, what comes of it is another, and the message says what was asked and done."""
    told = await answer(ada, "edit", instruction="make it night", image=("pear.png", png()), where="top half")
    job = await latest(studio, ada)
    assert (job.action, job.instruction and job.instruction.typed) == (Action.EDIT, "make it night")
    assert studio.drawing.told == [Told("make it night", "top half")]
    assert "pear.png" in studio.drawing.brought[0][0]
    assert "Editing image #1" in told["content"]
    assert "✏️ make it night" in told["content"]


async def test_a_link_to_one_of_ours_goes_on_from_it(studio: Studio, ada: Member) -> None:
    """Nothing is taken up; a link to any other message says what to do instead."""
    job, message = await single(studio, ada)
    link = f"https://discord.com/channels/1/{message['channel_id']}/{message['id']}"
    await answer(ada, "edit", instruction="warmer", link=link)
    assert (await latest(studio, ada)).parent == job.id
    assert studio.drawing.brought == []
    other = await ada.send(ada.channel("general"), "look", [("pear.png", png())])
    link = f"https://discord.com/channels/1/{other['channel_id']}/{other['id']}"
    told = await answer(ada, "edit", instruction="warmer", link=link)
    assert "shows none of my pictures" in told["embeds"][0]["description"]
    told = await answer(ada, "edit", instruction="warmer")
    assert told["embeds"][0]["description"].startswith("Which picture?")


@pytest.mark.acts("/region")
async def test_a_region_is_drawn_where_it_is_said(studio: Studio, ada: Member) -> None:
    """By words or by a mask; without either, and without a page, it is asked for."""
    picture = ("pear.png", png())
    await answer(ada, "region", prompt="a plum", image=picture, where="left half")
    await answer(ada, "region", prompt="a plum", image=picture, mask=("mask.png", png(colour="#ffffff")))
    assert studio.drawing.marked[0] == Marked(where="left half")
    assert "mask.png" in str(studio.drawing.marked[1].mask)
    told = await answer(ada, "region", prompt="a plum", image=picture)
    assert told["embeds"][0]["description"].startswith("Say where")
    told = await answer(ada, "region", prompt="a plum --nosuch", image=picture, where="left half")
    assert told["embeds"][0]["title"] == "Invalid parameter"


async def test_places_are_offered_while_they_are_typed(studio: Studio, ada: Member) -> None:
    """Those that begin or hold what was typed, and what was typed itself."""
    offered = await ada.autocomplete(ada.channel("general"), "region", "where", prompt="a plum", where="thi")
    names = [each["name"] for each in offered]
    assert names[0] == "thi"
    assert {"left third", "top third"} <= {*names}
    assert "left half" not in names


async def test_a_reply_that_mentions_the_bot_is_an_edit(studio: Studio, ada: Member, bo: Member) -> None:
    """Of the picture that it replies to, by whoever writes it; the answer shows how far it is."""
    job, message = await single(studio, ada)
    told = await reply(bo, message, f"<@{bot_id(studio)}> make it night")
    child = await latest(studio, bo)
    assert (child.parent, child.asked.member.id) == (job.id, int(bo.id))
    assert studio.drawing.told == [Told("make it night")]
    assert told["content"].startswith("Editing image #1 with prompt")


async def test_of_a_grid_a_number_is_said_first(studio: Studio, ada: Member) -> None:
    """Else it is asked for."""
    job, message = await studio.grid(ada, "an apple")
    told = await reply(ada, message, f"<@{bot_id(studio)}> make it night")
    assert told["embeds"][0]["description"].startswith("Which of the 4?")
    await reply(ada, message, f"<@{bot_id(studio)}> 3: make it night")
    child = await latest(studio, ada)
    assert (child.parent, child.index) == (job.id, 3)
    assert studio.drawing.told == [Told("make it night")]


async def test_a_picture_can_come_with_the_words(studio: Studio, ada: Member) -> None:
    """Or stand in the message of somebody else that is replied to."""
    sent = await ada.send(ada.channel("general"), f"<@{bot_id(studio)}> warmer", [("pear.png", png())])
    await answer_to(ada, sent)
    other = await ada.send(ada.channel("general"), "look", [("plum.png", png())])
    await reply(ada, other, f"<@{bot_id(studio)}> warmer")
    assert ["pear.png" in link or "plum.png" in link for link, _ in studio.drawing.brought] == [True, True]


async def test_of_several_pictures_a_number_is_said_first(studio: Studio, ada: Member) -> None:
    """As of a grid; without one, or with one that there is not, it is asked for."""
    pictures = [(f"{number}.png", png(colour=f"#{number}0{number}0{number}0")) for number in (1, 2)]
    for said in ("make it night", "3: make it night"):
        sent = await ada.send(ada.channel("general"), f"<@{bot_id(studio)}> {said}", pictures)
        told = await answer_to(ada, sent)
        assert "Which of the 2 pictures? Begin with its number" in str(told["embeds"])
    sent = await ada.send(ada.channel("general"), f"<@{bot_id(studio)}> 2: make it night", pictures)
    await answer_to(ada, sent)
    assert studio.drawing.told == [Told("make it night")]
    assert "2.png" in studio.drawing.brought[0][0]


async def test_whoever_speaks_to_the_bot_without_a_picture_is_told_how(studio: Studio, ada: Member) -> None:
    """In one sentence."""
    sent = await ada.send(ada.channel("general"), f"hello <@{bot_id(studio)}>")
    told = await answer_to(ada, sent)
    assert told["embeds"][0]["description"].startswith("Reply to a picture, mention me")
    other = await ada.send(ada.channel("general"), "no picture")
    told = await reply(ada, other, f"<@{bot_id(studio)}> warmer")
    assert told["embeds"][0]["description"].startswith("I see no picture there")


async def test_nobody_else_is_listened_to(studio: Studio, ada: Member) -> None:
    """A reply to a picture that does not mention the bot is talk among members."""
    job, message = await single(studio, ada)
    reference = {"message_id": message["id"], "channel_id": message["channel_id"]}
    await ada.send({"id": message["channel_id"]}, "make it night", message_reference=reference)
    sent = await ada.send(ada.channel("general"), f"<@{bot_id(studio)}>")
    await answer_to(ada, sent)
    assert await studio.store.jobs.children(job.id) == ()
    assert studio.drawing.told == []


async def test_a_picture_that_was_taken_away_is_no_start(studio: Studio, ada: Member, bo: Member) -> None:
    """Not for others, by a reply or by a link; whether the message is recorded or tells it by its buttons alone."""
    job, message = await single(studio, ada)
    await studio.store.album.bin(job.id)
    said = f"<@{bot_id(studio)}> make it night"
    told = await reply(bo, message, said)
    assert told["embeds"][0]["description"].startswith("Its author has taken this picture away")
    await studio.store.messages.forget(int(message["id"]))
    told = await reply(bo, message, said)
    assert told["embeds"][0]["description"].startswith("Its author has taken this picture away")
    assert studio.drawing.told == []
