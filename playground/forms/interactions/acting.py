"""What a member's client sends to use a command, press, choose, submit or ask for suggestions: POST /interactions.

Not in Discord's published API; read from public clients.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from playground.forms.fields import Bits, Json, Length, OneOf, Scalar, Snowflake
from playground.forms.messages.message import Attachment, Nonce
from playground.forms.tree import Form, Problem, demand, read

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL = 2, 3, 4, 5
COMPONENT_KINDS = (2, 3, 5, 6, 7, 8)
FILLED_KINDS = (3, 4, 5, 6, 7, 8, 10, 19, 21, 22, 23)


class Given(Form):
    """An option as filled in, or a command below a command."""

    type: Annotated[int, OneOf(*range(1, 12))]
    name: Annotated[str, Length(32, least=1)]
    value: Scalar | None = None
    options: Annotated[list[Given], Length(25)] | None = None
    focused: bool | None = None


class Command(Form):
    """Which command, on what, filled in how."""

    id: Snowflake
    name: Annotated[str, Length(32, least=1)]
    type: Annotated[int, OneOf(1, 2, 3)]
    version: Snowflake
    guild_id: Snowflake | None = None
    target_id: Snowflake | None = None
    options: Annotated[list[Given], Length(25)] | None = None
    attachments: Annotated[list[Attachment], Length(25)] | None = None


class Press(Form):
    """Which component, and what was chosen of it."""

    component_type: Annotated[int, OneOf(*COMPONENT_KINDS)]
    custom_id: Annotated[str, Length(100, least=1)]
    values: Annotated[list[Annotated[str, Length(100, least=1)]], Length(25)] | None = None


class Filled(Form):
    """One thing filled in of a modal."""

    type: Annotated[int, OneOf(*FILLED_KINDS)]
    custom_id: Annotated[str, Length(100, least=1)] | None = None
    value: Scalar | None = None
    values: Annotated[list[Annotated[str, Length(100, least=1)]], Length(25)] | None = None


class FilledRow(Form):
    """A row or a label with what was filled in, or a text, in which nothing is."""

    type: Annotated[int, OneOf(1, 10, 18)]
    components: Annotated[list[Filled], Length(5)] | None = None
    component: Filled | None = None


class Submission(Form):
    """A modal, filled in; its id is the one that INTERACTION_MODAL_CREATE gave."""

    id: Snowflake
    custom_id: Annotated[str, Length(100, least=1)]
    components: Annotated[list[FilledRow], Length(5)]
    attachments: Annotated[list[Attachment], Length(10)] | None = None


class Acting(Form):
    """Who is asked, where, and what kind of interaction it is."""

    type: Annotated[int, OneOf(COMMAND, COMPONENT, AUTOCOMPLETE, MODAL)]
    application_id: Snowflake
    channel_id: Snowflake
    guild_id: Snowflake | None = None
    session_id: Annotated[str, Length(100, least=1)]
    nonce: Nonce | None = None
    message_id: Snowflake | None = None
    message_flags: Bits | None = None
    data: dict[str, Any]


DATA: Mapping[int, type[Form]] = {
    COMMAND: Command,
    COMPONENT: Press,
    AUTOCOMPLETE: Command,
    MODAL: Submission,
}


def check_acting(body: Json) -> None:
    """A member's interaction, in its shape. Raises InvalidForm.

    Whether it fits the command, the message or the modal is asked of `given`, once those are known.
    """
    acting = read(Acting, body)
    read(DATA[acting.type], acting.data, ("data",))
    if acting.type == COMPONENT and acting.message_id is None:
        demand([Problem(("message_id",), "BASE_TYPE_REQUIRED", "This field is required")])
