"""The sizes that the house keeps to."""

import ast

from tests.structure.source import functions, modules

LONGEST_FILE = 300  # lines
LONGEST_FUNCTION = 50

# Modules that are plainer for being longer, and why.
LONGER: dict[str, str] = {}


def test_files_can_be_read_in_one_sitting() -> None:
    """A file has 300 lines at most, a function 50."""
    lines = {module.name: len(module.path.read_text(encoding="utf-8").splitlines()) for module in modules()}
    assert not {name: count for name, count in lines.items() if count > LONGEST_FILE and name not in LONGER}
    lengths = {
        f"{module.name}.{function.name}": (function.end_lineno or function.lineno) - function.lineno + 1
        for module in modules()
        for function in functions(module.tree)
    }
    assert not {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION}


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


def test_a_module_opens_with_one_sentence() -> None:
    """It says what the module is."""
    firsts = {module.name: (ast.get_docstring(module.tree) or "").split("\n\n")[0].rstrip() for module in modules()}
    assert not {name: first for name, first in firsts.items() if not first.endswith((".", ":"))}
