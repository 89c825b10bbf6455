"""Channels, threads, reactions, servers and members."""

import pytest

from playground import Playground
from playground.member import Member, Refused
from tests.playground.bare_bot import BareBot


async def test_a_thread_lives_under_its_message(ada: Member, bo: Member) -> None:
    """It carries the message's id, is announced to all, and can be written in; a message has one thread at most."""
    message = await ada.send(ada.channel("pictures"), "start here")
    path = f"/channels/{message['channel_id']}/messages/{message['id']}/threads"
    thread = await ada.api("POST", path, {"name": "about this"})
    assert thread["id"] == message["id"]
    assert (await bo.wait_for("THREAD_CREATE"))["name"] == "about this"
    await bo.send(thread, "inside")
    assert (await ada.wait_message(lambda found: found["content"] == "inside"))["channel_id"] == thread["id"]
    with pytest.raises(Refused, match="160004"):
        await ada.api("POST", path, {"name": "again"})


async def test_an_archived_thread_wakes_when_somebody_writes(ada: Member, bot: BareBot) -> None:
    """Editing and reacting are refused while it sleeps; writing opens it; a locked one stays shut."""
    thread = ada.channel("apple orchard")
    message = await bot.say(thread)
    path = f"/channels/{thread['id']}"
    await ada.api("PATCH", path, {"archived": True})
    edited = await bot.call("PATCH", f"{path}/messages/{message['id']}", {"content": "late"})
    assert edited.body["code"] == 50083
    with pytest.raises(Refused, match="50083"):
        await ada.react(message, "👍")
    await bot.say(thread, "awake")
    assert not (await ada.api("GET", path))["thread_metadata"]["archived"]


async def test_a_locked_thread_is_shut(playground: Playground, ada: Member) -> None:
    """Only those who manage threads write in one that was locked, and only they lock it."""
    thread = ada.channel("apple orchard")
    with pytest.raises(Refused, match="50013"):
        await ada.api("PATCH", f"/channels/{thread['id']}", {"locked": True})
    async with Member(playground.origin, "mo") as mo:
        await mo.api("PATCH", f"/channels/{thread['id']}", {"locked": True, "archived": True})
        with pytest.raises(Refused, match="50013"):
            await ada.send(thread, "knock")
        await mo.send(thread, "I may")


async def test_taking_a_permission_away_works_at_once(playground: Playground, ada: Member, bot: BareBot) -> None:
    """The bot loses Send Messages in a channel, then sight of it; a moderator with the permission does that."""
    channel = ada.channel("general")
    async with Member(playground.origin, "mo") as mo:
        overwrite = f"/channels/{channel['id']}/permissions/{playground.application_id}"
        await mo.api("PUT", overwrite, {"type": 1, "deny": 1 << 11, "allow": 0})
        answer = await bot.call("POST", f"/channels/{channel['id']}/messages", {"content": "x"})
        assert (answer.status, answer.body["code"]) == (403, 50013)
        await mo.api("PUT", overwrite, {"type": 1, "deny": 1 << 10, "allow": 0})
        await bot.wait_for("CHANNEL_DELETE", lambda data: data["id"] == channel["id"])
        answer = await bot.call("POST", f"/channels/{channel['id']}/messages", {"content": "x"})
        assert answer.body["code"] == 50001
        await mo.api("DELETE", overwrite)
        await bot.wait_for("CHANNEL_CREATE", lambda data: data["id"] == channel["id"])
        await bot.say(channel)


async def test_a_deleted_channel_takes_all_along(playground: Playground, ada: Member, bot: BareBot) -> None:
    """Its messages and threads go too; who writes there afterwards is told that it is unknown."""
    channel, thread = ada.channel("pictures"), ada.channel("apple orchard")
    message = await ada.send(thread, "inside")
    async with Member(playground.origin, "mo") as mo:
        await mo.api("DELETE", f"/channels/{channel['id']}")
    await ada.wait_for("CHANNEL_DELETE", lambda data: data["id"] == channel["id"])
    await ada.wait_for("THREAD_DELETE", lambda data: data["id"] == thread["id"])
    answer = await bot.call("GET", f"/channels/{thread['id']}/messages/{message['id']}")
    assert (answer.status, answer.body["code"]) == (404, 10003)


async def test_reactions_are_counted_by_who(ada: Member, bo: Member) -> None:
    """Each member counts once an emoji, sees its own, and can take it back."""
    message = await ada.send(ada.channel("general"), "like it?")
    for member in (ada, bo, bo):
        await member.react(message, "❤️")
    path = f"/channels/{message['channel_id']}/messages/{message['id']}"
    seen = await ada.api("GET", path)
    assert [(each["emoji"]["name"], each["count"], each["me"]) for each in seen["reactions"]] == [("❤️", 2, True)]
    await ada.api("DELETE", f"{path}/reactions/%E2%9D%A4%EF%B8%8F/@me")
    assert (await bo.wait_for("MESSAGE_REACTION_REMOVE"))["user_id"] == ada.id
    users = await bo.api("GET", f"{path}/reactions/%E2%9D%A4%EF%B8%8F")
    assert [user["username"] for user in users] == ["bo"]


