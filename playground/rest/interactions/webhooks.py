"""What a bot does by an interaction's token, for fifteen minutes: follow up, read, edit, delete its messages."""

from playground import forms
from playground.errors import refusal
from playground.limits import Limit
from playground.rest import composing
from playground.rest.call import Call, Route
from playground.rest.context import Interaction
from playground.rest.interactions import answers
from playground.rest.messages import flags_after
from playground.world.archive import Json
from playground.world.world import MESSAGE_EPHEMERAL

TOKEN_LIFE = 900.0
FOLLOW_UPS_BY_USER = 5
"""Follow-ups to an interaction where only the member installed the application, not the server."""


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
    message = await answers.write(call, interaction, call.form, flags)
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
