"""A playground that is stopped and started again on the same folder."""

from pathlib import Path

from playground import Clock, Playground
from playground.member import Member
from tests.pictures import png
from tests.playground.bare_bot import BareBot, buttons

PNG = png()


async def test_all_that_was_said_is_still_there(tmp_path: Path) -> None:
    """Messages, files, reactions, threads and DMs outlive the process; tokens stay the same."""
    async with Playground(data=tmp_path) as first, Member(first.origin, "ada") as ada:
        token = first.bot_token
        message = await ada.send(ada.channel("general"), "kept", files=[("dot.png", PNG)])
        await ada.react(message, "✉️")
        await ada.api("POST", f"/channels/{message['channel_id']}/messages/{message['id']}/threads", {"name": "later"})
        await ada.send(await ada.dm(first.application_id), "between us")
    async with Playground(data=tmp_path) as second, Member(second.origin, "ada") as ada:
        assert second.bot_token == token
        (kept,) = await ada.history(ada.channel("general"))
        assert kept["content"] == "kept"
        assert kept["reactions"][0]["emoji"]["name"] == "✉️"
        assert kept["thread"]["name"] == "later"
        assert await ada.fetch(kept["attachments"][0]["url"]) == PNG
        (said,) = await ada.history(await ada.dm(second.application_id))
        assert said["content"] == "between us"


async def test_old_buttons_can_still_be_pressed(tmp_path: Path) -> None:
    """A message's buttons reach the bot after a restart of the server."""
    async with Playground(data=tmp_path) as first, BareBot(first) as bot, Member(first.origin, "ada") as ada:
        message = await bot.say(ada.channel("general"), components=buttons("old"))
    async with Playground(data=tmp_path) as second, BareBot(second) as bot, Member(second.origin, "ada") as ada:
        await ada.press(message, "old")
        pressed = await bot.wait_for("INTERACTION_CREATE")
        assert pressed["data"]["custom_id"] == "old"
        assert pressed["message"]["id"] == message["id"]


async def test_ephemeral_messages_are_not_kept(tmp_path: Path) -> None:
    """What only one member could see is gone with the process, as it is on Discord after a reload."""
    async with Playground(data=tmp_path) as first, BareBot(first) as bot, Member(first.origin, "ada") as ada:
        message = await bot.say(ada.channel("general"), components=buttons("ask"))
        await ada.press(message, "ask")
        await bot.answer(await bot.wait_for("INTERACTION_CREATE"), 4, {"content": "psst", "flags": 64})
        await ada.wait_message(lambda found: found["content"] == "psst")
    async with Playground(data=tmp_path) as second:
        contents = [each["content"] for shelf in second.world.messages.values() for each in shelf.values()]
        assert contents == ["hello"]


async def test_a_seeded_world_is_the_same_in_each_run() -> None:
    """Ids, tokens and links of a seeded playground are the same, so that a test can name them."""
    worlds = []
    for _ in range(2):
        async with Playground(clock=Clock(start=1_790_000_000.0), seed=7) as playground:
            worlds.append((playground.world.users, playground.world.channels, playground.world.settings))
    assert worlds[0] == worlds[1]


async def test_an_unseeded_world_has_secrets_of_its_own() -> None:
    """Two playgrounds share no token."""
    tokens = []
    for _ in range(2):
        async with Playground() as playground:
            tokens.append(playground.bot_token)
    assert tokens[0] != tokens[1]
