"""The sizes that the house keeps to."""

import ast

import pytest

from tests.structure.source import Module, functions, modules

LONGEST_FILE = 300  # lines
LONGEST_FUNCTION = 50

# Modules that are plainer for being longer, and why.
LONGER: dict[str, str] = {}


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)
def test_files_can_be_read_in_one_sitting(module: Module) -> None:
    """A file has 300 lines at most, a function 50."""
    lines = len(module.path.read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST_FILE or module.name in LONGER, f"{module.name} has {lines} lines: split it"
    for function in functions(module.tree):
        length = (function.end_lineno or function.lineno) - function.lineno + 1
        assert length <= LONGEST_FUNCTION, f"{module.name}.{function.name} has {length} lines"


def test_half_of_the_files_are_short() -> None:
    """The median is about 100 lines, nine functions in ten have 25 at most."""
    lines = sorted(len(module.path.read_text(encoding="utf-8").splitlines()) for module in modules())
    lengths = sorted(
        (function.end_lineno or function.lineno) - function.lineno + 1
        for module in modules()
        for function in functions(module.tree)
    )
    assert lines[len(lines) // 2] <= 120
    assert lengths[len(lengths) * 9 // 10] <= 25


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)
def test_a_module_opens_with_one_sentence(module: Module) -> None:
    """It says what the module is."""
    docstring = ast.get_docstring(module.tree)
    assert docstring, module.name
    assert docstring.split("\n\n")[0].rstrip().endswith((".", ":")), docstring
