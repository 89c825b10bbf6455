"""The models of the configuration."""

import json
from pathlib import Path

import pytest

from engine.catalogue import NotInTheCatalogue, catalogue
from engine.plan.facts import Sampler
from engine.plan.families import SD15
from engine.protocol import Parameters
from engine.worker.models import Model
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


def test_how_a_model_is_held_goes_from_the_configuration_to_what_loads_it(bare_host: Path) -> None:
    """Through the JSON that the engine's process is handed; what is not said is left to the device."""
    (bare_host / "config.toml").write_text(
        '[models.a]\nfamily = "sd15"\npath = "a"\nprecision = "full"\ncompiled = true\nspacing = "trailing"\n'
        '[models.b]\nfamily = "sdxl"\npath = "b"\n'
    )
    told = json.loads(json.dumps({each.name: each.to_dict() for each in catalogue_of(load()).entries}))
    first, second = (Model.of(each) for each in catalogue(told).entries)
    assert (first.family, first.folder) == ("sd15", bare_host / "a")
    assert (first.precision, first.compiled, first.spacing) == ("full", True, "trailing")
    assert (second.precision, second.compiled, second.spacing) == (None, False, None)


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


def test_what_finds_depth_goes_with_every_model_and_is_looked_at(settings: Settings, bare_host: Path) -> None:
    """A folder that holds none is named before anybody waits for a picture; one that does goes to the engine whole."""
    with (bare_host / "config.toml").open("a") as written:
        written.write('[engine]\npreprocessors = { depth = "near" }\n')
    models = catalogue_of(load())
    assert {each.preprocessors["depth"] for each in models.entries} == {str(bare_host / "near")}
    with pytest.raises(ConfigurationError, match=r"engine\.preprocessors\.depth: .*near has no config\.json"):
        facts_for(models, Parameters())
    (bare_host / "near").mkdir()
    for name in ("config.json", "preprocessor_config.json", "model.safetensors"):
        (bare_host / "near" / name).write_text('{"model_type": "depth_anything"}')
    assert facts_for(models, Parameters()).model == "photo"


def test_without_models_a_plan_is_that_of_the_common_family(bare_host: Path) -> None:
    """So that a prompt can be explained on a bare machine."""
    facts = facts_for(catalogue_of(load()), Parameters(model="any"))
    assert (facts.model, facts.family, facts.steps) == ("none", "sd15", 30)


SHAPES = {
    "model.diffusion_model.input_blocks.0.0.weight": [32, 4, 3, 3],
    "model.diffusion_model.input_blocks.1.0.out_layers.3.weight": [32, 32, 3, 3],
    "model.diffusion_model.input_blocks.1.1.transformer_blocks.0.attn2.to_k.weight": [32, 64],
    "model.diffusion_model.out.2.weight": [4, 32, 3, 3],
    "first_stage_model.encoder.down.0.block.0.conv2.weight": [32, 32, 3, 3],
    "first_stage_model.decoder.conv_in.weight": [32, 4, 3, 3],
    "cond_stage_model.transformer.text_model.embeddings.token_embedding.weight": [49408, 64],
    "cond_stage_model.transformer.text_model.encoder.layers.0.mlp.fc1.weight": [128, 64],
}


@pytest.fixture
def single(bare_host: Path) -> Path:
    """A configuration that names a model of one file, as far as its head goes."""
    told = {name: {"dtype": "F16", "shape": shape, "data_offsets": [0, 0]} for name, shape in SHAPES.items()}
    text = json.dumps(told).encode()
    (bare_host / "photo.safetensors").write_bytes(len(text).to_bytes(8, "little") + text)
    (bare_host / "adapters").mkdir()
    (bare_host / "config.toml").write_text(
        '[models.photo]\nfamily = "sd15"\npath = "photo.safetensors"\nadapters = "adapters"\nsize = 640\n'
    )
    return bare_host / "photo.safetensors"


def test_a_model_may_be_one_file(single: Path) -> None:
    """A folder of ours stands for it, with what its tensors' shapes say and the adapters that the host named."""
    settings = load()
    (entry,) = catalogue_of(settings).entries
    folder = settings.storage.folder.absolute() / "checkpoints" / "photo"
    assert entry.path == str(folder)
    assert (folder / "ip_adapter").resolve() == single.parent / "adapters"
    facts = facts_for(catalogue_of(settings), Parameters())
    assert (facts.model, facts.family, facts.size) == ("photo", "sd15", 640)


def test_a_file_that_is_no_model_is_named_with_what_is_wrong(single: Path) -> None:
    """Whatever it is that was put there."""
    (single.parent / "config.toml").write_text('[models.photo]\nfamily = "sdxl"\npath = "photo.safetensors"\n')
    with pytest.raises(ConfigurationError, match=r"models\.photo: .* is of the family sd15, and not sdxl"):
        facts_for(catalogue_of(load()), Parameters())
    single.write_bytes(b"PK\x03\x04 a zip file")
    with pytest.raises(ConfigurationError, match=r"models\.photo: .*cannot be read as a checkpoint"):
        facts_for(catalogue_of(load()), Parameters())
