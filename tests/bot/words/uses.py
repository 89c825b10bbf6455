"""Where the bot's source says which words: the keys as they are written there, and what they are the label of."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import bot
from bot.words import LOCALES, SOURCE

KEYS = frozenset(key for key in LOCALES[SOURCE] if not key.startswith("--"))
"""Those that the source names itself; what parameters do is said by their table."""

ROOM = {
    ("said", 0): 100,
    ("button", 0): 80,
    ("_button", 0): 80,
    ("Button", "label"): 80,
    ("open_window", 2): 45,
    ("Modal", "title"): 45,
    ("Label", "text"): 45,
    ("Label", "description"): 100,
    ("prompt_field", 1): 45,
    ("TextInput", "label"): 45,
    ("TextInput", "placeholder"): 100,
    ("Select", "placeholder"): 150,
    ("RoleSelect", "placeholder"): 150,
    ("ChannelSelect", "placeholder"): 150,
    ("UserSelect", "placeholder"): 150,
    ("add_option", "label"): 100,
    ("add_option", "description"): 100,
    ("Embed", "title"): 256,
}
"""How many characters Discord takes, by what is called and where the words stand in it."""

HANDED_ON = {
    re.compile(r"limit\.[a-z_]+|queue\.(pause|drain)|(remix|zoom)\.title"): 45,
    re.compile(r"limit\.how\.[a-z_]+|queue\.(pause|drain)\.what|.*\.description"): 100,
    re.compile(r"help\.(start|prompts|look|pictures|drawing|models|way|buttons)"): 100,
}
"""Labels that are handed on before they are shown (titles of windows, options, descriptions), where English fits."""


@cache
def said() -> frozenset[str]:
    """Every key that the bot's source names, whole or in parts."""
    return frozenset(key for tree in _trees() for node in ast.walk(tree) for key in _keys(node))


@cache
def rooms() -> dict[str, int]:
    """The keys whose words are a label of something, and how many characters it takes."""
    found: dict[str, int] = {}
    for tree in _trees():
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            for place, argument in (*enumerate(call.args), *((each.arg, each.value) for each in call.keywords)):
                if room := ROOM.get((_called(call), place or 0)):
                    told = [argument] if _called(call) == "said" else list(_says(argument))
                    for key in (key for each in told for node in ast.walk(each) for key in _labels(node)):
                        found[key] = min(room, found.get(key, room))
    handed_on = ((key, room) for key in KEYS for shape, room in HANDED_ON.items() if shape.fullmatch(key))
    return found | {key: room for key, room in handed_on if len(LOCALES[SOURCE][key]) <= room}


def _trees() -> Iterator[ast.Module]:
    root = Path(bot.__file__).parent
    for path in sorted(root.rglob("*.py")):
        if not path.is_relative_to(root / "words"):
            yield _tree(path)


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _called(call: ast.Call) -> str:
    named = call.func.value if isinstance(call.func, ast.Subscript) else call.func
    return named.attr if isinstance(named, ast.Attribute) else named.id if isinstance(named, ast.Name) else ""


def _says(argument: ast.expr) -> Iterator[ast.expr]:
    """The keys of what is said there, as far as they are written there."""
    if isinstance(argument, ast.Call) and _called(argument) == "say":
        yield argument.args[0]
    elif isinstance(argument, ast.IfExp):
        yield from (*_says(argument.body), *_says(argument.orelse))


def _labels(node: ast.AST) -> Iterator[str]:
    """As `_keys`, of those put together only what is named whole nowhere: `say` says that one as something else."""
    yield from (key for key in _keys(node) if not isinstance(node, ast.JoinedStr) or key not in _whole())


@cache
def _whole() -> frozenset[str]:
    nodes = (node for tree in _trees() for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return frozenset(key for node in nodes for key in _keys(node))


def _keys(node: ast.AST) -> Iterator[str]:
    """The keys that a text is or, with what is filled in, may become."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in KEYS:
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        parts = [str(each.value) if isinstance(each, ast.Constant) else None for each in node.values]
        if any(part and "." in part for part in parts):
            first = r"[a-z_.]+" if parts[0] is None else re.escape(parts[0])
            rest = (r"[a-z_]+" if part is None else re.escape(part) for part in parts[1:])
            shape = re.compile(first + "".join(rest))
            yield from (key for key in KEYS if shape.fullmatch(key))
