"""The member's side of interactions: use a command, a menu, a button, a select, a modal; ask for suggestions."""

from collections.abc import Mapping
from typing import Any

from playground import cdn, forms
from playground.errors import InvalidForm, refusal
from playground.rest import applications, composing
from playground.rest.call import Call, Route
from playground.rest.context import Interaction
from playground.rest.interactions import resolving
from playground.rest.messages import take_upload
from playground.world import shapes
from playground.world.archive import Json
from playground.world.permissions import EVERYTHING
from playground.world.world import DM, MESSAGE_EPHEMERAL

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL_SUBMIT = 2, 3, 4, 5
DEADLINE = 3.0
"""Seconds that a bot has for its first answer."""
MESSAGE_MENU, USER_MENU = 3, 2


async def act(call: Call) -> None:
    """POST /interactions: tell the bot, and tell the member what became of it over the gateway."""
    forms.check_acting(call.form)
    channel = call.context.world.channel(str(call.form["channel_id"]))
    call.need(channel)
    interaction = Interaction(
        id=call.context.world.ids.next(),
        token=call.context.world.secret(96),
        type=call.form["type"],
        user_id=call.user_id,
        channel_id=channel["id"],
        guild_id=channel.get("guild_id"),
        nonce=call.form.get("nonce"),
        created=call.context.world.clock.now(),
        owners={},
        data={},
    )
    match interaction.type:
        case 2 | 4:
            extra = await _command(call, channel, interaction)
        case 3:
            extra = _component(call, channel, interaction)
        case _:
            extra = await _modal(call, channel, interaction)
    _send(call, channel, interaction, extra)


def _send(call: Call, channel: Json, interaction: Interaction, extra: Json) -> None:
    context = call.context
    context.interactions[interaction.token] = interaction
    _forget_old(call)
    told = {"id": interaction.id, "nonce": interaction.nonce}
    if interaction.type != AUTOCOMPLETE:
        context.hub.to_user(interaction.user_id, "INTERACTION_CREATE", told)
    payload = _payload(call, channel, interaction) | extra
    context.hub.to_bot(interaction.guild_id, "INTERACTION_CREATE", payload)
    context.spawn(_expire(call, interaction))


async def _expire(call: Call, interaction: Interaction) -> None:
    await call.context.world.clock.sleep(DEADLINE)
    if interaction.answer is None:
        interaction.failed = True
        if interaction.type != AUTOCOMPLETE:
            told = {"id": interaction.id, "nonce": interaction.nonce, "reason_code": 2}
            call.context.hub.to_user(interaction.user_id, "INTERACTION_FAILURE", told)


def _forget_old(call: Call) -> None:
    context, now = call.context, call.context.world.clock.now()
    if len(context.interactions) > 5000:
        kept = {token: each for token, each in context.interactions.items() if now - each.created < 1000}
        context.interactions = kept
        context.modals = {key: each for key, each in context.modals.items() if now - each.created < 1000}


def _payload(call: Call, channel: Json, interaction: Interaction) -> Json:
    """INTERACTION_CREATE as the bot gets it."""
    world = call.context.world
    bot_id = world.settings["application_id"]
    held = world.may(bot_id, channel) or EVERYTHING
    shape = {
        "id": interaction.id,
        "application_id": bot_id,
        "type": interaction.type,
        "token": interaction.token,
        "version": 1,
        "data": interaction.data,
        "channel_id": channel["id"],
        "channel": shapes.channel(world, channel, bot_id),
        "context": applications.context_of(call.context, channel),
        "authorizing_integration_owners": interaction.owners,
        "attachment_size_limit": world.file_limit(channel),
        "app_permissions": str(held),
        "entitlements": [],
        "locale": shapes.locale(world.user(interaction.user_id)),
    }
    user = shapes.user(world.user(interaction.user_id))
    if channel["type"] == DM:
        return shape | {"user": user}
    guild = world.guild(channel["guild_id"])
    member = shapes.member(world, world.member(guild["id"], interaction.user_id))
    shape["channel"]["permissions"] = str(world.may(interaction.user_id, channel))
    return shape | {
        "guild_id": guild["id"],
        "guild": {"id": guild["id"], "locale": "en-US", "features": []},
        "guild_locale": "en-US",
        "member": member | {"permissions": str(world.may(interaction.user_id, channel))},
    }


# --- commands


async def _command(call: Call, channel: Json, interaction: Interaction) -> Json:
    given = call.form["data"]
    command = _usable(call, channel, given)
    interaction.owners = applications.owners(call.context, command, call.user_id, channel)
    data = {"id": command["id"], "name": command["name"], "type": command["type"]}
    if command.get("guild_id"):
        data["guild_id"] = command["guild_id"]
    if command["type"] in {USER_MENU, MESSAGE_MENU}:
        target = str(given["target_id"])
        data |= {"target_id": target, "resolved": _target(call, channel, command["type"], target)}
        interaction.metadata = {"target_message_id" if command["type"] == MESSAGE_MENU else "target_user": target}
    else:
        is_typing = interaction.type == AUTOCOMPLETE
        forms.check_options(command, given.get("options") or [], is_typing=is_typing)
        found = resolving.Resolved(call.context, channel, call.user_id)
        stored = await _attach(call, given.get("attachments") or [])
        filling = resolving.Filling(stored, is_typing)
        data["options"] = resolving.options(found, command.get("options", []), given.get("options") or [], filling)
        if found.shape():
            data["resolved"] = found.shape()
    interaction.data = data
    return {}


