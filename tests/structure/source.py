"""The source as the structure tests read it: modules, and every import in them wherever it stands."""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("bot", "engine", "fourup", "migrations", "playground")


@dataclass(frozen=True)
class Module:
    """One Python file of the distribution."""

    path: Path

    @property
    def name(self) -> str:
        """As it is imported: "bot.words"."""
        parts = self.path.relative_to(ROOT).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @cached_property
    def tree(self) -> ast.Module:
        """Its syntax."""
        return ast.parse(self.path.read_text(encoding="utf-8"), filename=str(self.path))

    def imports(self) -> frozenset[str]:
        """The full names that it imports, under TYPE_CHECKING and in functions too."""
        return self._imports

    @cached_property
    def _imports(self) -> frozenset[str]:
        found: set[str] = set()
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found |= {_imported(node.module, alias.name) for alias in node.names}
        return frozenset(found)

    def third_parties(self) -> set[str]:
        """The top names of what it imports that is neither Python's nor ours."""
        tops = {name.partition(".")[0] for name in self.imports()}
        return tops - sys.stdlib_module_names - set(PACKAGES)


@cache
def modules() -> tuple[Module, ...]:
    """Every module of the distribution."""
    return tuple(Module(path) for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py")))


@cache
def names() -> frozenset[str]:
    """The names of all our modules."""
    return frozenset(module.name for module in modules())


def within(name: str, *places: str) -> bool:
    """True where the module is one of the places, or inside one."""
    return any(name == place or name.startswith(f"{place}.") for place in places)


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function, nested ones too."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def _imported(module: str, name: str) -> str:
    """`from bot.words import say` imports bot.words; `from bot.words import phrase` the module bot.words.phrase."""
    top = module.partition(".")[0]
    is_module = top in PACKAGES and f"{module}.{name}" in names()
    return f"{module}.{name}" if is_module else module
