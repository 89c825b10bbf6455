"""What may take long is done in a thread, whoever typed it."""

import ast
from collections.abc import Iterator

from tests.structure.source import Module, functions, modules

SLOW = {
    "bot.prompt.read": {"read"},
    "bot.prompt.completion": {"completions"},
    "bot.syntax": {"translate"},
}
"""What reads all that somebody may type: the worst takes half a second of the processor."""


def slow_names(module: Module) -> set[str]:
    """By which names the module has them."""
    brought = [node for node in ast.walk(module.tree) if isinstance(node, ast.ImportFrom)]
    return {
        alias.asname or alias.name
        for node in brought
        for alias in node.names
        if alias.name in SLOW.get(node.module or "", ())
    }


def calls(module: Module) -> Iterator[str]:
    """Where a coroutine waits for one of them itself."""
    names = slow_names(module)
    for function in functions(module.tree):
        if isinstance(function, ast.AsyncFunctionDef):
            for node in ast.walk(function):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
                    yield f"{module.name}, line {node.lineno}: {node.func.id}"


def test_what_was_typed_is_read_in_a_thread() -> None:
    """Nobody waits while a strange prompt is taken apart; the check sees those who would."""
    bot = [module for module in modules() if module.name.startswith("bot.")]
    assert [found for module in bot for found in calls(module)] == []
    assert sum(bool(slow_names(module)) for module in bot) >= 3
