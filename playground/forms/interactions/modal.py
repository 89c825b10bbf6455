"""Modals: the dialog that a bot may open as the first answer to a command or a press."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Self

from pydantic import Field, model_validator

from playground.forms.fields import CustomId, Json, Kind, Length, OneOf
from playground.forms.messages.components import SELECTS, Choice, Component, Select, doubled
from playground.forms.messages.layout import TextDisplay, together, walk
from playground.forms.tree import Form, Path, Problem, demand, read, refuse

MOST_TEXT = 4000


class TextInput(Component):
    """A line (style 1) or a paragraph (style 2) to type."""

    kind = 4
    custom_id: CustomId
    style: Annotated[int, OneOf(1, 2)]
    label: Annotated[str, Length(45, least=1)] | None = None
    value: Annotated[str, Length(MOST_TEXT)] | None = None
    placeholder: Annotated[str, Length(100)] | None = None
    required: bool | None = None
    min_length: Annotated[int, Field(ge=0, le=MOST_TEXT)] | None = None
    max_length: Annotated[int, Field(ge=1, le=MOST_TEXT)] | None = None

    @model_validator(mode="after")
    def agrees(self) -> Self:
        most = MOST_TEXT if self.max_length is None else self.max_length
        problems = []
        if (self.min_length or 0) > most:
            words = f"int value should be less than or equal to {most}."
            problems.append(Problem(("min_length",), "NUMBER_TYPE_MAX", words))
        if len(self.value or "") > most:
            problems.append(Problem(("value",), "BASE_TYPE_MAX_LENGTH", f"Must be {most} or fewer in length."))
        refuse(problems)
        return self


class Counted(Component):
    """Something of which up to ten may be chosen."""

    custom_id: CustomId
    min_values: Annotated[int, Field(ge=0, le=10)] | None = None
    max_values: Annotated[int, Field(ge=1, le=10)] | None = None
    required: bool | None = None

    @model_validator(mode="after")
    def agrees(self) -> Self:
        most = 10 if self.max_values is None else self.max_values
        if (self.min_values or 0) > most:
            words = f"int value should be less than or equal to {most}."
            refuse([Problem(("min_values",), "NUMBER_TYPE_MAX", words)])
        return self


class FileUpload(Counted):
    """Files to hand in."""

    kind = 19


class CheckboxGroup(Counted):
    """Boxes, any of which may be ticked."""

    kind = 22
    options: Annotated[list[Choice], Length(10, least=1)]

    @model_validator(mode="after")
    def differ(self) -> Self:
        refuse(doubled(self.options))
        return self


class RadioGroup(Component):
    """One of several."""

    kind = 21
    custom_id: CustomId
    options: Annotated[list[Choice], Length(10, least=2)]
    required: bool | None = None

    @model_validator(mode="after")
    def differ(self) -> Self:
        refuse(doubled(self.options))
        return self


class Checkbox(Component):
    """Yes or no."""

    kind = 23
    custom_id: CustomId
    default: bool | None = None


class Label(Component):
    """A heading with one thing to fill in below it."""

    kind = 18
    label: Annotated[str, Length(45, least=1)]
    description: Annotated[str, Length(100)] | None = None
    component: Annotated[Component, Kind(TextInput, *SELECTS, FileUpload, RadioGroup, CheckboxGroup, Checkbox)]

    def parts(self) -> Iterator[tuple[Path, Component]]:
        yield ("component",), self.component

    @model_validator(mode="after")
    def agrees(self) -> Self:
        problems = []
        if isinstance(self.component, TextInput) and self.component.label is not None:
            words = "A text input inside a label cannot have a label of its own"
            problems.append(Problem(("component", "label"), "COMPONENT_LABEL_NOT_ALLOWED", words))
        if isinstance(self.component, Select) and self.component.disabled:
            words = "A select in a modal cannot be disabled"
            problems.append(Problem(("component", "disabled"), "COMPONENT_DISABLED_NOT_ALLOWED", words))
        refuse(problems)
        return self


class InputRow(Component):
    """The older way: a row that holds one text input, which then needs its own label."""

    kind = 1
    components: Annotated[list[Annotated[Component, Kind(TextInput)]], Length(1, least=1)]

    def parts(self) -> Iterator[tuple[Path, Component]]:
        yield ("components", 0), self.components[0]

    @model_validator(mode="after")
    def labelled(self) -> Self:
        (only,) = self.components
        if isinstance(only, TextInput) and only.label is None:
            refuse([Problem(("components", 0, "label"), "BASE_TYPE_REQUIRED", "This field is required")])
        return self


class Modal(Form):
    """A title and up to five things to read or to fill in."""

    custom_id: CustomId
    title: Annotated[str, Length(45, least=1)]
    components: Annotated[list[Annotated[Component, Kind(InputRow, Label, TextDisplay)]], Length(5, least=1)]


def check_modal(body: Json, at: Path = ()) -> None:
    """A dialog that a bot opens. Raises InvalidForm."""
    modal = read(Modal, body, at)
    demand(each._replace(path=at + each.path) for each in together(list(walk(modal.components))))
