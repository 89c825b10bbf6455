"""Commands: how a bot publishes them, and who may use which where."""

from typing import Any

import pytest

from playground import Playground
from playground.member import Member, Refused
from tests.playground.bare_bot import BareBot, command


async def names(member: Member, channel: dict[str, Any]) -> list[str]:
    index = await member.api("GET", f"/channels/{channel['id']}/application-command-index")
    return [each["name"] for each in index["application_commands"]]


async def test_publishing_the_same_changes_nothing(bot: BareBot) -> None:
    """Ids and versions stay when nothing changed; a change draws a new version; what is left out is gone."""
    first = await bot.publish(command("imagine"), command("blend"))
    assert await bot.publish(command("imagine"), command("blend")) == first
    changed = await bot.publish(command("imagine", description="Draws."))
    assert changed[0]["id"] == first[0]["id"]
    assert changed[0]["version"] != first[0]["version"]
    listed = await bot.call("GET", f"/applications/{bot._playground.application_id}/commands")
    assert [each["name"] for each in listed.body] == ["imagine"]


async def test_one_command_can_be_changed_by_itself(bot: BareBot) -> None:
    """Created (201), made again (200), read, changed, deleted."""
    base = f"/applications/{bot._playground.application_id}/commands"
    made = await bot.call("POST", base, command("imagine"))
    assert made.status == 201
    assert (await bot.call("POST", base, command("imagine", description="Draws."))).status == 200
    path = f"{base}/{made.body['id']}"
    assert (await bot.call("PATCH", path, {"description": "Paints."})).body["description"] == "Paints."
    assert (await bot.call("GET", path)).body["description"] == "Paints."
    assert (await bot.call("DELETE", path)).status == 204
    assert (await bot.call("GET", path)).body["code"] == 10063


async def test_members_are_told_that_the_commands_changed(bot: BareBot, ada: Member) -> None:
    """A client fetches its index anew when it hears so."""
    await bot.publish(command("imagine"))
    await ada.wait_for("GUILD_APPLICATION_COMMAND_INDEX_UPDATE", lambda data: data["guild_id"] == ada.guild()["id"])
    assert await names(ada, ada.channel("general")) == ["imagine"]


async def test_a_servers_command_is_for_that_server(bot: BareBot, ada: Member) -> None:
    """It is listed there and nowhere else."""
    guild_id = ada.guild("Second Studio")["id"]
    base = f"/applications/{bot._playground.application_id}/guilds/{guild_id}/commands"
    (made,) = (await bot.call("PUT", base, [command("here")])).body
    assert made["guild_id"] == guild_id
    assert await names(ada, ada.channel("gallery", "Second Studio")) == ["here"]
    assert await names(ada, ada.channel("general")) == []


async def test_contexts_and_installs_say_where_a_command_stands(bot: BareBot, ada: Member, bo: Member) -> None:
    """By server, by user, or both; in servers, in the bot's DM, in DMs between members."""
    await bot.publish(
        command("everywhere", integration_types=[0, 1]),
        command("servers", contexts=[0]),
        command("mine", integration_types=[1], contexts=[0, 1, 2]),
    )
    application_id = bot._playground.application_id
    assert await names(ada, ada.channel("general")) == ["everywhere", "servers", "mine"]
    assert await names(bo, bo.channel("general")) == ["everywhere", "servers"]
    assert await names(ada, ada.channel("lobby", "Elsewhere")) == ["everywhere", "mine"]
    assert await names(bo, bo.channel("lobby", "Elsewhere")) == []
    assert await names(ada, await ada.dm(application_id)) == ["everywhere", "mine"]
    assert await names(ada, await ada.dm(bo.id)) == ["everywhere", "mine"]


async def test_a_command_for_moderators_is_hidden_from_others(
    playground: Playground, bot: BareBot, ada: Member
) -> None:
    """default_member_permissions decides who sees it, and who may use it."""
    (made,) = await bot.publish(command("admin", default_member_permissions=str(1 << 5)))
    assert await names(ada, ada.channel("general")) == []
    data = {"id": made["id"], "version": made["version"], "name": "admin", "type": 1, "options": []}
    with pytest.raises(Refused, match="50013"):
        await ada._interact(ada.channel("general")["id"], 2, data)
    async with Member(playground.origin, "mo") as mo:
        assert await names(mo, mo.channel("general")) == ["admin"]
        await mo.slash(mo.channel("general"), "admin")
        assert (await bot.wait_for("INTERACTION_CREATE"))["data"]["name"] == "admin"


async def test_an_age_restricted_command_needs_such_a_channel(bot: BareBot, ada: Member) -> None:
    """Elsewhere it is refused; in a thread the parent decides."""
    await bot.publish(command("nightly", nsfw=True))
    with pytest.raises(Refused, match="50013"):
        await ada.slash(ada.channel("general"), "nightly")
    await ada.slash(ada.channel("after-dark"), "nightly")
    await bot.wait_for("INTERACTION_CREATE")


async def test_an_outdated_command_is_refused(bot: BareBot, ada: Member) -> None:
    """Who still shows the old version of a command is told to fetch it again."""
    (old,) = await bot.publish(command("imagine"))
    await bot.publish(command("imagine", description="Changed."))
    data = {"id": old["id"], "version": old["version"], "name": "imagine", "type": 1, "options": []}
    with pytest.raises(Refused, match="INTERACTION_APPLICATION_COMMAND_INVALID_VERSION"):
        await ada._interact(ada.channel("general")["id"], 2, data)


async def test_nobody_publishes_for_another(bot: BareBot, ada: Member) -> None:
    """Members have no commands, and a bot only its own."""
    base = f"/applications/{bot._playground.application_id}/commands"
    with pytest.raises(Refused, match="50001"):
        await ada.api("GET", base)
    assert (await bot.call("GET", f"/applications/{ada.id}/commands")).body["code"] == 50001
