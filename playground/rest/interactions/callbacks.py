"""The bot's first answer to an interaction: once, and within three seconds."""

from itertools import count

from playground import forms
from playground.errors import refusal
from playground.rest import composing
from playground.rest.call import Call, Route
from playground.rest.context import Interaction
from playground.rest.interactions import answers
from playground.rest.interactions.acting import AUTOCOMPLETE, DEADLINE
from playground.rest.messages import flags_after
from playground.world import shapes
from playground.world.archive import Json
from playground.world.world import MESSAGE_EPHEMERAL

MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE, CHOICES, MODAL = 4, 5, 6, 7, 8, 9


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
        message = await answers.write(call, interaction, data, flags | (composing.LOADING if kind == DEFERRED else 0))
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


CALLBACK = "/interactions/{interaction_id}/{token}/callback"
ROUTES = (Route("POST", CALLBACK, callback, needs_token=False, takes_files=True),)
