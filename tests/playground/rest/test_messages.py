"""Messages, from both sides."""

import asyncio
import io
import json
from typing import Any

import aiohttp
import pytest

from playground import Playground
from playground.member import Member, Refused
from playground.rest.composing import safe_name
from tests.pictures import png
from tests.playground.bare_bot import BareBot, buttons

PNG = png(3, 2)


async def test_a_message_reaches_everybody(ada: Member, bo: Member, bot: BareBot) -> None:
    """What one writes, all who see the channel read, with who wrote it."""
    sent = await ada.send(ada.channel("general"), "hello")
    heard = await bo.wait_message(lambda message: message["id"] == sent["id"])
    assert heard["content"] == "hello"
    assert heard["author"]["username"] == "ada"
    assert heard["member"]["nick"] is None
    assert (await bot.wait_for("MESSAGE_CREATE"))["guild_id"] == ada.guild()["id"]


async def test_a_file_that_was_put_up_is_attached(ada: Member, bo: Member) -> None:
    """A member's file goes to its own address first; its size is read from its header, its kind from its bytes."""
    await ada.send(ada.channel("general"), "look", files=[("my picture.txt", PNG), ("notes.png", b"plain words")])
    picture, text = (await bo.wait_message(lambda message: message["content"] == "look"))["attachments"]
    assert (picture["width"], picture["height"]) == (3, 2)
    assert (picture["filename"], picture["content_type"]) == ("my_picture.txt", "image/png")
    assert text["content_type"].startswith("text/plain")
    assert "width" not in text
    assert await bo.fetch(picture["url"]) == PNG


async def test_an_upload_serves_once_and_its_owner_only(ada: Member, bo: Member) -> None:
    """Nobody sends another's file, and no file is sent twice."""
    channel = ada.channel("general")
    (attachment,) = await ada._upload(channel, [("a.png", PNG)])
    with pytest.raises(Refused, match="UPLOAD_NOT_FOUND"):
        await bo.send(channel, "mine now", attachments=[attachment])
    await ada.send(channel, "mine", attachments=[attachment])
    with pytest.raises(Refused, match="UPLOAD_NOT_FOUND"):
        await ada.send(channel, "again", attachments=[attachment])


async def test_a_bot_sends_files_beside_the_body(bot: BareBot, ada: Member) -> None:
    """Multipart: payload_json, and files named by their number, each with its description."""
    form = aiohttp.FormData(quote_fields=False)
    named = [{"id": 1, "description": "the second"}, {"id": 0, "filename": "new.png"}]
    body = json.dumps({"content": "two", "attachments": named})
    form.add_field("payload_json", body, content_type="application/json")
    form.add_field("files[0]", PNG, filename="old.png", content_type="application/octet-stream")
    form.add_field("files[1]", b"x", filename="two.txt", content_type="application/octet-stream")
    answer = await bot.call("POST", f"/channels/{ada.channel('general')['id']}/messages", data=form)
    first, second = answer.body["attachments"]
    assert first["filename"] == "new.png"
    assert second["description"] == "the second"


async def test_an_edit_changes_only_what_it_names(bot: BareBot, ada: Member) -> None:
    """The rest stays; the message is marked as edited, and everybody sees it."""
    message = await bot.say(ada.channel("general"), "one", components=buttons("b"))
    path = f"/channels/{message['channel_id']}/messages/{message['id']}"
    await bot.call("PATCH", path, {"content": "two"})
    edited = await ada.wait_for("MESSAGE_UPDATE")
    assert edited["content"] == "two"
    assert edited["components"] == message["components"]
    assert edited["edited_timestamp"] is not None
    await bot.call("PATCH", path, {"content": None, "embeds": [{"title": "only this"}]})
    edited = await ada.wait_for("MESSAGE_UPDATE", lambda data: bool(data["embeds"]))
    assert edited["content"] == ""


@pytest.mark.mistaken
async def test_an_edit_that_leaves_nothing_is_refused_whole(bot: BareBot, ada: Member) -> None:
    """Nothing is half done: the message stands as it was."""
    message = await bot.say(ada.channel("general"), "one")
    path = f"/channels/{message['channel_id']}/messages/{message['id']}"
    answer = await bot.call("PATCH", path, {"content": "", "components": []})
    assert (answer.status, answer.body["code"]) == (400, 50006)
    assert (await bot.call("GET", path)).body["content"] == "one"


async def test_an_edit_keeps_the_files_that_it_lists(bot: BareBot, ada: Member) -> None:
    """Files that `attachments` leaves out are gone; new ones come with their number."""
    form = aiohttp.FormData(quote_fields=False)
    form.add_field("payload_json", '{"content": "two files"}')
    for number in range(2):
        form.add_field(f"files[{number}]", PNG, filename=f"{number}.png")
    message = (await bot.call("POST", f"/channels/{ada.channel('general')['id']}/messages", data=form)).body
    kept = message["attachments"][1]["id"]
    path = f"/channels/{message['channel_id']}/messages/{message['id']}"
    edited = await bot.call("PATCH", path, {"attachments": [{"id": kept}]})
    assert [each["filename"] for each in edited.body["attachments"]] == ["1.png"]


