"""The tests' own rules."""

import ast
from pathlib import Path

import pytest

from tests.structure.source import ROOT, functions

FILES = sorted((ROOT / "tests").rglob("test_*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_each_test_claims_something(path: Path) -> None:
    """Its docstring is the claim."""
    for function in functions(ast.parse(path.read_text(encoding="utf-8"))):
        if function.name.startswith("test_"):
            assert ast.get_docstring(function), f"{function.name} claims nothing"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_test_waits_by_the_clock(path: Path) -> None:
    """A test waits for a state; a sleep is either too long or too short. Sleeping for 0 only lets others run."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"asyncio.sleep", "time.sleep"}:
            assert ast.unparse(node.args[0]) == "0", f"line {node.lineno} sleeps"
