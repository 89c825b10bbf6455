"""The bot's side of interactions: the first answer within 3 seconds, then messages by the token for 15 minutes."""

from itertools import count

from playground import forms
from playground.errors import refusal
from playground.limits import Limit
from playground.rest import composing
from playground.rest.acting import AUTOCOMPLETE, COMMAND, DEADLINE, MODAL_SUBMIT
from playground.rest.call import Call, Route
from playground.rest.context import Interaction
from playground.rest.messages import REPLY, flags_after, reference_to
from playground.world import shapes
from playground.world.archive import Json
from playground.world.permissions import Permission
from playground.world.world import MESSAGE_EPHEMERAL

MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE, CHOICES, MODAL = 4, 5, 6, 7, 8, 9
TOKEN_LIFE = 900.0
FOLLOW_UPS_BY_USER = 5
"""Follow-ups to an interaction where only the member installed the application, not the server."""
CHAT_COMMAND, MENU_COMMAND = 20, 23


async def callback(call: Call) -> Json | None:
    """The first answer. Late is 10062, twice is 40060; the effect comes before the answer to the bot."""
    interaction = _open(call)
    asked = forms.Asked(interaction.type, interaction.message_id is not None, _option_type(interaction))
    updated = _used_message(call, interaction) if call.form.get("type") == UPDATE else None
    forms.check_callback(call.form, asked, composing.beside(call.files, updated))
    kind, data = call.form["type"], call.form.get("data") or {}
    message = None
    if kind in {MESSAGE, DEFERRED}:
        flags = (data.get("flags") or 0) & (composing.SETTABLE | MESSAGE_EPHEMERAL)
        message = await _write(call, interaction, data, flags | (composing.LOADING if kind == DEFERRED else 0))
        _open(call)
        _hold_answer(interaction, kind, message["id"])
        composing.publish(call.context, message)
    elif kind == UPDATE:
        message = await _update(call, interaction, data)
    else:
        _hold_answer(interaction, kind, interaction.message_id)
        _pass_on(call, interaction, kind, data)
    _succeed(call, interaction)
    return _response(call, interaction, kind, message) if call.query.get("with_response") in {"true", "1"} else None


def _open(call: Call) -> Interaction:
    """The interaction, if it still waits for its first answer."""
    interaction = call.context.interactions.get(call.params["token"])
    if interaction is None or interaction.id != call.params["interaction_id"]:
        raise refusal(10062)
    if interaction.answer is not None:
        raise refusal(40060)
    if interaction.failed or call.context.world.clock.now() - interaction.created > DEADLINE:
        raise refusal(10062)
    return interaction


def _hold_answer(interaction: Interaction, kind: int, original_id: str | None) -> None:
    interaction.answer, interaction.original_id = kind, original_id


def _option_type(interaction: Interaction) -> int | None:
    """The type of the option that is being typed, of an autocomplete."""
    pending = list(interaction.data.get("options", [])) if interaction.type == AUTOCOMPLETE else []
    while pending:
        option = pending.pop()
        if option.get("focused"):
            kind: int = option["type"]
            return kind
        pending += option.get("options", [])
    return None


def _used_message(call: Call, interaction: Interaction) -> Json | None:
    """The message whose component was used, if it still stands."""
    return call.context.world.messages.get(interaction.channel_id, {}).get(interaction.message_id or "")


async def _write(call: Call, interaction: Interaction, data: Json, flags: int) -> Json:
    """A message of the interaction's own: what it says, who asked, in answer to what."""
    context, world = call.context, call.context.world
    channel = world.channel(interaction.channel_id)
    bot_id = world.settings["application_id"]
    fields: Json = {
        "flags": flags,
        "webhook_id": bot_id,
        "application_id": bot_id,
        "interaction_metadata": metadata(call, interaction),
        "_owners": interaction.owners,
    }
    if flags & MESSAGE_EPHEMERAL:
        fields["_for"] = interaction.user_id
    blank = composing.blank(context, channel, bot_id, **fields) | _place(call, interaction, channel)
    if interaction.original_id is None and interaction.nonce is not None:
        blank |= {"_nonce": interaction.nonce, "_nonce_for": interaction.user_id}
    if flags & composing.LOADING:
        return blank
    _hold_user_install(call, interaction, channel, data)
    folder = composing.folder_of(channel["id"], flags)
    return composing.fill(context, blank, data, await composing.prepare(context, folder, data, call.files))


