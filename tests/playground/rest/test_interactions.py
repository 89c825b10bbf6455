"""Interactions, from the member's press to the bot's last word."""

from typing import Any

import pytest

from playground import Playground
from playground.member import Member, Refused
from tests.pictures import png
from tests.playground.bare_bot import BareBot, buttons, command

OPTIONS = [
    {"type": 3, "name": "prompt", "description": "What to draw", "required": True, "max_length": 20},
    {"type": 4, "name": "count", "description": "How many", "min_value": 1, "max_value": 4},
    {"type": 3, "name": "ratio", "description": "Shape", "choices": [{"name": "Wide", "value": "3:2"}]},
    {"type": 5, "name": "tile", "description": "Seamless"},
    {"type": 6, "name": "who", "description": "For whom"},
    {"type": 7, "name": "where", "description": "Which channel", "channel_types": [0]},
    {"type": 8, "name": "role", "description": "Which role"},
    {"type": 9, "name": "either", "description": "A user or a role"},
    {"type": 10, "name": "weight", "description": "How much"},
    {"type": 11, "name": "image", "description": "A picture"},
]


async def test_every_type_of_option_arrives(bot: BareBot, ada: Member, bo: Member) -> None:
    """Plain values as they are; ids with the whole objects beside; a file with a link that works."""
    await bot.publish(command("imagine", options=OPTIONS))
    role = ada.guild()["roles"][1]["id"]
    channel = ada.channel("pictures")
    await ada.slash(
        ada.channel("general"), "imagine", prompt="a cat", count=2, ratio="3:2", tile=True, who=bo.id,
        where=channel["id"], role=role, either=role, weight=0.5, image=("cat.png", png(8, 4)),
    )  # fmt: skip
    data = (await bot.wait_for("INTERACTION_CREATE"))["data"]
    values = {option["name"]: option["value"] for option in data["options"]}
    image = data["resolved"]["attachments"][values["image"]]
    assert values | {"image": 0} == {
        "prompt": "a cat", "count": 2, "ratio": "3:2", "tile": True, "who": bo.id,
        "where": channel["id"], "role": role, "either": role, "weight": 0.5, "image": 0,
    }  # fmt: skip
    assert (image["width"], image["height"], image["ephemeral"]) == (8, 4, True)
    assert await ada.fetch(image["url"]) == png(8, 4)
    assert data["resolved"]["users"][bo.id]["username"] == "bo"
    assert "permissions" in data["resolved"]["members"][bo.id]
    assert data["resolved"]["channels"][channel["id"]]["name"] == "pictures"
    assert list(data["resolved"]["roles"]) == [role]


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ({}, "BASE_TYPE_REQUIRED"),
        ({"prompt": "x" * 21}, "BASE_TYPE_BAD_LENGTH"),
        ({"prompt": "x", "count": 5}, "NUMBER_TYPE_MAX"),
        ({"prompt": "x", "count": "2"}, "INTERACTION_OPTION_VALUE_INVALID"),
        ({"prompt": "x", "ratio": "9:9"}, "BASE_TYPE_CHOICES"),
        ({"prompt": "x", "who": "1"}, "Unknown User"),
        ({"prompt": "x", "role": "1"}, "Unknown Role"),
        ({"prompt": "x", "where": "1"}, "Unknown Channel"),
        ({"prompt": "x", "image": "7"}, "ATTACHMENT_NOT_FOUND"),
    ],
    ids=str,
)
async def test_wrong_options_never_reach_the_bot(bot: BareBot, ada: Member, options: dict[str, Any], code: str) -> None:
    """What the command does not allow is refused to the member."""
    await bot.publish(command("imagine", options=OPTIONS))
    with pytest.raises(Refused, match=code):
        await ada.slash(ada.channel("general"), "imagine", **options)
    assert bot.heard("INTERACTION_CREATE") == []


async def test_what_the_bot_is_told_of_the_place(bot: BareBot, ada: Member) -> None:
    """Context, permissions, limits and owners: in a server, in a boosted one, in a DM, and as a guest."""
    await bot.publish(command("where", integration_types=[0, 1]))
    await ada.slash(ada.channel("general"), "where")
    here = await bot.wait_for("INTERACTION_CREATE")
    assert here["member"]["user"]["id"] == ada.id
    assert int(here["app_permissions"]) & 1 << 11
    assert (here["context"], here["attachment_size_limit"]) == (0, 10 << 20)
    assert here["authorizing_integration_owners"] == {"0": ada.guild()["id"], "1": ada.id}
    await ada.slash(ada.channel("gallery", "Second Studio"), "where")
    boosted = await bot.wait_for("INTERACTION_CREATE", lambda data: data["attachment_size_limit"] > 10 << 20)
    assert boosted["attachment_size_limit"] == 50 << 20
    await ada.slash(await ada.dm(bot._playground.application_id), "where")
    private = await bot.wait_for("INTERACTION_CREATE", lambda data: "user" in data)
    assert (private["context"], "guild_id" in private) == (1, False)


