"""`fourup models list|pull|verify|remove`: what each of them says and does."""

import shutil
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, TextColumn, TimeRemainingColumn, TransferSpeedColumn
from rich.progress import Progress as Bars
from rich.table import Table

from engine.catalogue import Catalogue, Entry
from engine.plan.facts import Facts
from fourup.errors import CannotPull, ConfigurationError
from fourup.hub.licences import accepted, remember
from fourup.hub.manifest import Manifest, manifests, wrong_files
from fourup.hub.presets import PRESETS, Licence, Preset, Source
from fourup.hub.pull import Progress, gib, planned, pull
from fourup.models import POCKET, facts_of_entry
from fourup.settings import NAME_OF_MODEL

UNTESTED = "untested: no hub could be reached where Fourup is made"


@dataclass(frozen=True)
class Wishes:
    """What was typed after `fourup models pull`."""

    what: str
    """A preset, or a repository as owner/name."""
    name: str | None = None
    family: str | None = None
    revision: str | None = None
    adapters: bool = False
    accepts: bool = False


def show(catalogue: Catalogue, models: Path, console: Console) -> None:
    """The models that are here, and those that can be pulled."""
    here = dict(_by_path(models))
    installed = Table(
        "model", "family", "draws", "answers to", "size", "licence", title="Installed", title_justify="left"
    )
    for number, each in enumerate(catalogue.entries):
        own = here.pop(Path(each.path).absolute(), None)
        installed.add_row(f"{each.name}{' (draws by default)' if number == 0 else ''}", *_columns(each, own))
    console.print(installed)
    for folder, unfinished in here.items():
        console.print(f"{unfinished.name} is not whole: `fourup models pull {unfinished.name}` goes on ({folder}).")
    if worn := _loras(catalogue):
        console.print(f"LoRAs: {', '.join(worn)}; wear one with `--lora NAME:WEIGHT`.")
    known = Table("name", "family", "what it is", "licence", title="To be pulled", title_justify="left")
    for preset in PRESETS.values():
        known.add_row(preset.name, preset.family, preset.title, _licence(preset.licence.name, preset.licence))
    console.print(known)
    console.print(f"`fourup models pull NAME` fetches one of these ({UNTESTED}), or any OWNER/NAME with --family.")


def _loras(catalogue: Catalogue) -> list[str]:
    """The names of all that fit any model."""
    found: set[str] = set()
    for each in catalogue.entries:
        with suppress(ConfigurationError):
            found.update(facts_of_entry(each).loras)
    return sorted(found)


def _by_path(models: Path) -> Iterable[tuple[Path, Manifest]]:
    return ((folder.absolute(), found) for folder, found in manifests(models))


def _columns(each: Entry, manifest: Manifest | None) -> tuple[str, ...]:
    try:
        drawn = _drawn(facts_of_entry(each))
    except ConfigurationError as error:
        drawn = str(error)
    if manifest is None:
        owner = "comes with Fourup" if each.name == POCKET else "the host's own matter"
        return each.family, drawn, ", ".join(each.versions), "", owner
    licence = Licence(manifest.licence, manifest.licence_url, is_commercial=manifest.is_commercial)
    return each.family, drawn, ", ".join(each.versions), gib(manifest.size), _licence(manifest.licence, licence)


def _drawn(facts: Facts) -> str:
    guided = f", guidance {facts.guidance_scale:g}" if facts.guidance_scale > 1 else ""
    follows = f", follows {', '.join(facts.controls)}" if facts.controls else ""
    wears = f", {len(facts.loras)} LoRA{'s' * (len(facts.loras) > 1)}" if facts.loras else ""
    return f"{facts.size} px, {facts.steps} steps{guided}, {facts.sampler}{follows}{wears}"


def _licence(name: str, licence: Licence) -> str:
    return name if licence.is_commercial else f"{name} (never by default)"


