"""Answers to interactions: which kind may answer which, and what stands in each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic_core import PydanticCustomError

from playground.errors import InvalidForm
from playground.forms.commands.options import RealChoice, TextChoice, WholeChoice
from playground.forms.fields import Bits, Json, Length, OneOf
from playground.forms.interactions.modal import check_modal
from playground.forms.messages.message import ALONE, Beside, check_edit, check_message
from playground.forms.tree import Form, Problem, read, tree

PING, COMMAND, COMPONENT, AUTOCOMPLETE, MODAL_SUBMIT = 1, 2, 3, 4, 5
PONG, MESSAGE, DEFER, DEFER_UPDATE, UPDATE, CHOICES, MODAL = 1, 4, 5, 6, 7, 8, 9

LEGAL: Mapping[int, tuple[int, ...]] = {
    PING: (PONG,),
    COMMAND: (MESSAGE, DEFER, MODAL),
    COMPONENT: (MESSAGE, DEFER, DEFER_UPDATE, UPDATE, MODAL),
    AUTOCOMPLETE: (CHOICES,),
    MODAL_SUBMIT: (MESSAGE, DEFER),
}
"""The answers that each kind of interaction may get. A modal is never answered with a modal."""
FROM_A_MESSAGE = (MESSAGE, DEFER, DEFER_UPDATE, UPDATE)
"""What may answer a modal that a press opened: the message that was pressed may change too."""


@dataclass(frozen=True)
class Asked:
    """The interaction that is answered.

    type: its kind (1 ping, 2 command, 3 component, 4 autocomplete, 5 modal).
    from_message: for a modal, whether a component of a message opened it.
    option_type: for autocomplete, the kind of the option that is typed (3 text, 4 integer, 10 number).
    """

    type: int
    from_message: bool = False
    option_type: int | None = None

    def legal(self) -> tuple[int, ...]:
        """The answers that it may get."""
        return FROM_A_MESSAGE if self.type == MODAL_SUBMIT and self.from_message else LEGAL[self.type]


class TextChoices(Form):
    """Up to 25 suggestions of text."""

    choices: Annotated[list[TextChoice], Length(25)] | None = None


class WholeChoices(Form):
    """Up to 25 suggestions of whole numbers."""

    choices: Annotated[list[WholeChoice], Length(25)] | None = None


class RealChoices(Form):
    """Up to 25 suggestions of numbers."""

    choices: Annotated[list[RealChoice], Length(25)] | None = None


CHOICES_OF: Mapping[int | None, type[Form]] = {4: WholeChoices, 10: RealChoices}


class Callback(Form):
    """A kind of answer and what it needs."""

    type: int
    data: dict[str, Any] | None = None


class Deferral(Form):
    """Only whether the answer to come is for one member's eyes."""

    flags: Bits | None = None


def check_callback(body: Json, asked: Asked, beside: Beside = ALONE) -> None:
    """The answer to an interaction. Raises InvalidForm, or 50006 for a message in which there is nothing."""
    callback = read(Callback, body)
    try:
        OneOf(*asked.legal()).check(callback.type)
    except PydanticCustomError as wrong:
        raise InvalidForm(tree([Problem(("type",), wrong.type, wrong.message())])) from None
    if callback.data is None and callback.type in {CHOICES, MODAL}:
        raise InvalidForm(tree([Problem(("data",), "BASE_TYPE_REQUIRED", "This field is required")]))
    _check_data(callback, asked, beside)


def _check_data(callback: Callback, asked: Asked, beside: Beside) -> None:
    data, at = callback.data or {}, ("data",)
    match callback.type:
        case 4:
            check_message(data, beside, at)
        case 5:
            read(Deferral, data, at)
        case 7:
            check_edit(data, beside, at)
        case 8:
            read(CHOICES_OF.get(asked.option_type, TextChoices), data, at)
        case 9:
            check_modal(data, at)
        case _:
            pass
