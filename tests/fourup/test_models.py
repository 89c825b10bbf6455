"""The models of the configuration."""

import json
from pathlib import Path

import pytest

from engine.catalogue import NotInTheCatalogue
from engine.plan.facts import Sampler
from engine.plan.families import SD15
from engine.protocol import Parameters
from fourup.errors import ConfigurationError
from fourup.models import catalogue_of, facts_for
from fourup.settings import Settings, load


@pytest.fixture
def settings(bare_host: Path) -> Settings:
    """Two models, of which only the first is there."""
    (bare_host / "photo" / "unet").mkdir(parents=True)
    (bare_host / "photo" / "unet" / "config.json").write_text(json.dumps({"sample_size": 32}))
    (bare_host / "config.toml").write_text(
        '[models.photo]\nfamily = "sd15"\npath = "photo"\nsteps = 12\nsampler = "euler"\n'
        '[models.anime]\nfamily = "sd15"\npath = "anime"\nversions = ["niji 6"]\n'
    )
    return load()


def test_the_catalogue_has_the_models_in_their_order(settings: Settings, bare_host: Path) -> None:
    """With whole paths, since the engine's process may stand elsewhere."""
    first, second = catalogue_of(settings).entries
    assert (first.name, first.path, first.sampler) == ("photo", str(bare_host / "photo"), Sampler.EULER)
    assert (second.name, second.versions) == ("anime", ("niji 6",))


def test_the_model_that_comes_with_fourup_is_the_last(
    settings: Settings, bare_host: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It draws where the host names none, and where somebody asks for it; a host's own of that name takes its place."""
    monkeypatch.setattr("fourup.models.BUILT_IN", bare_host / "weights")
    monkeypatch.delenv("FOURUP_ENGINE__POCKET")
    settings = load()
    assert catalogue_of(Settings()).entries == ()
    (bare_host / "weights").mkdir()
    (bare_host / "weights" / "model_index.json").touch()
    assert [each.name for each in catalogue_of(Settings()).entries] == ["pocket"]
    assert [each.name for each in catalogue_of(settings).entries] == ["photo", "anime", "pocket"]
    (bare_host / "config.toml").write_text('[models.pocket]\nfamily = "sd15"\npath = "mine"\n')
    assert [each.path for each in catalogue_of(load()).entries] == [str(bare_host / "mine")]
    (bare_host / "config.toml").write_text("[engine]\npocket = false\n")
    assert catalogue_of(load()).entries == ()


def test_facts_are_the_files_and_the_configurations(settings: Settings) -> None:
    """The size from the model's own files, the steps from the section."""
    facts = facts_for(catalogue_of(settings), Parameters())
    assert (facts.model, facts.size, facts.steps, facts.sampler) == ("photo", 256, 12, Sampler.EULER)
    assert facts.guidance_scale == SD15.guidance_scale


def test_a_model_that_is_not_where_it_should_be_is_named(settings: Settings) -> None:
    """With its key and its folder."""
    with pytest.raises(ConfigurationError, match=r"models\.anime: .*anime holds no model of the family sd15"):
        facts_for(catalogue_of(settings), Parameters(niji="6"))
    with pytest.raises(NotInTheCatalogue):
        facts_for(catalogue_of(settings), Parameters(model="ink"))


def test_without_models_a_plan_is_that_of_the_common_family(bare_host: Path) -> None:
    """So that a prompt can be explained on a bare machine."""
    facts = facts_for(catalogue_of(load()), Parameters(model="any"))
    assert (facts.model, facts.family, facts.steps) == ("none", "sd15", 30)
