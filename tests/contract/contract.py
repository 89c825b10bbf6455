"""Whether an exchange keeps to Discord's API: fast by jsonschema-rs, and where not, explained by jsonschema."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import jsonschema_rs
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from tests.contract.known import DEVIATIONS, MEMBER_ROUTES
from tests.contract.spec import URN, Json, Operation, load, operations

JSON = "application/json"
FORMS = ("multipart/form-data", "application/x-www-form-urlencoded")


class Exchange(Protocol):
    """A request and its answer, as the playground tells its observers; a form's payload_json is its body."""

    method: str
    path: str
    query: dict[str, str]
    content_type: str
    request: Any
    status: int
    response: Any


@dataclass(frozen=True)
class Violation:
    """What is wrong, where: "request" or "answer", the operation, the path inside the body."""

    where: str
    operation: str
    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.operation}, {self.where} {self.path or '(whole)'}: {self.message}"


class Contract:
    """Discord's published file, as a judge."""

    def __init__(self, path: Path) -> None:
        spec = load(path, DEVIATIONS)
        self.operations = operations(spec)
        self._member_routes = operations({"paths": _as_paths()})
        self._fast_registry = jsonschema_rs.Registry([(URN, spec)])
        self._slow_registry: Registry[Json] = Registry().with_resource(URN, DRAFT202012.create_resource(spec))
        self._fast: dict[str, Any] = {}

    def check(self, exchange: Exchange, *, request: bool = True) -> list[Violation]:
        """All violations. `request=False` looks at the answer only: for tests that ask wrongly on purpose."""
        if exchange.status == 501:
            return [Violation("route", f"{exchange.method} {exchange.path}", "", "the playground does not play it")]
        operation = find(self.operations, exchange.method, exchange.path)
        if operation is None:
            if find(self._member_routes, exchange.method, exchange.path):
                return list(self._error_body(exchange)) if exchange.status >= 400 else []
            return [Violation("route", f"{exchange.method} {exchange.path}", "", "Discord's API has no such route")]
        found = list(self._request(operation, exchange)) if request else []
        return found + list(self._answer(operation, exchange))

    def _request(self, operation: Operation, exchange: Exchange) -> Iterator[Violation]:
        for key in sorted(set(exchange.query) - operation.query):
            yield Violation("query", operation.name, key, "the operation has no such parameter")
        body = operation.says.get("requestBody")
        if body is None:
            if exchange.request not in (None, {}):
                yield Violation("request", operation.name, "", "the operation takes no body")
        elif exchange.request is None:
            if body.get("required"):
                yield Violation("request", operation.name, "", "the operation needs a body")
        elif exchange.content_type not in body["content"]:
            yield Violation("request", operation.name, "", f"the operation takes no {exchange.content_type}")
        elif JSON in body["content"]:
            pointer = operation.pointer("requestBody", "content", JSON, "schema")
            for path, message in self._wrong(pointer, exchange.request):
                yield Violation("request", operation.name, path, message)

    def _answer(self, operation: Operation, exchange: Exchange) -> Iterator[Violation]:
        said = operation.says["responses"]
        status = str(exchange.status)
        if exchange.status >= 400:
            yield from self._error_body(exchange, operation.name)
        elif status not in said:
            yield Violation("answer", operation.name, "", f"status {status} is none of {', '.join(said)}")
        elif JSON in said[status].get("content", {}):
            pointer = operation.pointer("responses", status, "content", JSON, "schema")
            for path, message in self._wrong(pointer, exchange.response):
                yield Violation("answer", operation.name, path, message)
        elif exchange.response is not None:
            yield Violation("answer", operation.name, "", f"status {status} has no body")

    def _error_body(self, exchange: Exchange, name: str = "") -> Iterator[Violation]:
        name = name or f"{exchange.method} {exchange.path}"
        if exchange.status >= 500:
            yield Violation("answer", name, "", f"the server failed with {exchange.status}")
            return
        kind = "RatelimitedResponse" if exchange.status == 429 else "ErrorResponse"
        for path, message in self._wrong(f"{URN}#/components/schemas/{kind}", exchange.response):
            yield Violation("answer", name, path, message)

    def _wrong(self, pointer: str, body: Json) -> list[tuple[str, str]]:
        fast = self._fast.get(pointer)
        if fast is None:
            fast = jsonschema_rs.Draft202012Validator({"$ref": pointer}, registry=self._fast_registry)
            self._fast[pointer] = fast
        if fast.is_valid(body):
            return []
        slow = Draft202012Validator({"$ref": pointer}, registry=self._slow_registry)
        found = [leaf for error in slow.iter_errors(body) for leaf in leaves(error)]
        return list(dict.fromkeys(("/".join(map(str, each.absolute_path)), _said(each)) for each in found))


def find(among: list[Operation], method: str, path: str) -> Operation | None:
    """The operation that answers this method and path."""
    return next((each for each in among if each.method == method and each.pattern.fullmatch(path)), None)


def leaves(error: ValidationError) -> list[ValidationError]:
    """The errors themselves. Of a union's branches, those of the one that was meant: whose own `type` matched."""
    if not error.context:
        return [error]
    if all(each.validator == "const" and not each.relative_path for each in error.context):
        error.message = f"{error.instance!r} is none of {[each.validator_value for each in error.context]}"
        return [error]
    branches: dict[Any, list[ValidationError]] = {}
    for each in error.context:
        branches.setdefault(each.relative_schema_path[0], []).append(each)
    meant = min(branches.values(), key=_distance)
    if _distance(meant)[0]:
        error.message = f"nothing of type {error.instance['type']!r} stands here"
        return [error]
    return [leaf for each in meant for leaf in leaves(each)]


def _distance(errors: list[ValidationError]) -> tuple[bool, bool, int, int]:
    """How far a branch is from what was sent: another type of object, another kind of value, more that is wrong."""
    is_other_object = any(
        list(each.relative_path) == ["type"] and each.validator in {"enum", "const"} for each in errors
    )
    is_other_kind = any(not each.relative_path and each.validator == "type" for each in errors)
    strange = sum(
        len(each.instance.keys() - each.schema["properties"].keys())
        for each in errors
        if each.validator == "additionalProperties" and isinstance(each.schema, dict)
    )
    return is_other_object, is_other_kind, strange, len(errors)


def _said(error: ValidationError) -> str:
    words = str(error.message)
    return words if len(words) <= 200 else words[:80] + " … " + words[-110:]


def _as_paths() -> Mapping[str, Json]:
    paths: dict[str, dict[str, Json]] = {}
    for each in MEMBER_ROUTES:
        paths.setdefault(each.path, {})[each.method.lower()] = {"operationId": f"{each.method} {each.path}"}
    return paths


@dataclass
class Recorded:
    """An exchange that another process wrote down."""

    method: str
    path: str
    query: dict[str, str]
    content_type: str
    request: Any
    status: int
    response: Any
    is_read: bool = True
    who: str = ""
    """Username; empty where no token was sent."""


def recorded(path: Path) -> Iterator[Recorded]:
    """The exchanges of a file, a JSON object a line; keys that an exchange does not have are passed over."""
    for line in path.read_text("utf-8").splitlines():
        said = json.loads(line)
        yield Recorded(**{key: said[key] for key in Recorded.__dataclass_fields__ if key in said})
