"""From problems to Discord's tree of wrong fields, and the one reader that every form goes through."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, ClassVar, NamedTuple, NoReturn, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from playground.errors import InvalidForm

Path = tuple[str | int, ...]


class Problem(NamedTuple):
    """One thing wrong: where, Discord's code for it, Discord's sentence."""

    path: Path
    code: str
    message: str


class Form(BaseModel):
    """A body, or an object in one. Keys that it does not know are ignored, as Discord ignores them."""

    model_config: ClassVar[ConfigDict] = ConfigDict(strict=True, extra="ignore", defer_build=True)


F = TypeVar("F", bound=Form)

BRANCH = "~"
"""Pydantic names the branch of a union in an error's path; ours begin so, and are left out of Discord's."""


def refuse(problems: Iterable[Problem]) -> None:
    """Raise, inside a validator, all these problems, if any. Paths are relative to the validated value."""
    found = list(problems)
    if found:
        raise PydanticCustomError("PROBLEMS", "several fields disagree", {"problems": found})


def read(form: type[F], body: object, at: Path = ()) -> F:
    """The body as this form. Raises InvalidForm with every problem, each path beginning with `at`."""
    try:
        return form.model_validate(body)
    except ValidationError as wrong:
        fail(wrong, at)


def fail(wrong: ValidationError, at: Path = ()) -> NoReturn:
    """Raise what pydantic found, said as Discord says it."""
    found: list[Problem] = []
    for detail in wrong.errors(include_url=False):
        found.extend(_said(detail, at))
    raise InvalidForm(tree(found)) from None


def demand(problems: Iterable[Problem]) -> None:
    """Raise InvalidForm when there are problems."""
    found = list(problems)
    if found:
        raise InvalidForm(tree(found))


def tree(problems: Iterable[Problem]) -> dict[str, Any]:
    """{"embeds": {"0": {"title": {"_errors": [{"code", "message"}]}}}}.

    Discord's published form has errors in a node or below it, never both: of both, the deeper ones are told.
    """
    found = list(problems)
    inner = {problem.path[:depth] for problem in found for depth in range(len(problem.path))}
    root: dict[str, Any] = {}
    for problem in found:
        if problem.path in inner:
            continue
        node = root
        for step in problem.path:
            node = node.setdefault(printable(step), {})
        node.setdefault("_errors", []).append({"code": problem.code, "message": problem.message})
    return root


def printable(value: object, most: int = 100) -> str:
    """What a body held, fit for an answer: short, and without the halves of surrogate pairs."""
    return str(value)[:most].encode("utf-8", "replace").decode("utf-8")


def _path(detail: ErrorDetails) -> Path:
    return tuple(step for step in detail["loc"] if not str(step).startswith(BRANCH))


def _said(detail: ErrorDetails, at: Path) -> list[Problem]:
    path = at + _path(detail)
    context: Mapping[str, Any] = detail.get("ctx") or {}
    if detail["type"] == "PROBLEMS":
        return [each._replace(path=path + each.path) for each in context["problems"]]
    if detail["type"].isupper():
        return [Problem(path, detail["type"], detail["msg"])]
    code, message = _OF_PYDANTIC[detail["type"]]
    return [Problem(path, code, message(detail["input"], context))]


Words = Callable[[Any, Mapping[str, Any]], str]


def _not_a(kind: str) -> tuple[str, Words]:
    return "NUMBER_TYPE_COERCE", lambda value, _: f'Value "{printable(value)}" is not {kind}.'


_STRING: tuple[str, Words] = (
    "STRING_TYPE_CONVERT",
    lambda value, _: f'Could not interpret "{printable(value)}" as string.',
)
_MODEL: tuple[str, Words] = ("MODEL_TYPE_CONVERT", lambda *_: "Expected an object/dictionary.")

_OF_PYDANTIC: Mapping[str, tuple[str, Words]] = {
    "missing": ("BASE_TYPE_REQUIRED", lambda *_: "This field is required"),
    "string_type": _STRING,
    "string_unicode": _STRING,
    "int_type": _not_a("int"),
    "float_type": _not_a("float"),
    "finite_number": _not_a("float"),
    "bool_type": ("BOOLEAN_TYPE_CONVERT", lambda *_: "Must be either true or false."),
    "list_type": ("LIST_TYPE_CONVERT", lambda *_: "Only iterables may be used in a ListType"),
    "dict_type": ("DICT_TYPE_CONVERT", lambda *_: "Only dictionaries may be used in a DictType"),
    "model_type": _MODEL,
    "model_attributes_type": _MODEL,
    "greater_than_equal": (
        "NUMBER_TYPE_MIN",
        lambda _, limit: f"int value should be greater than or equal to {limit['ge']}.",
    ),
    "less_than_equal": (
        "NUMBER_TYPE_MAX",
        lambda _, limit: f"int value should be less than or equal to {limit['le']}.",
    ),
}