def get(wishes: Wishes, models: Path, console: Console) -> Manifest:
    """Pull a model: new, or on from where it broke off, at the commits of the first time."""
    preset = _preset(wishes)
    folder = models / preset.name
    known = Manifest.read(folder)
    if known is None:
        _accept(preset.licence, models, console, is_accepted=wishes.accepts)
        manifest = planned(preset, with_adapters=wishes.adapters, revision=wishes.revision)
    else:
        manifest = known
        if wishes.adapters:
            added = planned(preset, with_adapters=True, revision=_revision(known)).files
            manifest = replace(known, files=added | known.files)
    commits = sorted({(each.repository, each.revision) for each in manifest.files.values()})
    for repository, commit in commits:
        console.print(f"{repository} at {commit[:10]}", highlight=False)
    with _bars(console) as bars:
        whole = pull(manifest, folder, _progress(bars, preset.name))
    console.print(
        f"{preset.name} is here: {gib(whole.size)} in {folder}. `fourup imagine --model {preset.name}` tries it."
    )
    return whole


def _revision(manifest: Manifest) -> str:
    return manifest.files["model_index.json"].revision


def _preset(wishes: Wishes) -> Preset:
    if wishes.what in PRESETS:
        preset = PRESETS[wishes.what]
        return replace(preset, name=wishes.name or preset.name)
    if "/" not in wishes.what:
        raise CannotPull(f"There is no model {wishes.what} to pull: use {', '.join(PRESETS)}, or OWNER/NAME.")
    if wishes.family is None:
        raise CannotPull("Say what it was made from: --family sd15, sdxl or flux2.")
    name = wishes.name or wishes.what.rpartition("/")[2].lower()
    if not NAME_OF_MODEL.fullmatch(name):
        raise CannotPull(f"{name} is no name for a model: choose one with --name, of small letters, digits, . _ and -.")
    licence = Licence("as its page says", f"https://huggingface.co/{wishes.what}", is_commercial=False)
    adapters = next((each.adapters for each in PRESETS.values() if each.family == wishes.family), None)
    return Preset(name, wishes.family, wishes.what, licence, (Source(wishes.what),), adapters=adapters)


def _accept(licence: Licence, models: Path, console: Console, *, is_accepted: bool) -> None:
    """Show the licence, and ask once for each. Raises CannotPull where it is not accepted."""
    console.print(f"Licence: {licence.name}\n{licence.url}", highlight=False)
    if not licence.is_commercial:
        console.print("It may forbid commercial use. The model will not draw by default.", style="yellow")
    if licence in accepted(models):
        return
    if not is_accepted:
        if not sys.stdin.isatty():
            raise CannotPull("Read the licence, and accept it with --accept-licence.")
        if console.input("Do you accept it? [y/N] ").strip().lower() not in {"y", "yes"}:
            raise CannotPull("Nothing was pulled, since the licence was not accepted.")
    remember(licence, models)


def verify(names: Iterable[str], models: Path, console: Console) -> int:
    """Compare every file with its hash; 1 where one is wrong."""
    wanted = {name: _found(name, models) for name in names} or {each.name: (at, each) for at, each in manifests(models)}
    if not wanted:
        console.print("No model was pulled yet.")
    code = 0
    for name, (folder, manifest) in wanted.items():
        with _bars(console) as bars:
            progress = _progress(bars, name)
            progress.on_total(manifest.size)
            wrong = wrong_files(folder, manifest, progress.on_bytes)
        for path, what in wrong.items():
            console.print(f"{name}: {path} {what}.", style="red", highlight=False)
        if wrong:
            code = 1
            console.print(f"`fourup models pull {name}` fetches what is wrong anew.")
        else:
            console.print(f"{name}: {len(manifest.files)} files are as they were pulled.")
    return code


def remove(name: str, models: Path, console: Console) -> None:
    """Delete a pulled model's folder."""
    folder, manifest = _found(name, models)
    shutil.rmtree(folder)
    console.print(f"{name} is gone, and {gib(manifest.size)} are free.")


def _found(name: str, models: Path) -> tuple[Path, Manifest]:
    for folder, manifest in manifests(models):
        if manifest.name == name:
            return folder, manifest
    names = ", ".join(each.name for _, each in manifests(models)) or "none"
    raise CannotPull(f"No model {name} was pulled into {models}: there is {names}.")


def _bars(console: Console) -> Bars:
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        TimeRemainingColumn(),
    )
    return Bars(*columns, console=console, transient=True, disable=not console.is_terminal)


def _progress(bars: Bars, name: str) -> Progress:
    task = bars.add_task(name, total=None)
    total: Callable[[int], None] = lambda size: bars.update(task, total=size)  # noqa: E731
    return Progress(total, lambda count: bars.update(task, advance=count))