async def test_files_shown_in_an_embed_are_not_listed_twice(bot: BareBot, ada: Member) -> None:
    """An embed's picture is linked there, and no attachment of its own."""
    form = aiohttp.FormData(quote_fields=False)
    form.add_field("payload_json", '{"embeds": [{"image": {"url": "attachment://a.png"}}]}')
    form.add_field("files[0]", PNG, filename="a.png")
    message = (await bot.call("POST", f"/channels/{ada.channel('general')['id']}/messages", data=form)).body
    assert message["attachments"] == []
    assert message["embeds"][0]["image"]["width"] == 3
    assert await ada.fetch(message["embeds"][0]["image"]["url"]) == PNG


async def test_the_same_nonce_makes_one_message(bot: BareBot, ada: Member) -> None:
    """With enforce_nonce the second gives the first; without it there are two; after five minutes too."""
    channel = ada.channel("general")
    fields: dict[str, Any] = {"nonce": "n1", "enforce_nonce": True}
    first, second = await asyncio.gather(bot.say(channel, "a", **fields), bot.say(channel, "a", **fields))
    assert first["id"] == second["id"]
    assert (await bot.say(channel, "b", nonce="n1"))["id"] != first["id"]
    bot._playground.clock.advance(301)
    assert (await bot.say(channel, "c", **fields))["id"] != first["id"]


async def test_a_forgetful_playground_makes_two(playground: Playground, bot: BareBot, ada: Member) -> None:
    """With no time in which nonces count, enforce_nonce is without effect: what relies on it can be seen to."""
    playground.context.nonce_window = 0.0
    channel = ada.channel("general")
    ids = {(await bot.say(channel, "a", nonce="n1", enforce_nonce=True))["id"] for _ in range(2)}
    assert len(ids) == 2


async def test_a_reply_names_what_it_replies_to(ada: Member, bo: Member) -> None:
    """The original comes along, and its author is pinged unless the reply says not to."""
    original = await bo.send(bo.channel("general"), "question")
    reply = await ada.send(ada.channel("general"), "answer", message_reference={"message_id": original["id"]})
    assert reply["type"] == 19
    assert reply["referenced_message"]["content"] == "question"
    assert [user["username"] for user in reply["mentions"]] == ["bo"]
    with pytest.raises(Refused, match="REPLIES_UNKNOWN_MESSAGE"):
        await ada.send(ada.channel("general"), "to nothing", message_reference={"message_id": "1"})


@pytest.mark.parametrize(
    ("allowed", "pinged", "everyone"),
    [
        (None, ["bo", "ada"], False),
        ({"parse": []}, [], False),
        ({"parse": [], "users": ["{ada}"]}, ["ada"], False),
        ({"parse": ["users"]}, ["bo", "ada"], False),
    ],
    ids=["all", "none", "one", "users"],
)
async def test_only_allowed_mentions_ping(
    bot: BareBot, ada: Member, bo: Member, allowed: Any, pinged: list[str], everyone: bool
) -> None:
    """The text names two members and everyone; the sender chooses whom it pings, and @everyone needs a permission."""
    if allowed and "users" in allowed:
        allowed = allowed | {"users": [ada.id]}
    fields = {} if allowed is None else {"allowed_mentions": allowed}
    message = await bot.say(ada.channel("general"), f"<@{bo.id}> <@{ada.id}> @everyone", **fields)
    assert [user["username"] for user in message["mentions"]] == pinged
    assert message["mention_everyone"] is everyone


async def test_an_edit_of_the_buttons_leaves_the_mentions(bot: BareBot, ada: Member) -> None:
    """Only a new text is looked at for whom it names."""
    message = await bot.say(ada.channel("general"), f"<@{ada.id}>")
    path = f"/channels/{message['channel_id']}/messages/{message['id']}"
    edited = await bot.call("PATCH", path, {"components": buttons("a"), "allowed_mentions": {"parse": []}})
    assert [user["username"] for user in edited.body["mentions"]] == ["ada"]
    again = await bot.call("PATCH", path, {"content": f"hello <@{ada.id}>", "allowed_mentions": {"parse": []}})
    assert again.body["mentions"] == []


async def test_history_is_read_in_pages(ada: Member) -> None:
    """Newest first; before, after and around a message."""
    channel = ada.channel("general")
    sent = [(await ada.send(channel, str(number)))["id"] for number in range(7)]
    path = f"/channels/{channel['id']}/messages"

    async def page(query: str) -> list[str]:
        return [message["id"] for message in await ada.api("GET", f"{path}?{query}")]

    assert await page("limit=3") == sent[:3:-1]
    assert await page(f"limit=2&before={sent[3]}") == [sent[2], sent[1]]
    assert await page(f"limit=2&after={sent[3]}") == [sent[5], sent[4]]
    assert await page(f"limit=3&around={sent[3]}") == [sent[4], sent[3], sent[2]]
    for wrong in ("limit=0", "limit=101", "limit=x", "before=x"):
        with pytest.raises(Refused, match="50035"):
            await page(wrong)