def _hold_user_install(call: Call, interaction: Interaction, channel: Json, data: Json) -> None:
    """Where only the member brought the application, what it may attach is what the member may."""
    if "0" not in interaction.owners and (call.files or data.get("attachments")):
        held = call.context.world.may(interaction.user_id, channel)
        if not held & Permission.ATTACH_FILES:
            raise refusal(50013)


def _place(call: Call, interaction: Interaction, channel: Json) -> Json:
    """Type and reference: the answer to a command stands by itself, everything else replies to what it followed."""
    source = interaction.original_id or interaction.message_id
    held = call.context.world.messages.get(channel["id"], {}).get(source or "")
    if held is not None:
        return {"type": REPLY, "message_reference": reference_to(held, channel)}
    if interaction.type != COMMAND or interaction.original_id:
        return {}
    shape: Json = {"type": CHAT_COMMAND if interaction.data["type"] == 1 else MENU_COMMAND}
    user = shapes.user(call.context.world.user(interaction.user_id))
    shape["interaction"] = {"id": interaction.id, "type": 2, "name": interaction.command, "user": user}
    return shape


def metadata(call: Call, interaction: Interaction) -> Json:
    """What a message tells of the interaction that it answers; for a modal, of the one that opened it too."""
    world = call.context.world
    told: Json = {
        "id": interaction.id,
        "type": interaction.type,
        "user": shapes.user(world.user(interaction.user_id)),
        "authorizing_integration_owners": interaction.owners,
    }
    if interaction.original_id is not None:
        told["original_response_message_id"] = interaction.original_id
    known = dict(interaction.metadata)
    if "target_user" in known:
        known["target_user"] = shapes.user(world.user(known["target_user"]))
    if interaction.type == MODAL_SUBMIT and interaction.opened_by is not None:
        known["triggering_interaction_metadata"] = metadata(call, interaction.opened_by)
    return told | known


async def _update(call: Call, interaction: Interaction, data: Json) -> Json:
    """Change the message whose component was used."""
    context = call.context
    flags = (_used_message(call, interaction) or {"flags": 0})["flags"]
    prepared = await composing.prepare(context, composing.folder_of(interaction.channel_id, flags), data, call.files)
    held = _used_message(call, interaction)
    if held is None:
        raise refusal(10008)
    message = composing.fill(context, held, data, prepared)
    message["flags"] = flags_after(message["flags"], data)
    _open(call)
    _hold_answer(interaction, UPDATE, message["id"])
    return composing.republish(context, message)


def _pass_on(call: Call, interaction: Interaction, kind: int, data: Json) -> None:
    """Suggestions and modals reach the member over the gateway."""
    hub = call.context.hub
    if kind == CHOICES:
        told = {"choices": data.get("choices") or [], "nonce": interaction.nonce}
        hub.to_user(interaction.user_id, "APPLICATION_COMMAND_AUTOCOMPLETE_RESPONSE", told)
    elif kind == MODAL:
        interaction.modal = data | {"components": _numbered(data["components"])}
        call.context.modals[interaction.id] = interaction
        told = {"id": interaction.id, "nonce": interaction.nonce, "channel_id": interaction.channel_id}
        bot = call.context.world.bot()
        told["application"] = {"id": bot["id"], "name": "Fourup", "icon": None, "bot": shapes.user(bot)}
        hub.to_user(interaction.user_id, "INTERACTION_MODAL_CREATE", told | interaction.modal)


def _numbered(components: list[Json]) -> list[Json]:
    """A modal's components with an id for each."""
    numbers = count(1)

    def number(node: Json) -> Json:
        shape = {**node, "id": node.get("id") or next(numbers)}
        if "components" in node:
            shape["components"] = [number(each) for each in node["components"]]
        if "component" in node:
            shape["component"] = number(node["component"])
        return shape

    return [number(each) for each in components]


def _succeed(call: Call, interaction: Interaction) -> None:
    if interaction.type != AUTOCOMPLETE:
        told = {"id": interaction.id, "nonce": interaction.nonce}
        call.context.hub.to_user(interaction.user_id, "INTERACTION_SUCCESS", told)


