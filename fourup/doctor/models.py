"""What `fourup doctor` says of the models: whether they are there, how large they are, and what lies beside them."""

from pathlib import Path

from engine.catalogue import Catalogue, Entry
from engine.checkpoint import PARTS, weight_files
from fourup.doctor.finding import Finding
from fourup.doctor.machine import gib
from fourup.errors import ConfigurationError
from fourup.models import facts_of_entry, preprocessor_troubles


def model_findings(catalogue: Catalogue) -> list[Finding]:
    """One for each model, the first being the one that draws, and for each preprocessor that cannot be used."""
    if not catalogue.entries:
        cure = "Put a Stable Diffusion model on this machine, as diffusers keeps one, and name it with [models.NAME]."
        return [Finding.warn("models", "none is installed, so nothing can be drawn", cure)]
    wrong = preprocessor_troubles(catalogue)
    cure = "Put the model there, or take it out of engine.preprocessors."
    return [
        *(_finding(each) for each in catalogue.entries),
        *(Finding.fail(f"preprocessor {finds}", why, cure) for finds, why in wrong.items()),
    ]


def _finding(entry: Entry) -> Finding:
    name, folder = f"model {entry.name}", Path(entry.path)
    try:
        facts = facts_of_entry(entry)
    except ConfigurationError as error:
        return Finding.fail(name, str(error), f"Put the model there, or correct models.{entry.name}.path.")
    parts = PARTS[entry.family]
    missing = [part for part in parts if not _weights(folder, part)]
    if missing:
        cure = "Get it anew, whole: each of these folders holds a file of weights."
        return Finding.fail(name, f"{folder} has no weights in {', '.join(missing)}", cure)
    size = sum(file.stat().st_size for file in {file for part in parts for file in _weights(folder, part)})
    beside = ", ".join(adapter.name for adapter in facts.adapters)
    told = (
        f"{entry.family}, {facts.size} px, {gib(size)} of weights, {'adapters ' + beside if beside else 'no adapters'}"
    )
    return Finding.ok(name, told)


def _weights(folder: Path, part: str) -> list[Path]:
    """The files of weights, one form of them: a model may lie there in several."""
    return weight_files(folder, part) or sorted((folder / part).glob("*.bin"))