async def test_only_authors_edit_and_moderators_delete(playground: Playground, ada: Member, bo: Member) -> None:
    """Another's message can be deleted by those who manage messages, and edited by nobody."""
    message = await ada.send(ada.channel("general"), "mine")
    path = f"/channels/{message['channel_id']}/messages/{message['id']}"
    with pytest.raises(Refused, match="50005"):
        await bo.api("PATCH", path, {"content": "yours"})
    with pytest.raises(Refused, match="50013"):
        await bo.api("DELETE", path)
    async with Member(playground.origin, "mo") as mo:
        await mo.api("DELETE", path)
    await ada.wait_for("MESSAGE_DELETE", lambda data: data["id"] == message["id"])
    with pytest.raises(Refused, match="10008"):
        await ada.api("GET", path)


async def test_moderators_clear_many_at_once(playground: Playground, ada: Member) -> None:
    """Bulk deletion takes 2 to 100 messages; what is gone already is passed over."""
    ids = [(await ada.send(ada.channel("general"), str(number)))["id"] for number in range(3)]
    path = f"/channels/{ada.channel('general')['id']}/messages/bulk-delete"
    async with Member(playground.origin, "mo") as mo:
        await mo.api("POST", path, {"messages": [*ids[:2], "123456789012345678"]})
    assert [message["id"] for message in await ada.history(ada.channel("general"))] == ids[2:]


async def test_slow_mode_holds_back(playground: Playground, ada: Member) -> None:
    """In a slow channel one waits, and is told how long; moderators do not."""
    channel = ada.channel("general")
    async with Member(playground.origin, "mo") as mo:
        await mo.api("PATCH", f"/channels/{channel['id']}", {"rate_limit_per_user": 30})
        await ada.send(channel, "one")
        with pytest.raises(Refused, match="20016") as refused:
            await ada.send(channel, "two")
        assert refused.value.body["retry_after"] == 30
        await mo.send(channel, "one")
        await mo.send(channel, "two")
    playground.clock.advance(31)
    await ada.send(channel, "three")


async def test_dms_need_somebody_who_takes_them(playground: Playground, ada: Member, bot: BareBot) -> None:
    """A closed door is 50007, and opens again."""
    dm = (await bot.call("POST", "/users/@me/channels", {"recipient_id": ada.id})).body
    assert dm["recipients"][0]["username"] == "ada"
    playground.world.users[ada.id]["_accepts_dms"] = False
    answer = await bot.call("POST", f"/channels/{dm['id']}/messages", {"content": "hello"})
    assert (answer.status, answer.body["code"]) == (403, 50007)
    playground.world.users[ada.id]["_accepts_dms"] = True
    assert (await bot.say(dm))["channel_id"] == dm["id"]


@pytest.mark.parametrize(("guild", "limit"), [("Fourup Studio", 10 << 20), ("Second Studio", 50 << 20)])
async def test_files_over_the_servers_limit_are_refused(bot: BareBot, ada: Member, guild: str, limit: int) -> None:
    """10 MiB, in a boosted server 50: what is larger is 413 with 40005, what fits passes; members are told before."""
    channel = ada.channel({"Fourup Studio": "general", "Second Studio": "gallery"}[guild], guild)
    for size, status in ((limit, 200), (limit + 1, 413)):
        form = aiohttp.FormData(quote_fields=False)
        form.add_field("payload_json", "{}")
        form.add_field("files[0]", io.BytesIO(bytes(size)), filename="big.bin")
        answer = await bot.call("POST", f"/channels/{channel['id']}/messages", data=form)
        assert answer.status == status
    assert answer.body["code"] == 40005
    asked = {"files": [{"id": "0", "filename": "big.bin", "file_size": limit + 1}]}
    with pytest.raises(Refused, match="40005"):
        await ada.api("POST", f"/channels/{channel['id']}/attachments", asked)


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "..\\..\\boot.ini", "\udcff.png", "", "a b?c#d.png", "/", "x" * 900 + ".png"]
)
async def test_a_files_name_never_leads_anywhere(ada: Member, name: str) -> None:
    """Folders, blanks and what no link can carry are dropped from a name; the file is found by its link."""
    safe = safe_name(name)
    assert safe
    assert len(safe) <= 200
    assert not set(safe) & set('/\\?#% "')
    assert not safe.startswith(".")
    sent = await ada.send(ada.channel("general"), "named", files=[(safe, PNG)])
    assert await ada.fetch(sent["attachments"][0]["url"]) == PNG
