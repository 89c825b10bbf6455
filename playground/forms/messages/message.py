"""Messages: what Discord refuses in one that is sent or edited, by a bot, a member or a webhook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from playground.errors import refusal
from playground.forms.fields import Bits, Json, Length, OneOf, Snowflake, Unique
from playground.forms.messages.embeds import Embed, too_long
from playground.forms.messages.layout import Block, Row, media_of, together, walk, within_limits
from playground.forms.tree import Form, Path, Problem, demand, read

IS_COMPONENTS_V2 = 1 << 15


@dataclass(frozen=True)
class Beside:
    """What a message's body is read beside.

    files: the files that came with it: their numbers (the N of files[N]) and names.
    kept: for an edit, the files that the message already holds: their ids and names.
    flags: for an edit, the flags that the message already has.
    """

    files: Mapping[str, str] = field(default_factory=dict)
    kept: Mapping[str, str] = field(default_factory=dict)
    flags: int = 0


ALONE = Beside()


def _nonce(value: object) -> object:
    if isinstance(value, str) and len(value) > 25:
        raise PydanticCustomError("NONCE_TYPE_TOO_LONG", "Must be 25 or fewer characters long.")
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise PydanticCustomError("NONCE_TYPE_INVALID_TYPE", "This field must be a string or integer.")
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        words = f"Must be between {-(2**63)} and {2**63 - 1}."
        raise PydanticCustomError("NONCE_TYPE_OUT_OF_BOUNDS", "{words}", {"words": words})
    return str(value)


Nonce = Annotated[str, BeforeValidator(_nonce)]
"""A mark of the sender's own. Discord takes numbers too; text comes out."""


class AllowedMentions(Form):
    """Who may be told of a message."""

    parse: Annotated[list[Annotated[str, OneOf("users", "roles", "everyone")]], Length(3), Unique] | None = None
    users: Annotated[list[Snowflake], Length(100), Unique] | None = None
    roles: Annotated[list[Snowflake], Length(100), Unique] | None = None
    replied_user: bool | None = None


class Reference(Form):
    """What a message answers or forwards."""

    message_id: Snowflake
    channel_id: Snowflake | None = None
    guild_id: Snowflake | None = None
    type: Annotated[int, OneOf(0, 1)] | None = None
    fail_if_not_exists: bool | None = None


class Attachment(Form):
    """A file: one that comes with the request by its number, one uploaded before by its place, one kept by its id."""

    id: Snowflake
    filename: Annotated[str, Length(1024, least=1)] | None = None
    description: Annotated[str, Length(1024)] | None = None
    title: Annotated[str, Length(1024)] | None = None
    uploaded_filename: Annotated[str, Length(1024, least=1)] | None = None
    duration_secs: Annotated[float, Field(allow_inf_nan=False)] | None = None
    waveform: Annotated[str, Length(400)] | None = None
    is_spoiler: bool | None = None


class Message(Form):
    """A message of the classic kind: text, embeds and rows."""

    content: Annotated[str, Length(2000)] | None = None
    embeds: Annotated[list[Embed], Length(10)] | None = None
    components: Annotated[list[Row], Length(5)] | None = None
    attachments: Annotated[list[Attachment], Length(10)] | None = None
    allowed_mentions: AllowedMentions | None = None
    message_reference: Reference | None = None
    sticker_ids: Annotated[list[Snowflake], Length(3)] | None = None
    poll: dict[str, Any] | None = None
    nonce: Nonce | None = None
    enforce_nonce: bool | None = None
    tts: bool | None = None
    flags: Bits | None = None


class LayoutMessage(Message):
    """A message that is laid out of components (flag 32768)."""

    components: Annotated[list[Block], Length(40)] | None = None


def check_message(body: Json, beside: Beside = ALONE, at: Path = ()) -> None:
    """A message that is sent. Raises InvalidForm, or 50006 for one in which there is nothing."""
    message = read(_form_of(body, beside.flags), body, at)
    demand(_place(_disagreements(message, beside), at))
    holds = (message.embeds, message.components, message.sticker_ids, message.poll, message.attachments, beside.files)
    forwards = message.message_reference is not None and message.message_reference.type == 1
    if not (message.content or "").strip() and not any(holds) and not forwards:
        raise refusal(50006)


def check_edit(body: Json, beside: Beside = ALONE, at: Path = ()) -> None:
    """A message that is changed; what it does not name stays. Raises InvalidForm.

    Whether anything is left of the message (50006) only its keeper can tell.
    """
    message = read(_form_of(body, beside.flags), body, at)
    demand(_place(_disagreements(message, beside), at))


def _form_of(body: Json, flags: int = 0) -> type[Message]:
    """The form that a message's body must fit; `flags` are those that the message already has."""
    asked = body.get("flags") if isinstance(body, dict) else None
    both = flags | (asked if type(asked) is int else 0)
    return LayoutMessage if both & IS_COMPONENTS_V2 else Message


def _place(problems: Iterator[Problem], at: Path) -> Iterator[Problem]:
    return (each._replace(path=at + each.path) for each in problems)


def _disagreements(message: Message, beside: Beside) -> Iterator[Problem]:
    found = list(walk(message.components or ()))
    yield from together(found)
    if isinstance(message, LayoutMessage):
        yield from within_limits(found)
        yield from _legacy(message)
    if too_long(message.embeds or ()):
        yield Problem(("embeds",), "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000")
    yield from _mentions(message.allowed_mentions)
    yield from _strangers(message.attachments or (), beside)
    names = _names(message, beside)
    for path, url in media_of(found):
        if url.startswith("attachment://") and url.removeprefix("attachment://") not in names:
            words = "The referenced attachment in the unfurled media item was not found"
            yield Problem(path, "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND", words)


def _legacy(message: Message) -> Iterator[Problem]:
    for name in ("content", "embeds", "sticker_ids", "poll"):
        if getattr(message, name):
            words = f"The '{name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2"
            yield Problem((name,), "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", words)


def _mentions(mentions: AllowedMentions | None) -> Iterator[Problem]:
    if mentions is None:
        return
    for kind, ids in (("users", mentions.users), ("roles", mentions.roles)):
        if ids and kind in (mentions.parse or ()):
            words = f'parse:["{kind}"] and {kind}: [ids...] are mutually exclusive.'
            yield Problem(("allowed_mentions",), "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", words)


def _strangers(attachments: Sequence[Attachment], beside: Beside) -> Iterator[Problem]:
    known = {*beside.files, *beside.kept}
    for index, each in enumerate(attachments):
        if each.uploaded_filename is None and each.id not in known:
            yield Problem(("attachments", index), "ATTACHMENT_NOT_FOUND", "Attachment data not found")


def _names(message: Message, beside: Beside) -> set[str]:
    listed = {each.filename for each in message.attachments or () if each.filename}
    return listed | {*beside.files.values(), *beside.kept.values()}
