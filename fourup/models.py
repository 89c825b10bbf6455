"""The models of the configuration: the catalogue that they make, and what a plan needs to know of them."""

from dataclasses import replace
from pathlib import Path

from engine.catalogue import Catalogue, entry
from engine.checkpoint import NoModel, facts_of
from engine.plan.facts import Facts
from engine.plan.families import SD15
from engine.protocol import Parameters
from fourup.errors import ConfigurationError
from fourup.settings import Settings


def catalogue_of(settings: Settings) -> Catalogue:
    """The installed models, in the order of the configuration."""
    models = settings.models.items()
    return Catalogue(
        *(entry(name, model.model_dump(mode="json", exclude_none=True) | _place(model.path)) for name, model in models)
    )


def facts_for(catalogue: Catalogue, parameters: Parameters) -> Facts:
    """The facts of the model that answers; those of Stable Diffusion 1.5 where none is installed.

    Raises NotInTheCatalogue for a name that no model has, ConfigurationError where its folder holds no model.
    """
    if not catalogue.entries:
        return replace(SD15, model="none")
    chosen = catalogue.answer(parameters).entry
    try:
        return chosen.facts(facts_of(Path(chosen.path), chosen.name, chosen.family))
    except NoModel as failure:
        raise ConfigurationError(f"models.{chosen.name}: {failure}") from None


def _place(path: Path) -> dict[str, str]:
    return {"path": str(path.absolute())}