@pytest.mark.parametrize("emoji", ["x", "name:123456789012345678", "▲", "❤️❤️"])
async def test_what_is_no_emoji_is_no_reaction(ada: Member, emoji: str) -> None:
    """Letters, emoji of servers that do not exist, symbols and two at once are refused with Discord's code."""
    message = await ada.send(ada.channel("general"), "hello")
    with pytest.raises(Refused, match="10014"):
        await ada.react(message, emoji)


async def test_twenty_different_reactions_are_enough(ada: Member) -> None:
    """The twenty-first emoji is refused; one that stands already may be joined."""
    message = await ada.send(ada.channel("general"), "hello")
    for number in range(20):
        await ada.react(message, chr(0x1F600 + number))
    with pytest.raises(Refused, match="30010"):
        await ada.react(message, "❤️")
    await ada.react(message, chr(0x1F600))


async def test_a_time_out_silences(playground: Playground, ada: Member) -> None:
    """A moderator silences a member for a while; it ends by itself; those who stand higher cannot be silenced."""
    guild_id = ada.guild()["id"]
    async with Member(playground.origin, "mo") as mo, Member(playground.origin, "olive") as olive:
        until = playground.clock.iso(playground.clock.now() + 60)
        body = {"communication_disabled_until": until}
        await mo.api("PATCH", f"/guilds/{guild_id}/members/{ada.id}", body)
        with pytest.raises(Refused, match="50013"):
            await ada.send(ada.channel("general"), "let me")
        for other, member in ((mo, olive.id), (ada, mo.id)):
            with pytest.raises(Refused, match="50013"):
                await other.api("PATCH", f"/guilds/{guild_id}/members/{member}", body)
    playground.clock.advance(61)
    await ada.send(ada.channel("general"), "thank you")


async def test_roles_are_given_by_those_above_them(playground: Playground, ada: Member) -> None:
    """A moderator gives roles below the own one, and no other; the new permissions count at once."""
    guild = ada.guild()
    roles = {role["name"]: role["id"] for role in guild["roles"]}
    async with Member(playground.origin, "mo") as mo, Member(playground.origin, "olive") as olive:
        path = f"/guilds/{guild['id']}/members/{ada.id}/roles"
        with pytest.raises(Refused, match="50013"):
            await mo.api("PUT", f"{path}/{roles['Moderator']}")
        with pytest.raises(Refused, match="10011"):
            await mo.api("PUT", f"{path}/1")
        await olive.api("PUT", f"{path}/{roles['Moderator']}")
        assert roles["Moderator"] in (await ada.wait_for("GUILD_MEMBER_UPDATE"))["roles"]
        await ada.send(mo.channel("mods"), "now I see it")


async def test_a_server_that_removes_the_bot_is_gone_for_it(playground: Playground, bot: BareBot) -> None:
    """The bot hears GUILD_DELETE, and can no longer write there."""
    async with Member(playground.origin, "olive") as olive:
        guild_id = olive.guild()["id"]
        await olive.api("DELETE", f"/guilds/{guild_id}/members/{playground.application_id}")
        assert (await bot.wait_for("GUILD_DELETE"))["id"] == guild_id
        answer = await bot.call("POST", f"/channels/{olive.channel('general')['id']}/messages", {"content": "x"})
        assert answer.body["code"] == 50001


async def test_a_bot_can_leave(playground: Playground, bot: BareBot) -> None:
    """The bot leaves a server by itself; an owner cannot."""
    async with Member(playground.origin, "olive") as olive:
        guild_id = olive.guild()["id"]
        assert (await bot.call("DELETE", f"/users/@me/guilds/{guild_id}")).status == 204
        await olive.wait_for("GUILD_MEMBER_REMOVE", lambda data: data["user"]["id"] == playground.application_id)
        with pytest.raises(Refused, match="50055"):
            await olive.api("DELETE", f"/users/@me/guilds/{guild_id}")


async def test_what_a_bot_fetches_is_what_it_was_told(bot: BareBot, ada: Member) -> None:
    """Server, channels, roles, members and threads by REST are those of the gateway."""
    guild = ada.guild()
    told = await bot.wait_for("GUILD_CREATE", lambda data: data["id"] == guild["id"])
    base = f"/guilds/{guild['id']}"
    assert (await bot.call("GET", base)).body["name"] == guild["name"]
    assert (await bot.call("GET", f"{base}/channels")).body == told["channels"]
    assert (await bot.call("GET", f"{base}/roles")).body == told["roles"]
    assert (await bot.call("GET", f"{base}/members/{ada.id}")).body["user"]["username"] == "ada"
    assert len((await bot.call("GET", f"{base}/members?limit=100")).body) == told["member_count"]
    threads = (await bot.call("GET", f"{base}/threads/active")).body["threads"]
    assert [thread["name"] for thread in threads] == ["apple orchard"]
    mine = (await bot.call("GET", "/users/@me/guilds")).body
    assert [each["name"] for each in mine] == ["Fourup Studio", "Second Studio"]
