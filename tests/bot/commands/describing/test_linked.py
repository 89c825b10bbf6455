"""Links to messages in the place of pictures, typed by members in the playground."""

import pytest

from bot.store.messages import Kind, Message
from playground import Playground
from playground.member import Json, Member
from playground.world.seed import add_channel
from tests.bot.commands.describing.reads import Reads
from tests.bot.commands.test_editing import answer, bot_id
from tests.bot.drawing import Studio
from tests.pictures import png

UNREAD = "I cannot read that message, or you cannot"


def link_to(message: Json, guild: str = "1") -> str:
    """As Discord's clients copy it."""
    return f"https://discord.com/channels/{guild}/{message['channel_id']}/{message['id']}"


@pytest.fixture
def cellar(playground: Playground) -> str:
    """The id of a channel which the bot sees, and of its members the owner alone."""
    world = playground.world
    guild = next(guild for guild in world.guilds.values() if guild["name"] == "Fourup Studio")
    made = add_channel(world, guild, "cellar")
    bot = next(user for user in world.users.values() if user.get("bot"))
    seen = str(1 << 10)
    made["permission_overwrites"] = [
        {"id": guild["id"], "type": 0, "allow": "0", "deny": seen},
        {"id": bot["id"], "type": 1, "allow": seen, "deny": "0"},
    ]
    world.save("channel", made)
    return str(made["id"])


async def described(member: Member, **options: object) -> Json:
    """What comes of /describe in the end: an answer for all, or a sentence for the member alone."""
    before = {each["id"] for each in member.heard("MESSAGE_CREATE")}
    await member.slash(member.channel("general"), "describe", **options)
    return await member.wait_message(lambda each: bool(each["embeds"]) and each["id"] not in before)


async def test_a_picture_of_ours_by_its_message(reading: Studio, ada: Member, bo: Member, reads: Reads) -> None:
    """In a prompt, beside others and with a weight; described; and as a style, between other words."""
    _, message = await reading.grid(ada)
    address = message["attachments"][0]["url"].partition("?")[0]
    typed = f"{link_to(message)} a fox --sref {link_to(message, '@me')}::2"
    await answer(bo, "imagine", prompt=typed)
    (job,) = await reading.store.jobs.of(int(bo.id))
    assert job.prompt.count(address) == 2
    assert "discord.com/channels" not in job.prompt
    await described(bo, link=f"<{link_to(message)}>")
    assert reads.links[-1].startswith(address)


async def test_a_picture_in_a_message_to_the_bot(reading: Studio, ada: Member, bo: Member) -> None:
    """Of others' messages Discord shows the pictures of those alone."""
    sent = await ada.send(ada.channel("general"), f"see <@{bot_id(reading)}>", [("pear.png", png())])
    await answer(bo, "edit", instruction="warmer", link=link_to(sent))
    assert "pear.png" in reading.drawing.brought[-1][0]


async def test_what_one_of_the_two_cannot_read(
    reading: Studio, ada: Member, bo: Member, cellar: str, reads: Reads
) -> None:
    """A channel that the member does not see, one that is not there, a message that is gone, somebody's direct message:
    one and the same sentence, wherever a picture is taken.
    """
    hidden = await reading.client.get_partial_messageable(int(cellar)).send("secret")
    job, _ = await reading.grid(ada)
    await reading.store.messages.record(Message(hidden.id, int(cellar), job.id, Kind.RESULT))
    theirs = await ada.dm(bot_id(reading))
    private = await ada.send(theirs, "mine", [("pear.png", png())])
    general = ada.channel("general")["id"]
    for channel_id, message_id in ((cellar, hidden.id), ("77", 5), (general, 5), (theirs["id"], private["id"])):
        link = link_to({"channel_id": channel_id, "id": message_id})
        for told in (
            await answer(bo, "edit", instruction="warmer", link=link),
            await answer(bo, "region", prompt="a plum", where="left half", link=link),
            await answer(bo, "imagine", prompt=f"{link} a fox"),
            await described(bo, link=link),
        ):
            assert told["embeds"][0]["title"] == "Invalid link"
            assert told["embeds"][0]["description"].startswith(UNREAD)
            assert told["flags"] & 64
    assert await reading.store.jobs.of(int(bo.id)) == ()
    assert reads.links == reading.drawing.brought == []


async def test_a_message_that_shows_no_picture(reading: Studio, ada: Member) -> None:
    """It is said what to do instead."""
    words = await ada.send(ada.channel("general"), "look")
    told = await answer(ada, "imagine", prompt=f"{link_to(words)} a fox")
    assert "right click the message" in told["embeds"][0]["description"]


async def test_one_of_several_pictures_is_chosen(reading: Studio, ada: Member, bo: Member) -> None:
    """By a number behind the link, in a prompt and in a command; without one, or with a wrong one, it is asked for."""
    pictures = [(f"{number}.png", png(colour=f"#{number}0{number}0{number}0")) for number in (1, 2, 3)]
    sent = await ada.send(ada.channel("general"), f"see <@{bot_id(reading)}>", pictures)
    link = link_to(sent)
    for wrong in (link, f"{link}#0", f"{link}#4"):
        for told in (
            await answer(bo, "imagine", prompt=f"{wrong} a fox"),
            await answer(bo, "edit", instruction="warmer", link=wrong),
        ):
            assert (
                f"shows 3 pictures: say which by its number behind the link, such as `{link}#3`"
                in (told["embeds"][0]["description"])
            )
    await answer(bo, "edit", instruction="warmer", link=f"{link}#2")
    assert "2.png" in reading.drawing.brought[-1][0]
    await answer(bo, "imagine", prompt=f"<{link}#3> a fox --sref {link}#1::2")
    job, *_ = await reading.store.jobs.of(int(bo.id))
    assert [name for name in ("1.png", "2.png", "3.png") if name in job.prompt] == ["1.png", "3.png"]


async def test_ones_own_direct_message_is_read(reading: Studio, ada: Member) -> None:
    """From anywhere."""
    theirs = await ada.dm(bot_id(reading))
    sent = await ada.send(theirs, "mine", [("pear.png", png())])
    await answer(ada, "edit", instruction="warmer", link=link_to(sent, "@me"))
    assert "pear.png" in reading.drawing.brought[-1][0]
