"""Application commands: what Discord refuses in one that an application registers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Any, ClassVar

from playground.errors import InvalidForm, refusal
from playground.forms.commands.options import (
    ChatName,
    Descriptions,
    Names,
    Option,
    TopOption,
    disagreements,
    longest,
)
from playground.forms.fields import Json, Length, OneOf, Permissions, Snowflake, Unique
from playground.forms.tree import Form, Path, Problem, demand, read, tree

CHAT, USER, MESSAGE = 1, 2, 3
MOST = {CHAT: 100, USER: 15, MESSAGE: 15}
MOST_TEXT = 8000


class Command(Form):
    """What all commands hold, those of context menus too."""

    localized: ClassVar[tuple[str, ...]] = ("name",)
    id: Snowflake | None = None
    type: Annotated[int, OneOf(CHAT, USER, MESSAGE)] | None = None
    name: Annotated[str, Length(32, least=1)]
    name_localizations: Descriptions | None = None
    description: str | None = None
    default_member_permissions: Permissions | None = None
    dm_permission: bool | None = None
    nsfw: bool | None = None
    contexts: Annotated[list[Annotated[int, OneOf(0, 1, 2)]], Length(3, least=1), Unique] | None = None
    integration_types: Annotated[list[Annotated[int, OneOf(0, 1)]], Length(2, least=1), Unique] | None = None

    def problems(self) -> Iterator[Problem]:
        """What disagrees once every field is well in itself."""
        raise NotImplementedError


class MenuCommand(Command):
    """A command of the context menu of a member or a message: a name of any writing, and nothing to fill in."""

    options: list[Any] | None = None

    def problems(self) -> Iterator[Problem]:
        if self.description:
            words = "Context menu commands cannot have description"
            yield Problem(("description",), "APPLICATION_COMMAND_INVALID_DESCRIPTION", words)
        if self.options:
            words = "Context menu commands cannot have options"
            yield Problem(("options",), "APPLICATION_COMMAND_INVALID_OPTIONS", words)


class ChatCommand(Command):
    """A command that is typed after a slash."""

    name: ChatName
    name_localizations: Names | None = None
    description: Annotated[str, Length(100, least=1)]
    description_localizations: Descriptions | None = None
    options: Annotated[list[TopOption], Length(25)] | None = None

    def problems(self) -> Iterator[Problem]:
        options: Sequence[Option] = self.options or ()
        yield from disagreements(options)
        own = longest(self.name, self.name_localizations) + longest(self.description, self.description_localizations)
        if own + sum(each.size() for each in options) > MOST_TEXT:
            yield Problem((), "APPLICATION_COMMAND_TOO_LARGE", f"Command exceeds maximum size ({MOST_TEXT})")


def check_command(body: Json, at: Path = ()) -> None:
    """One command. Raises InvalidForm.

    For a PATCH, hand in the command as it would be afterwards: what holds between fields holds for the whole.
    """
    kind = body.get("type") if isinstance(body, dict) else None
    is_menu = type(kind) is int and kind in {USER, MESSAGE}
    command: Command = read(MenuCommand, body, at) if is_menu else read(ChatCommand, body, at)
    demand(each._replace(path=at + each.path) for each in command.problems())


def check_commands(body: Json) -> None:
    """All commands at once (bulk overwrite). Raises InvalidForm, or 30032 for too many of a kind."""
    if not isinstance(body, list):
        raise InvalidForm(tree([Problem((), "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType")]))
    kinds = [(each.get("type") or CHAT) if isinstance(each, dict) else CHAT for each in body]
    if len(body) > sum(MOST.values()) or any(kinds.count(kind) > most for kind, most in MOST.items()):
        raise refusal(30032)
    errors: dict[str, Any] = {}
    for index, each in enumerate(body):
        try:
            check_command(each, (index,))
        except InvalidForm as wrong:
            errors |= wrong.errors or {}
    if errors:
        raise InvalidForm(errors)
    demand(_namesakes(body))


def _namesakes(commands: Sequence[Json]) -> Iterator[Problem]:
    seen: set[tuple[int, str]] = set()
    for index, each in enumerate(commands):
        key = (each.get("type") or CHAT, each["name"])
        if key in seen:
            yield Problem((index,), "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique")
        seen.add(key)
