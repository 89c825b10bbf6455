"""Discord's OpenAPI file: read, closed to unknown keys, widened by the known deviations; and its operations by path."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.contract.known import Deviation

Json = Any
METHODS = ("get", "put", "post", "patch", "delete")
REF = "#/components/schemas/"
URN = "urn:discord"


@dataclass(frozen=True)
class Operation:
    """One method of one path template."""

    method: str
    template: str
    pattern: re.Pattern[str]
    says: Mapping[str, Json]
    query: frozenset[str]

    @property
    def name(self) -> str:
        return str(self.says["operationId"])

    def pointer(self, *steps: str) -> str:
        """Where a part of it stands in the file, as a JSON pointer in a URI."""
        whole = ("paths", self.template, self.method.lower(), *steps)
        escaped = (step.replace("~", "~0").replace("/", "~1").replace("{", "%7B").replace("}", "%7D") for step in whole)
        return URN + "#/" + "/".join(escaped)


def load(path: Path, deviations: Iterable[Deviation] = ()) -> Json:
    """The file, with every object that a request may hold closed to keys that it does not name."""
    spec = json.loads(path.read_text("utf-8"))
    schemas = spec["components"]["schemas"]
    asked = [operation.get("requestBody", {}) for _, _, operation, _ in _operations(spec)]
    for name in _reached(asked, schemas):
        _close(schemas[name])
    for body in asked:
        _close(body)
    for each in deviations:
        _widen(schemas[each.schema]["properties"], each)
    return spec


def operations(spec: Json) -> list[Operation]:
    """All of them, those with the fewest parameters in the path first, so that @original is not taken for an id."""
    found = []
    for template, method, says, shared in _operations(spec):
        pattern = re.compile(re.sub(r"\\\{[^}]*\\\}", "[^/]+", re.escape(template)))
        parameters = [*shared, *says.get("parameters", ())]
        query = frozenset(each["name"] for each in parameters if each["in"] == "query")
        found.append(Operation(method.upper(), template, pattern, says, query))
    return sorted(found, key=lambda each: each.template.count("{"))


def _operations(spec: Json) -> Iterator[tuple[str, str, Json, list[Json]]]:
    for template, item in spec["paths"].items():
        for method in METHODS:
            if method in item:
                yield template, method, item[method], item.get("parameters", [])


def _reached(roots: Json, schemas: Mapping[str, Json]) -> set[str]:
    seen: set[str] = set()
    todo = [roots]
    while todo:
        each = todo.pop()
        if isinstance(each, dict):
            name = str(each.get("$ref", "")).removeprefix(REF)
            if name in schemas and name not in seen:
                seen.add(name)
                todo.append(schemas[name])
            todo.extend(each.values())
        elif isinstance(each, list):
            todo.extend(each)
    return seen


def _close(schema: Json) -> None:
    if isinstance(schema, dict):
        if "properties" in schema and "additionalProperties" not in schema:
            schema["additionalProperties"] = False
        for each in schema.values():
            _close(each)
    elif isinstance(schema, list):
        for each in schema:
            _close(each)


def _widen(properties: dict[str, Json], deviation: Deviation) -> None:
    said = properties.get(deviation.key)
    properties[deviation.key] = deviation.takes if said is None else {"anyOf": [said, deviation.takes]}
