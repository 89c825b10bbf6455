"""The tests' own rules."""

import ast
from functools import cache
from typing import TypeGuard

from tests.structure.source import ROOT, functions


@cache
def trees() -> dict[str, ast.Module]:
    """Each file of tests, read when the first test asks: both of these do."""
    return {
        str(path.relative_to(ROOT)): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted((ROOT / "tests").rglob("test_*.py"))
        if "node_modules" not in path.parts
    }


def test_each_test_claims_something() -> None:
    """Its docstring is the claim."""
    tests = [
        (path, each) for path, tree in trees().items() for each in functions(tree) if each.name.startswith("test_")
    ]
    assert len(tests) > len(trees())
    assert not [f"{path}: {each.name}" for path, each in tests if not ast.get_docstring(each)]


def test_no_test_waits_by_the_clock() -> None:
    """A test waits for a state; a sleep is either too long or too short. Sleeping for 0 only lets others run."""
    sleeps = [(path, node) for path, tree in trees().items() for node in ast.walk(tree) if _is_a_sleep(node)]
    assert not [f"{path}: line {node.lineno}" for path, node in sleeps if ast.unparse(node.args[0]) != "0"]


def _is_a_sleep(node: ast.AST) -> TypeGuard[ast.Call]:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and ast.unparse(node.func) in {"asyncio.sleep", "time.sleep"}
    )