def _response(call: Call, interaction: Interaction, kind: int, message: Json | None) -> Json:
    told: Json = {"id": interaction.id, "type": interaction.type, "channel_id": interaction.channel_id}
    if interaction.guild_id:
        told["guild_id"] = interaction.guild_id
    resource: Json = {}
    if message is not None:
        told["response_message_id"] = message["id"]
        told["response_message_loading"] = bool(message["flags"] & composing.LOADING)
        told["response_message_ephemeral"] = bool(message["flags"] & MESSAGE_EPHEMERAL)
        shape = call.context.message(message, call.context.world.settings["application_id"])
        resource = {"resource": {"type": UPDATE if kind == UPDATE else MESSAGE, "message": shape}}
    return {"interaction": told} | resource


# --- by the token, afterwards


def _held(call: Call) -> Interaction:
    """The interaction whose token this is, while the token lives and once it was answered."""
    interaction = call.context.interactions.get(call.params["token"])
    if interaction is None or call.params["webhook_id"] != call.context.world.settings["application_id"]:
        raise refusal(10015)
    if call.context.world.clock.now() - interaction.created > TOKEN_LIFE:
        raise refusal(50027)
    if interaction.answer is None:
        raise refusal(10015)
    return interaction


async def follow_up(call: Call) -> Json | None:
    """A further message. The first one after "thinking" takes that message's place."""
    interaction = _held(call)
    original = _own_message(call, interaction, "@original", missing_ok=True)
    if original is not None and original["flags"] & composing.LOADING:
        message = await _edit(call, interaction, "@original")
    else:
        message = await _further(call, interaction)
    shape = call.context.message(message, call.context.world.settings["application_id"])
    return shape if call.query.get("wait") in {"true", "1"} else None


async def _further(call: Call, interaction: Interaction) -> Json:
    forms.check_message(call.body, composing.beside(call.files))
    if "0" not in interaction.owners and interaction.follow_ups >= FOLLOW_UPS_BY_USER:
        raise refusal(40094)
    flags = (call.form.get("flags") or 0) & (composing.SETTABLE | MESSAGE_EPHEMERAL)
    message = await _write(call, interaction, call.form, flags)
    interaction.follow_ups += 1
    return composing.publish(call.context, message)


def _own_message(call: Call, interaction: Interaction, name: str, *, missing_ok: bool = False) -> Json | None:
    """`@original`, or a message that this interaction made, by its id."""
    held = call.context.world.messages.get(interaction.channel_id, {})
    message = held.get((interaction.original_id or "") if name == "@original" else name)
    bot_id = call.context.world.settings["application_id"]
    if (
        message is None
        or message["_author"] != bot_id
        or (message.get("_for") or interaction.user_id) != interaction.user_id
    ):
        if missing_ok:
            return None
        raise refusal(10008)
    return message


async def read(call: Call) -> Json:
    message = _own_message(call, _held(call), call.params.get("message_id", "@original"))
    return call.context.message(message or {}, call.context.world.settings["application_id"])


async def edit(call: Call) -> Json:
    message = await _edit(call, _held(call), call.params.get("message_id", "@original"))
    return call.context.message(message, call.context.world.settings["application_id"])


async def _edit(call: Call, interaction: Interaction, name: str) -> Json:
    context = call.context
    message = _own_message(call, interaction, name) or {}
    was_loading = bool(message["flags"] & composing.LOADING)
    check = forms.check_message if was_loading else forms.check_edit
    check(call.body, composing.beside(call.files, message))
    folder = composing.folder_of(interaction.channel_id, message["flags"])
    prepared = await composing.prepare(context, folder, call.form, call.files)
    current = _own_message(call, interaction, name) or {}
    message = composing.fill(context, current, call.form, prepared)
    message["flags"] = flags_after(message["flags"], call.form) & ~composing.LOADING
    return composing.republish(context, message, edited=not was_loading)


async def delete(call: Call) -> None:
    message = _own_message(call, _held(call), call.params.get("message_id", "@original"))
    composing.remove(call.context, message or {})


WEBHOOK = "/webhooks/{webhook_id}/{token}"
LIMIT = Limit(5, 2.0)
ROUTES = (
    Route("POST", "/interactions/{interaction_id}/{token}/callback", callback, needs_token=False, takes_files=True),
    Route("POST", WEBHOOK, follow_up, LIMIT, needs_token=False, takes_files=True),
    *(
        route
        for path in (WEBHOOK + "/messages/@original", WEBHOOK + "/messages/{message_id}")
        for route in (
            Route("GET", path, read, LIMIT, needs_token=False),
            Route("PATCH", path, edit, LIMIT, needs_token=False, takes_files=True),
            Route("DELETE", path, delete, LIMIT, needs_token=False),
        )
    ),
)