async def test_a_guest_answers_five_times(bot: BareBot, ada: Member) -> None:
    """In a server that has not installed it, the bot answers, and follows up five times at most."""
    await bot.publish(command("where", integration_types=[1]))
    await ada.slash(ada.channel("lobby", "Elsewhere"), "where")
    asked = await bot.wait_for("INTERACTION_CREATE")
    assert asked["authorizing_integration_owners"] == {"1": ada.id}
    await bot.answer(asked, 4, {"content": "here"})
    statuses = [(await bot.by_token(asked, "POST", "?wait=true", {"content": str(n)})).status for n in range(6)]
    assert statuses == [200] * 5 + [400]
    assert len(await ada.history(ada.channel("lobby", "Elsewhere"))) == 6


async def test_the_first_answer_has_three_seconds(playground: Playground, bot: BareBot, ada: Member) -> None:
    """Later the interaction is unknown, and the member has been told that the application did not respond."""
    await bot.publish(command("slow"))
    nonce = await ada.slash(ada.channel("general"), "slow")
    asked = await bot.wait_for("INTERACTION_CREATE")
    playground.clock.advance(3.1)
    assert (await ada.wait_for("INTERACTION_FAILURE"))["nonce"] == nonce
    answer = await bot.answer(asked, 4, {"content": "late"})
    assert (answer.status, answer.body["code"]) == (404, 10062)


async def test_one_answer_is_enough(bot: BareBot, ada: Member) -> None:
    """The second is 40060; the member hears of success once, with its nonce, and the message carries it."""
    await bot.publish(command("once"))
    nonce = await ada.slash(ada.channel("general"), "once")
    asked = await bot.wait_for("INTERACTION_CREATE")
    assert (await ada.wait_for("INTERACTION_CREATE"))["nonce"] == nonce
    assert (await bot.answer(asked, 4, {"content": "first"})).status == 200
    assert (await bot.answer(asked, 4, {"content": "second"})).body["code"] == 40060
    assert (await ada.wait_for("INTERACTION_SUCCESS"))["nonce"] == nonce
    message = await ada.wait_message(lambda found: found["content"] == "first")
    assert (message["nonce"], message["type"], message["interaction"]["name"]) == (nonce, 20, "once")


async def test_thinking_ends_with_the_first_word(bot: BareBot, ada: Member) -> None:
    """A deferred answer shows as thinking; an edit or the first follow-up takes its place, without "edited"."""
    await bot.publish(command("think"))
    await ada.slash(ada.channel("general"), "think")
    asked = await bot.wait_for("INTERACTION_CREATE")
    assert (await bot.answer(asked, 5)).body["interaction"]["response_message_loading"]
    thinking = await ada.wait_for("MESSAGE_CREATE", lambda found: bool(found["flags"] & 128))
    await bot.by_token(asked, "POST", "?wait=true", {"content": "done"})
    done = await ada.wait_for("MESSAGE_UPDATE")
    assert (done["id"], done["content"], done["edited_timestamp"]) == (thinking["id"], "done", None)
    assert not done["flags"] & 128
    further = await bot.by_token(asked, "POST", "?wait=true", {"content": "and more"})
    assert (further.body["type"], further.body["message_reference"]["message_id"]) == (19, done["id"])


async def test_the_token_lives_for_fifteen_minutes(playground: Playground, bot: BareBot, ada: Member) -> None:
    """Then it is 50027; the bot's own token still edits the message."""
    await bot.publish(command("long"))
    await ada.slash(ada.channel("general"), "long")
    asked = await bot.wait_for("INTERACTION_CREATE")
    message = (await bot.answer(asked, 4, {"content": "1 %"})).body["resource"]["message"]
    playground.clock.advance(899)
    assert (await bot.by_token(asked, "PATCH", "/messages/@original", {"content": "99 %"})).status == 200
    playground.clock.advance(2)
    answer = await bot.by_token(asked, "PATCH", "/messages/@original", {"content": "100 %"})
    assert (answer.status, answer.body["code"]) == (401, 50027)
    path = f"/channels/{message['channel_id']}/messages/{message['id']}"
    assert (await bot.call("PATCH", path, {"content": "100 %"})).status == 200


