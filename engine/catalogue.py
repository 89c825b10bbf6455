"""Which checkpoint answers to what: the models that are installed, and the versions for which they stand."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from engine.loras import fitting
from engine.plan.controls import KINDS
from engine.plan.facts import Facts, Precision, Sampler
from engine.protocol import Parameters
from engine.reasons import Reason


class NotInTheCatalogue(Exception):
    """No model answers, or none of that name; its `reason` is a sentence that names the cure."""

    def __init__(self, code: str, /, **values: object) -> None:
        self.reason = Reason(code, values)
        super().__init__(str(self.reason))


@dataclass(frozen=True)
class Entry:
    """A model: its family, its folder, what it answers to ("6.1", "niji 6"), and its own settings where it has any."""

    name: str
    family: str
    path: str
    versions: tuple[str, ...] = ()
    steps: int | None = None
    guidance_scale: float | None = None
    guidance_until: float | None = None
    sampler: Sampler | None = None
    size: int | None = None
    finish: str | None = None
    spacing: str | None = None
    """Of the timesteps, where it is not what the checkpoint's scheduler says: leading, trailing or linspace."""
    precision: Precision | None = None
    """In which it is held, where that is not what its device is good at."""
    compiled: bool = False
    """Whether its blocks are, when they are first run."""
    controls: Mapping[str, str] = field(default_factory=dict)
    """By kind, folders of ControlNets that lie elsewhere than beside the model."""
    preprocessors: Mapping[str, str] = field(default_factory=dict)
    """By what they find (depth, pose, people), folders of models that find it for ControlNets."""
    loras: str | None = None
    """The folder of LoRAs, those of other models too."""

    def facts(self, facts: Facts) -> Facts:
        """The family's facts with this entry's own settings over them."""
        names = ("steps", "guidance_scale", "guidance_until", "sampler", "size", "finish")
        own = {name: getattr(self, name) for name in names}
        controls = tuple(kind for kind in KINDS if kind in facts.controls or kind in self.controls)
        told = {name: value for name, value in own.items() if value is not None}
        loras = () if self.loras is None else tuple(fitting(Path(self.loras), Path(self.path)))
        return replace(facts, model=self.name, controls=controls, loras=loras, **told)

    def to_dict(self) -> dict[str, Any]:
        """As JSON; `entry` reads it."""
        return {name: value for name, value in asdict(self).items() if value is not None}


@dataclass(frozen=True)
class Answer:
    """The model that draws; `is_stand_in` where a version was asked for to which no model answers."""

    entry: Entry
    is_stand_in: bool = False


class Catalogue:
    """The models in their order; the first is the one that draws where nobody asks for another."""

    def __init__(self, *entries: Entry) -> None:
        self.entries = entries

    def answer(self, parameters: Parameters) -> Answer:
        """The model that `--model` names, else the first that answers to `--niji` or `--v`, else the first.

        Raises NotInTheCatalogue where nothing is installed, or nothing of that name.
        """
        if not self.entries:
            raise NotInTheCatalogue("model.missing")
        if parameters.model is not None:
            return Answer(self._named(parameters.model))
        wanted = version(parameters)
        answering = (each for each in self.entries if wanted in each.versions)
        found = next(answering, None)
        return Answer(found or self.entries[0], is_stand_in=wanted is not None and found is None)

    def _named(self, name: str) -> Entry:
        names = [each.name for each in self.entries]
        if name in names:
            return self.entries[names.index(name)]
        close = get_close_matches(name, names, n=1)
        if close:
            raise NotInTheCatalogue("model.unknown.close", name=name, close=close[0])
        raise NotInTheCatalogue("model.unknown", name=name, known=", ".join(names))


def version(parameters: Parameters) -> str | None:
    """What is asked for, as entries name it: "6.1" for `--v 6.1`, "niji 6" for `--niji 6`."""
    return f"niji {parameters.niji}" if parameters.niji is not None else parameters.version


def entry(name: str, table: Mapping[str, Any]) -> Entry:
    """An entry from a table of the configuration, or from `to_dict`. Raises ValueError for what it may not hold."""
    known = {each.name for each in fields(Entry)}
    if unknown := table.keys() - known:
        raise ValueError(f"the model {name} has no {', '.join(sorted(unknown))}")
    shaped = {**table, "name": name, "versions": tuple(table.get("versions", ()))}
    if shaped.get("sampler") is not None:
        shaped["sampler"] = Sampler(shaped["sampler"])
    try:
        return Entry(**shaped)
    except TypeError as failure:
        raise ValueError(f"the model {name} needs a family and a path: {failure}") from None


def catalogue(tables: Mapping[str, Mapping[str, Any]]) -> Catalogue:
    """The models of a mapping from name to table, in its order."""
    return Catalogue(*(entry(name, table) for name, table in tables.items()))
