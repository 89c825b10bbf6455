"""Files in both directions: how large they may be, what is told of them, how long their links work."""

import io

import aiohttp
import discord
import pytest

from playground import Clock, Playground
from playground.member import Member, Refused
from tests.fidelity.hand import Hand
from tests.fidelity.pictures import png, png_of

MIB = 1 << 20
ELSEWHERE = "Second Studio"


def file_of(size: int, name: str = "large.png") -> discord.File:
    return discord.File(io.BytesIO(png_of(size)), name)


@pytest.mark.parametrize(("guild", "room", "limit"), [("Fourup Studio", "general", 10), (ELSEWHERE, "gallery", 50)])
async def test_a_file_may_be_as_large_as_the_server_lets_it(
    guild: str, room: str, limit: int, ada: Member, hand: Hand
) -> None:
    """10 MiB, and 50 where the server is boosted; one byte more is 413, 40005, from bots and members alike."""
    channel = hand.room(room, guild)
    assert channel.guild.filesize_limit == limit * MIB
    await channel.send(file=file_of(limit * MIB))
    (message,) = await ada.history(ada.channel(room, guild))
    assert message["attachments"][0]["size"] == limit * MIB
    with pytest.raises(discord.HTTPException) as wrong:
        await channel.send(file=file_of(limit * MIB + 1))
    assert (wrong.value.status, wrong.value.code) == (413, 40005)
    with pytest.raises(Refused) as refused:
        await ada.send(ada.channel(room, guild), files=[("large.png", png_of(limit * MIB + 1))])
    assert (refused.value.status, refused.value.body["code"]) == (413, 40005)


@pytest.mark.parametrize(("guild", "room", "limit"), [("Fourup Studio", "general", 10), (ELSEWHERE, "gallery", 50)])
async def test_an_interaction_tells_its_limit_and_keeps_to_it(
    guild: str, room: str, limit: int, ada: Member, hand: Hand
) -> None:
    """`attachment_size_limit` is what the answer and its edits are held to."""
    await ada.slash(ada.channel(room, guild), "go")
    interaction = await hand.given()
    assert interaction.filesize_limit == limit * MIB
    with pytest.raises(discord.HTTPException) as wrong:
        await interaction.response.send_message(file=file_of(limit * MIB + 1))
    assert (wrong.value.status, wrong.value.code) == (413, 40005)
    await interaction.response.defer()
    await interaction.edit_original_response(attachments=[file_of(limit * MIB)])
    message = await ada.wait_message(lambda each: bool(each["attachments"]))
    assert message["attachments"][0]["size"] == limit * MIB


async def test_a_whole_request_may_have_25_mebibytes(hand: Hand) -> None:
    """Three files that are each small enough may be too much together."""
    files = [file_of(9 * MIB, f"{number}.png") for number in range(3)]
    with pytest.raises(discord.HTTPException) as wrong:
        await hand.room("general").send(files=files)
    assert wrong.value.code == 40005


async def test_what_was_attached_to_a_command_reaches_the_bot(ada: Member, hand: Hand) -> None:
    """Name, size, type and measures; the name without what a link cannot carry."""
    body = png(48)
    await ada.slash(ada.channel("general"), "go", image=("a red/cat?.png", body))
    interaction = await hand.given()
    (shape,) = interaction.data["resolved"]["attachments"].values()  # type: ignore[index,typeddict-item]
    given = discord.Attachment(data=shape, state=interaction._state)
    assert (given.size, given.content_type, given.width, given.height) == (len(body), "image/png", 48, 48)
    assert "/" not in given.filename
    assert given.ephemeral
    assert await given.read() == body


async def test_an_edit_keeps_drops_and_adds_files_as_it_says(ada: Member, hand: Hand) -> None:
    """Those that are listed stay, those that are not go, new ones come; alt text comes along."""
    first, second = (discord.File(io.BytesIO(png(side)), f"{side}.png") for side in (8, 9))
    message = await hand.room("general").send(files=[first, second])
    new = discord.File(io.BytesIO(png(10)), "10.png", description="A red square", spoiler=True)
    kept = message.attachments[1]
    await message.edit(attachments=[kept, new])
    seen = await ada.wait_for("MESSAGE_UPDATE")
    assert [each["filename"] for each in seen["attachments"]] == ["9.png", "SPOILER_10.png"]
    assert seen["attachments"][0]["id"] == str(kept.id)
    assert seen["attachments"][1]["description"] == "A red square"
    await message.edit(content="without")
    assert len((await ada.wait_message(lambda each: each["content"] == "without"))["attachments"]) == 2
    await message.edit(attachments=[])
    assert (await ada.history(ada.channel("general")))[0]["attachments"] == []


async def test_links_to_files_expire(playground: Playground, clock: Clock, ada: Member, hand: Hand) -> None:
    """After a day the link is dead, and reading the message anew gives one that works."""
    message = await hand.room("general").send(file=file_of(1000))
    (attachment,) = message.attachments
    assert len(await attachment.read()) == 1000
    clock.advance(25 * 3600)
    with pytest.raises(discord.NotFound):
        await attachment.read()
    again = await message.channel.fetch_message(message.id)
    assert again.attachments[0].id == attachment.id
    assert len(await again.attachments[0].read()) == 1000


async def test_links_to_files_cannot_be_made_up(ada: Member, hand: Hand) -> None:
    """A link without its signature, or with another's path, leads nowhere."""
    message = await hand.room("general").send(file=file_of(1000))
    url = message.attachments[0].url
    async with aiohttp.ClientSession() as http:
        for wrong in (url.split("?")[0], url.replace("large", "other"), url[:-1] + ("0" if url[-1] != "0" else "1")):
            async with http.get(wrong) as answer:
                assert answer.status == 404, wrong
        async with http.get(url) as answer:
            assert answer.status == 200


async def test_a_picture_of_an_embed_is_the_file_beside_it(ada: Member, hand: Hand) -> None:
    """`attachment://` becomes the file's link, with its measures, and the file stands nowhere else."""
    embed = discord.Embed(title="Grid").set_image(url="attachment://grid.png")
    await hand.room("general").send(embed=embed, file=discord.File(io.BytesIO(png(20)), "grid.png"))
    seen = await ada.wait_for("MESSAGE_CREATE")
    image = seen["embeds"][0]["image"]
    assert (image["width"], image["height"]) == (20, 20)
    assert await ada.fetch(image["url"]) == png(20)
    assert seen["attachments"] == []