async def test_a_token_reaches_its_own_messages_only(bot: BareBot, ada: Member) -> None:
    """Not another member's whisper, and no message that a member wrote."""
    await bot.publish(command("whisper"))
    asked = []
    async with Member(bot._playground.origin, "bo") as bo:
        for member in (ada, bo):
            await member.slash(member.channel("general"), "whisper")
            asked.append(
                await bot.wait_for("INTERACTION_CREATE", lambda data, m=member: data["member"]["user"]["id"] == m.id)
            )
        own = await ada.send(ada.channel("general"), "mine")
    whispered = (await bot.answer(asked[0], 4, {"content": "psst", "flags": 64})).body["resource"]["message"]
    await bot.answer(asked[1], 4, {"content": "hello"})
    for message_id in (whispered["id"], own["id"]):
        answer = await bot.by_token(asked[1], "PATCH", f"/messages/{message_id}", {"content": "?"})
        assert answer.body["code"] == 10008


async def test_a_press_can_change_its_message(bot: BareBot, ada: Member, bo: Member) -> None:
    """Update shows for everybody; a silent acknowledgement changes nothing."""
    message = await bot.say(ada.channel("general"), components=buttons("u", "s"))
    await ada.press(message, "u")
    await bot.answer(await bot.wait_for("INTERACTION_CREATE"), 7, {"content": "pressed", "components": []})
    changed = await bo.wait_for("MESSAGE_UPDATE")
    assert (changed["content"], changed["components"]) == ("pressed", [])
    with pytest.raises(Refused, match="COMPONENT_VALIDATION_FAILED"):
        await ada.press(message, "s")


async def test_what_cannot_be_pressed_is_refused(bot: BareBot, ada: Member) -> None:
    """A disabled button, a button of a message that is gone, an ephemeral message of another."""
    rows = buttons("off")
    rows[0]["components"][0]["disabled"] = True
    message = await bot.say(ada.channel("general"), components=rows)
    with pytest.raises(Refused, match="COMPONENT_VALIDATION_FAILED"):
        await ada.press(message, "off")
    gone = await bot.say(ada.channel("general"), components=buttons("gone"))
    await bot.call("DELETE", f"/channels/{gone['channel_id']}/messages/{gone['id']}")
    with pytest.raises(Refused, match="10008"):
        await ada.press(gone, "gone")


async def test_selects_give_what_was_chosen(bot: BareBot, ada: Member, bo: Member) -> None:
    """Texts as they are, ids resolved; too many, or what was not offered, is refused."""
    options = [{"label": text, "value": text} for text in ("a", "b", "c")]
    rows = [
        {"type": 1, "components": [{"type": 3, "custom_id": "text", "options": options, "max_values": 2}]},
        {"type": 1, "components": [{"type": 5, "custom_id": "user"}]},
        {"type": 1, "components": [{"type": 8, "custom_id": "channel", "channel_types": [0]}]},
    ]
    message = await bot.say(ada.channel("general"), components=rows)
    await ada.choose(message, "text", ["a", "c"])
    assert (await bot.wait_for("INTERACTION_CREATE"))["data"]["values"] == ["a", "c"]
    await ada.choose(message, "user", [bo.id])
    chosen = await bot.wait_for("INTERACTION_CREATE", lambda data: data["data"]["custom_id"] == "user")
    assert chosen["data"]["resolved"]["users"][bo.id]["username"] == "bo"
    for custom_id, values in (
        ("text", ["a", "b", "c"]), ("text", ["z"]), ("text", []), ("channel", [ada.channel("Studio")["id"]])
    ):  # fmt: skip
        with pytest.raises(Refused, match="50035"):
            await ada.choose(message, custom_id, values)


def text_modal() -> dict[str, Any]:
    field = {"type": 4, "custom_id": "prompt", "style": 1, "min_length": 2}
    return {"custom_id": "remix", "title": "Remix", "components": [{"type": 18, "label": "Prompt", "component": field}]}


async def test_a_modal_comes_back_filled_in(bot: BareBot, ada: Member) -> None:
    """The bot is told the values and the message that opened it; the answer may change that message."""
    message = await bot.say(ada.channel("general"), components=buttons("open"))
    await ada.press(message, "open")
    await bot.answer(await bot.wait_for("INTERACTION_CREATE"), 9, text_modal())
    modal = await ada.wait_for("INTERACTION_MODAL_CREATE")
    with pytest.raises(Refused, match="BASE_TYPE_BAD_LENGTH"):
        await ada.submit(modal, prompt="x")
    await ada.submit(modal, prompt="a dog")
    filled = await bot.wait_for("INTERACTION_CREATE", lambda data: data["type"] == 5)
    assert filled["data"]["components"][0]["component"]["value"] == "a dog"
    assert filled["message"]["id"] == message["id"]
    changed = (await bot.answer(filled, 7, {"content": "a dog"})).body["resource"]["message"]
    assert changed["id"] == message["id"]


