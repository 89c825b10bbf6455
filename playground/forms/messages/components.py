"""What stands below a message in rows: buttons and selects, and what every kind of component has in common."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, ClassVar, Self

from pydantic import AfterValidator, Field, model_validator

from playground.forms.fields import ChannelKinds, CustomId, Int32, Kind, Length, OneOf, Schemes, Snowflake, Typed
from playground.forms.messages.emoji import is_emoji
from playground.forms.tree import Form, Path, Problem, refuse


class Component(Typed):
    """Anything with a type among the components."""

    id: Int32 | None = None

    def parts(self) -> Iterator[tuple[Path, Component]]:
        """The components directly inside, each with its path from here."""
        yield from ()


class ComponentEmoji(Form):
    """Unicode's own by name, or a custom one by id."""

    id: Snowflake | None = None
    name: Annotated[str, Length(32)] | None = None

    @model_validator(mode="after")
    def known(self) -> Self:
        if self.id is None and not is_emoji(self.name or ""):
            refuse([Problem(("name",), "COMPONENT_INVALID_EMOJI", "Invalid emoji")])
        return self


ButtonLink = Annotated[str, Length(512), AfterValidator(Schemes(("http", "https", "discord")))]
LINK, PREMIUM = 5, 6


class Button(Component):
    """A press: its style says whether it has a custom_id, a url or a sku_id."""

    kind = 2
    style: Annotated[int, OneOf(1, 2, 3, 4, 5, 6)]
    label: Annotated[str, Length(80)] | None = None
    emoji: ComponentEmoji | None = None
    custom_id: CustomId | None = None
    url: ButtonLink | None = None
    sku_id: Snowflake | None = None
    disabled: bool | None = None

    @model_validator(mode="after")
    def agrees(self) -> Self:
        refuse(self._disagreements())
        return self

    def _disagreements(self) -> Iterator[Problem]:
        at = ("custom_id",)
        if self.custom_id is not None and self.url is not None:
            words = "A custom id and url cannot both be specified"
            yield Problem(at, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", words)
        elif self.style in {LINK, PREMIUM} and self.custom_id is not None:
            yield Problem(at, "BUTTON_COMPONENT_CUSTOM_ID_NOT_ALLOWED", "A custom id cannot be used with this style")
        elif self.style not in {LINK, PREMIUM} and self.custom_id is None:
            yield Problem(at, "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED", "A custom id is required")
        if self.style == LINK and self.url is None:
            yield Problem(("url",), "BUTTON_COMPONENT_URL_REQUIRED", "A url is required")
        if self.style != LINK and self.url is not None and self.custom_id is None:
            yield Problem(("url",), "BUTTON_COMPONENT_URL_NOT_ALLOWED", "A url can only be used with a link button")
        if self.style == PREMIUM and self.sku_id is None:
            yield Problem(("sku_id",), "BUTTON_COMPONENT_SKU_ID_REQUIRED", "A sku id is required")
        if self.style != PREMIUM and not self.label and self.emoji is None:
            yield Problem(("label",), "BASE_TYPE_REQUIRED", "This field is required")


class Select(Component):
    """A choice of people, roles or channels; `required` counts in modals only, `disabled` in messages only."""

    custom_id: CustomId
    placeholder: Annotated[str, Length(150)] | None = None
    min_values: Annotated[int, Field(ge=0, le=25)] | None = None
    max_values: Annotated[int, Field(ge=1, le=25)] | None = None
    disabled: bool | None = None
    required: bool | None = None

    @model_validator(mode="after")
    def agrees(self) -> Self:
        refuse(self._disagreements())
        return self

    def _disagreements(self) -> Iterator[Problem]:
        least, most = self.bounds()
        if least > most:
            words = f"int value should be less than or equal to {most}."
            yield Problem(("min_values",), "NUMBER_TYPE_MAX", words)

    def bounds(self) -> tuple[int, int]:
        """How few and how many values may be chosen."""
        return (
            1 if self.min_values is None else self.min_values,
            1 if self.max_values is None else self.max_values,
        )


class Choice(Form):
    """A line of a string select, or of a modal's groups."""

    label: Annotated[str, Length(100, least=1)]
    value: Annotated[str, Length(100, least=1)]
    description: Annotated[str, Length(100)] | None = None
    default: bool | None = None
    emoji: ComponentEmoji | None = None


def doubled(options: Sequence[Choice]) -> Iterator[Problem]:
    """Values that an earlier option has."""
    seen: set[str] = set()
    for index, option in enumerate(options):
        if option.value in seen:
            words = "The specified option value is already used"
            yield Problem(("options", index, "value"), "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", words)
        seen.add(option.value)


class StringSelect(Select):
    """A choice among up to 25 lines."""

    kind = 3
    options: Annotated[list[Choice], Length(25, least=1)]

    def _disagreements(self) -> Iterator[Problem]:
        yield from super()._disagreements()
        yield from doubled(self.options)
        most = self.bounds()[1]
        if most > len(self.options):
            words = f"int value should be less than or equal to {len(self.options)}."
            yield Problem(("max_values",), "NUMBER_TYPE_MAX", words)
        if sum(option.default is True for option in self.options) > most:
            words = "The specified number of default values exceeds the specified maximum values"
            yield Problem(("options",), "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES", words)


class DefaultValue(Form):
    """Who or what stands chosen in a select that Discord fills."""

    id: Snowflake
    type: Annotated[str, OneOf("user", "role", "channel")]


class EntitySelect(Select):
    """A select that Discord fills."""

    holds: ClassVar[tuple[str, ...]] = ()
    default_values: Annotated[list[DefaultValue], Length(25)] | None = None

    def _disagreements(self) -> Iterator[Problem]:
        yield from super()._disagreements()
        chosen = self.default_values or []
        for index, each in enumerate(chosen):
            if each.type not in self.holds:
                listed = "{" + ", ".join(map(repr, self.holds)) + "}"
                words = f"Value must be one of {listed}."
                yield Problem(("default_values", index, "type"), "BASE_TYPE_CHOICES", words)
        if len(chosen) > self.bounds()[1]:
            words = "The specified number of default values exceeds the specified maximum values"
            yield Problem(("default_values",), "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES", words)


class UserSelect(EntitySelect):
    """A choice of members."""

    kind, holds = 5, ("user",)


class RoleSelect(EntitySelect):
    """A choice of roles."""

    kind, holds = 6, ("role",)


class MentionableSelect(EntitySelect):
    """A choice of members and roles."""

    kind, holds = 7, ("user", "role")


class ChannelSelect(EntitySelect):
    """A choice of channels, of some kinds if it says so."""

    kind, holds = 8, ("channel",)
    channel_types: ChannelKinds | None = None


SELECTS = (StringSelect, UserSelect, RoleSelect, MentionableSelect, ChannelSelect)


class ActionRow(Component):
    """Up to five buttons, or one select."""

    kind = 1
    components: Annotated[list[Annotated[Component, Kind(Button, *SELECTS)]], Length(5, least=1)]

    def parts(self) -> Iterator[tuple[Path, Component]]:
        for index, each in enumerate(self.components):
            yield ("components", index), each

    @model_validator(mode="after")
    def fits(self) -> Self:
        """A select takes the width of five buttons."""
        used, problems = 0, []
        for path, each in self.parts():
            used += 5 if isinstance(each, Select) else 1
            if used > 5:
                words = "The specified component exceeds the maximum width"
                problems.append(Problem(path, "COMPONENT_LAYOUT_WIDTH_EXCEEDED", words))
        refuse(problems)
        return self
