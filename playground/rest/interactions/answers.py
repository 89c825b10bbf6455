"""The messages with which a bot answers an interaction: who asked, in answer to what, for whose eyes."""

from playground.errors import refusal
from playground.rest import composing
from playground.rest.call import Call
from playground.rest.context import Interaction
from playground.rest.interactions.acting import COMMAND, MODAL_SUBMIT
from playground.rest.messages import REPLY, reference_to
from playground.world import shapes
from playground.world.archive import Json
from playground.world.permissions import Permission
from playground.world.world import MESSAGE_EPHEMERAL

CHAT_COMMAND, MENU_COMMAND = 20, 23


async def write(call: Call, interaction: Interaction, data: Json, flags: int) -> Json:
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