async def test_a_modal_is_submitted_once_by_whom_it_was_opened_for(bot: BareBot, ada: Member, bo: Member) -> None:
    """Nobody else's submission counts, and no second one."""
    message = await bot.say(ada.channel("general"), components=buttons("open"))
    await ada.press(message, "open")
    await bot.answer(await bot.wait_for("INTERACTION_CREATE"), 9, text_modal())
    modal = await ada.wait_for("INTERACTION_MODAL_CREATE")
    with pytest.raises(Refused, match="10062"):
        await bo.submit(modal, prompt="not mine")
    await ada.submit(modal, prompt="mine")
    with pytest.raises(Refused, match="10062"):
        await ada.submit(modal, prompt="again")


async def test_a_modal_takes_files(bot: BareBot, ada: Member) -> None:
    """A file field gives the bot an attachment with a link."""
    message = await bot.say(ada.channel("general"), components=buttons("open"))
    await ada.press(message, "open")
    field = {"type": 19, "custom_id": "picture"}
    modal = {"custom_id": "m", "title": "M", "components": [{"type": 18, "label": "Picture", "component": field}]}
    await bot.answer(await bot.wait_for("INTERACTION_CREATE"), 9, modal)
    await ada.submit(await ada.wait_for("INTERACTION_MODAL_CREATE"), picture=("a.png", png()))
    filled = (await bot.wait_for("INTERACTION_CREATE", lambda data: data["type"] == 5))["data"]
    (key,) = filled["components"][0]["component"]["values"]
    assert await ada.fetch(filled["resolved"]["attachments"][key]["url"]) == png()


async def test_suggestions_reach_the_one_who_types(bot: BareBot, ada: Member, bo: Member) -> None:
    """The bot sees what is typed and which option; its choices come back by the nonce, to nobody else."""
    option = {"type": 3, "name": "style", "description": "A style", "autocomplete": True}
    await bot.publish(command("imagine", options=[option]))
    nonce = await ada._use(ada.channel("general"), 4, "imagine", {"style": "wa"}, "style")
    typed = await bot.wait_for("INTERACTION_CREATE")
    assert typed["data"]["options"] == [{"name": "style", "type": 3, "value": "wa", "focused": True}]
    await bot.answer(typed, 8, {"choices": [{"name": "Watercolour", "value": "watercolour"}]})
    answer = await ada.wait_for("APPLICATION_COMMAND_AUTOCOMPLETE_RESPONSE")
    assert answer == {"choices": [{"name": "Watercolour", "value": "watercolour"}], "nonce": nonce}
    assert bo.heard("APPLICATION_COMMAND_AUTOCOMPLETE_RESPONSE") == []


async def test_menus_name_their_target(bot: BareBot, ada: Member, bo: Member) -> None:
    """A message's menu brings the message, with text though the bot has no intent for it; a user's brings the user."""
    await bot.publish({"type": 3, "name": "Describe"}, {"type": 2, "name": "Who is this"})
    said = await bo.send(bo.channel("general"), "look at this")
    await ada.menu(ada.channel("general"), "Describe", said)
    asked = await bot.wait_for("INTERACTION_CREATE")
    assert asked["data"]["resolved"]["messages"][asked["data"]["target_id"]]["content"] == "look at this"
    await ada.menu(ada.channel("general"), "Who is this", {"id": bo.id})
    asked = await bot.wait_for("INTERACTION_CREATE", lambda data: data["data"]["type"] == 2)
    assert asked["data"]["resolved"]["users"][bo.id]["global_name"] == "Bo"


async def test_an_offline_bot_fails_after_three_seconds(playground: Playground, ada: Member) -> None:
    """Nobody answers; the member is told, and may try again."""
    async with BareBot(playground) as bot:
        message = await bot.say(ada.channel("general"), components=buttons("b"))
    nonce = await ada.press(message, "b")
    playground.clock.advance(3.1)
    assert (await ada.wait_for("INTERACTION_FAILURE"))["nonce"] == nonce


async def test_what_is_typed_may_be_half_done(bot: BareBot, ada: Member) -> None:
    """While one option is suggested for, the others may be missing, out of range, or no value yet."""
    asked = [*OPTIONS, {"type": 3, "name": "style", "description": "A style", "autocomplete": True}]
    await bot.publish(command("imagine", options=asked))
    await ada._use(ada.channel("general"), 4, "imagine", {"count": "9", "who": "@b", "style": "w"}, "style")
    typed = await bot.wait_for("INTERACTION_CREATE")
    assert [option["value"] for option in typed["data"]["options"]] == ["9", "@b", "w"]
