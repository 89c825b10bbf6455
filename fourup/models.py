"""The models of the configuration: the catalogue that they make, and what a plan needs to know of them."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import engine.pocket
from engine.catalogue import Catalogue, Entry, entry
from engine.checkpoint import NoModel, facts_of
from engine.plan.facts import Facts
from engine.plan.families import SD15
from engine.preprocessors import trouble as preprocessor_trouble
from engine.protocol import Parameters
from engine.single.shell import shell_of, trouble
from fourup.errors import ConfigurationError
from fourup.hub.manifest import Manifest, manifests
from fourup.settings import Model, Settings

POCKET = "pocket"
"""What the model that comes with Fourup is called."""
SINGLE = ".safetensors"
"""Ends the name of a model that is one file."""
SHELLS = "checkpoints"
"""The folder in `storage.folder` that says how such files are to be read."""
BUILT_IN = Path(engine.pocket.__file__).parent / "weights"


def catalogue_of(settings: Settings) -> Catalogue:
    """The installed models: those of the configuration in its order, those that were pulled, the one that comes with
    Fourup, and at last those whose licence may forbid commercial use, so that none of them draws by default.
    """
    tables = {name: _table(settings, name) for name in settings.models}
    entries = [entry(name, table) for name, table in tables.items()]
    pulled = [(found.is_commercial, found.entry(folder.absolute())) for folder, found in _pulled(settings)]
    entries += [each for is_commercial, each in pulled if is_commercial]
    if settings.engine.pocket and POCKET not in tables and (BUILT_IN / "model_index.json").is_file():
        entries.append(Entry(POCKET, "sd15", str(BUILT_IN)))
    entries += [each for is_commercial, each in pulled if not is_commercial]
    preprocessors: dict[str, str] = {
        finds: str(folder.absolute()) for finds, folder in settings.engine.preprocessors.items()
    }
    loras = str(settings.storage.loras.absolute())
    return Catalogue(*(replace(each, preprocessors=preprocessors, loras=loras) for each in entries))


def _pulled(settings: Settings) -> Iterator[tuple[Path, Manifest]]:
    """The models that are whole; one that the configuration names too is drawn with as that says."""
    for folder, found in manifests(settings.storage.models):
        if found.is_whole and found.name not in settings.models:
            yield folder, found


def facts_for(catalogue: Catalogue, parameters: Parameters) -> Facts:
    """The facts of the model that answers; those of Stable Diffusion 1.5 where none is installed.

    Raises NotInTheCatalogue for a name that no model has, ConfigurationError where its folder holds no model, or that
    of a preprocessor none.
    """
    if not catalogue.entries:
        return replace(SD15, model="none")
    if wrong := preprocessor_troubles(catalogue):
        raise ConfigurationError(*wrong.values())
    return facts_of_entry(catalogue.answer(parameters).entry)


def facts_of_entry(chosen: Entry) -> Facts:
    """What its files and the configuration say of it. Raises ConfigurationError where its folder holds no model."""
    path = Path(chosen.path)
    if path.suffix == SINGLE and (why := trouble(path, chosen.family)):
        raise ConfigurationError(f"models.{chosen.name}: {why}")
    try:
        return chosen.facts(facts_of(Path(chosen.path), chosen.name, chosen.family))
    except NoModel as failure:
        raise ConfigurationError(f"models.{chosen.name}: {failure}") from None


def facts_of_all(catalogue: Catalogue) -> Iterator[Facts]:
    """The facts of the installed models, but of those that are not where they should be."""
    for each in catalogue.entries:
        with suppress(ConfigurationError):
            yield facts_of_entry(each)


def facts_by_name(catalogue: Catalogue) -> dict[str, Facts]:
    """The facts of every installed model. Raises ConfigurationError with all that are not where they should be, of
    preprocessors too.
    """
    known, wrong = {}, [*preprocessor_troubles(catalogue).values()]
    for each in catalogue.entries:
        try:
            known[each.name] = facts_of_entry(each)
        except ConfigurationError as error:
            wrong.append(str(error))
    if wrong:
        raise ConfigurationError(*wrong)
    return known


def preprocessor_troubles(catalogue: Catalogue) -> dict[str, str]:
    """By what they should find, the preprocessors of which something is wrong; all models have the same ones."""
    folders = {finds: folder for each in catalogue.entries for finds, folder in each.preprocessors.items()}
    found = {finds: preprocessor_trouble(finds, Path(folder)) for finds, folder in folders.items()}
    return {finds: f"engine.preprocessors.{finds}: {why}" for finds, why in found.items() if why}


def _table(settings: Settings, name: str) -> dict[str, Any]:
    """What the configuration says of a model, as the catalogue takes it."""
    model = settings.models[name]
    controls = {kind: str(folder.absolute()) for kind, folder in model.controls.items()}
    places = {"path": str(_folder(settings, name, model)), "controls": controls}
    return {**model.model_dump(mode="json", exclude_none=True, exclude={"adapters"}), **places}


def _folder(settings: Settings, name: str, model: Model) -> Path:
    """Where the model lies: for one file, a folder of ours that says how it is to be read; the file where that fails,
    and `facts_of_entry` says why.
    """
    path = model.path.absolute()
    if path.suffix != SINGLE:
        return path
    folder = settings.storage.folder.absolute() / SHELLS / name
    try:
        shell_of(path, model.family, folder, model.adapters)
    except NoModel:
        return path
    return folder
