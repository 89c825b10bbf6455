"""What members can do with the bot, all of it; and a mark by which a test says what of that it does.

`@pytest.mark.acts("/queue", "FU::Queue::all")` is held to its word: afterwards a member in the test's playground has
done each. tests/bot/test_acts.py looks whether all that can be done has such a test.
"""

import ast
import importlib
import re
from collections.abc import Generator, Iterator
from collections.abc import Set as AbstractSet
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from playground.rest.door import Exchange

ROOT = Path(__file__).parents[1]
MENUS = {2, 3}  # of users and of messages, Discord's types of commands
OF_A_JOB = re.compile(r"MJ::(JOB|Outpaint|BOOKMARK|CancelJob|CustomZoom|Inpaint)\b")
"""Buttons that `Act` has the list of."""


@pytest.fixture(autouse=True)
def _acts(request: pytest.FixtureRequest) -> Generator[None]:
    """Afterwards all that the test's mark names has been done."""
    mark = request.node.get_closest_marker("acts")
    if mark is None:
        yield
        return
    done: set[str] = set()
    request.getfixturevalue("playground").observe(lambda exchange: done.update(acts_of(exchange)))
    yield
    left = {each for each in mark.args if not is_done(each, done)}
    assert not left, f"the test does not do {', '.join(sorted(left))}"


def acts_of(exchange: Exchange) -> Iterator[str]:
    """What a member did by this request: a command, a menu, what was pressed, the window and its fields."""
    if (exchange.method, exchange.path) != ("POST", "/interactions") or exchange.status >= 400:
        return
    data = exchange.request["data"]
    if name := data.get("name"):
        if exchange.request["type"] == 4:
            return
        options = data.get("options") or []
        while options and options[0]["type"] in {1, 2}:
            name, options = f"{name} {options[0]['name']}", options[0].get("options") or []
        yield f"menu {name}" if data["type"] in MENUS else f"/{name}"
    yield from _custom_ids(data)


def is_done(act: str, done: AbstractSet[str]) -> bool:
    """Whether it is among them; custom ids have more behind it."""
    return any(each == act or each.startswith(f"{act}::") for each in done)


def _custom_ids(data: Any) -> Iterator[str]:
    from bot.buttons import ids  # noqa: PLC0415 - the playground's own tests know no bot

    if isinstance(data, dict):
        if own := data.get("custom_id"):
            pressed = ids.press(own)
            yield f"button {pressed.act.name}" if pressed else own
        yield from (found for each in data.values() for found in _custom_ids(each))
    elif isinstance(data, list):
        yield from (found for each in data for found in _custom_ids(each))


# --- all there is


def custom_ids() -> set[str]:
    """How the custom ids begin that the bot's source makes, but for those of a job's buttons."""
    begun = set()
    for path in sorted([*(ROOT / "bot" / "buttons").rglob("*.py"), *(ROOT / "bot" / "commands").rglob("*.py")]):
        begun |= set(_begun_in(path))
    plain = {each for each in begun if each.count("::") and not OF_A_JOB.match(each)}
    return {each for each in plain if not any(other.startswith(f"{each}::") for other in plain)}


def _begun_in(path: Path) -> Iterator[str]:
    module = importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"))
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.JoinedStr | ast.Constant):
            written = _written(node, module)
            if re.match(r"(FU|MJ)::[A-Z]", written) and not re.search(r"[\\\[(]", written):
                yield re.split(r"[*{]", written)[0].rstrip(":")


def _written(node: ast.AST, module: ModuleType) -> str:
    """The string that a piece of source is, "*" for what only a run knows."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=values):
            return "".join(_written(each, module) for each in values)
        case ast.FormattedValue(value=value):
            return _written(value, module)
        case ast.Name(id=name):
            found = getattr(module, name, None)
        case ast.Attribute(value=ast.Name(id=owner), attr=name):
            found = getattr(getattr(module, owner, None), name, None)
        case _:
            found = None
    return found if isinstance(found, str) else "*"


def marked() -> dict[str, list[str]]:
    """The tests that say of each act that they do it."""
    found: dict[str, list[str]] = {}
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        if "node_modules" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.AsyncFunctionDef | ast.FunctionDef):
                for act in _acts_named(node):
                    found.setdefault(act, []).append(f"{path.relative_to(ROOT)}::{node.name}")
    return found


def _acts_named(test: ast.AsyncFunctionDef | ast.FunctionDef) -> Iterator[str]:
    called = [node for each in test.decorator_list for node in ast.walk(each) if isinstance(node, ast.Call)]
    for call in called:
        if ast.unparse(call.func) == "pytest.mark.acts":
            yield from (ast.literal_eval(argument) for argument in call.args)