def _usable(call: Call, channel: Json, given: Json) -> Json:
    command = call.context.world.commands.get(str(given["id"]))
    if command is None:
        raise refusal(10063)
    if str(given["version"]) != command["version"]:
        message = "This command is outdated, please try again in a few minutes"
        wrong = {"code": "INTERACTION_APPLICATION_COMMAND_INVALID_VERSION", "message": message}
        raise InvalidForm({"data": {"_errors": [wrong]}})
    if command not in applications.usable(call.context, call.user_id, channel):
        raise refusal(50013)
    if command["nsfw"] and channel["type"] != DM and not _is_nsfw(call, channel):
        raise refusal(50013)
    return command


def _is_nsfw(call: Call, channel: Json) -> bool:
    parent = call.context.world.channels.get(channel.get("parent_id") or "", {})
    return bool(channel.get("nsfw") or parent.get("nsfw"))


def _target(call: Call, channel: Json, kind: int, target: str) -> Json:
    if kind == MESSAGE_MENU:
        message = call.context.world.message(channel["id"], target, call.user_id)
        return {"messages": {target: call.context.message(message, call.context.world.settings["application_id"])}}
    found = resolving.Resolved(call.context, channel, call.user_id)
    found.user(target)
    return found.shape()


async def _attach(call: Call, attachments: list[Json]) -> dict[str, Json]:
    """Keep the files that options name by their number, and give the attachments that the bot is told of."""
    stored = {}
    folder = f"ephemeral-attachments/{call.form['channel_id']}"
    for each in attachments:
        file = await take_upload(call, each)
        name = composing.safe_name(file.name)
        attachment = await cdn.describe(call.context.world.ids.next(), folder, name, file.body)
        call.context.world.archive.put_blob(attachment["_path"], file.body)
        shape = shapes.attachment(attachment, call.context.links.sign)
        stored[str(each["id"])] = shape | {"ephemeral": True}
    return stored


# --- components


def _component(call: Call, channel: Json, interaction: Interaction) -> Json:
    world, given = call.context.world, call.form["data"]
    message = world.message(channel["id"], str(call.form["message_id"]), call.user_id)
    used = _find(message, given)
    interaction.message_id = message["id"]
    interaction.owners = message.get("_owners") or {"0": channel.get("guild_id", "0")}
    data = {"component_type": used["type"], "custom_id": used["custom_id"], "id": used["id"]}
    if used["type"] != composing.BUTTON:
        found = resolving.Resolved(call.context, channel, call.user_id)
        forms.check_values(used, given.get("values"))
        data["values"] = resolving.chosen(found, used, given.get("values") or [], ("data", "values"))
        if found.shape():
            data["resolved"] = found.shape()
    interaction.data = data
    interaction.metadata = {"interacted_message_id": message["id"]}
    return {"message": call.context.message(message, world.settings["application_id"])}


def _find(message: Json, given: Json) -> Json:
    """The component that was used: it has to stand in the message still, and be enabled."""
    for node in composing.components_of(message):
        if node.get("custom_id") == given["custom_id"] and node["type"] == given["component_type"]:
            if node.get("disabled"):
                break
            return node
    wrong = {"code": "COMPONENT_VALIDATION_FAILED", "message": "Component validation failed"}
    raise InvalidForm({"data": {"custom_id": {"_errors": [wrong]}}})


# --- modals


async def _modal(call: Call, channel: Json, interaction: Interaction) -> Json:
    given = call.form["data"]
    opener = call.context.modals.get(str(given["id"]))
    if opener is None or opener.user_id != call.user_id or opener.modal is None:
        raise refusal(10062)
    if opener.modal["custom_id"] != given["custom_id"]:
        wrong = {"code": "COMPONENT_VALIDATION_FAILED", "message": "Component validation failed"}
        raise InvalidForm({"data": {"custom_id": {"_errors": [wrong]}}})
    forms.check_submission(opener.modal, given["components"])
    found = resolving.Resolved(call.context, channel, call.user_id)
    stored = await _attach(call, given.get("attachments") or [])
    filled = resolving.submitted(found, opener.modal["components"], given["components"], stored)
    del call.context.modals[opener.id]
    interaction.opened_by = opener
    interaction.owners, interaction.message_id = opener.owners, opener.message_id
    interaction.data = {"custom_id": given["custom_id"], "components": filled}
    if found.shape():
        interaction.data["resolved"] = found.shape()
    message = _source(call, channel, opener)
    return {} if message is None else {"message": message}


def _source(call: Call, channel: Json, opener: Interaction) -> Json | None:
    """The message whose button opened the modal, when it still stands."""
    world = call.context.world
    held: Mapping[str, Json] = world.messages.get(channel["id"], {})
    message = held.get(opener.message_id or "")
    if message is None or (message["flags"] & MESSAGE_EPHEMERAL and message["_for"] != call.user_id):
        return None
    return call.context.message(message, world.settings["application_id"])


ROUTES: tuple[Any, ...] = (Route("POST", "/interactions", act),)
