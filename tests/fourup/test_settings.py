"""The configuration: where a value comes from, and what is said of a wrong one."""

import re
import tomllib
from pathlib import Path

import pytest

from engine.plan.families import SD15
from fourup.errors import ConfigurationError
from fourup.settings import Settings, known_keys, load, with_options
from fourup.sizes import size

EXAMPLE = Path(__file__).parents[2] / "config.example.toml"
SECRETS = {"discord.token"}


@pytest.fixture(autouse=True)
def nothing_is_set(bare_host: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even what the tests set."""
    monkeypatch.delenv("FOURUP_ENGINE__POCKET")
    monkeypatch.delenv("FOURUP_PICTURES__CHECK")


def write(folder: Path, text: str) -> Path:
    """The text as a configuration file."""
    file = folder / "config.toml"
    file.write_text(text, encoding="utf-8")
    return file


def complaints_of(file: Path | None = None) -> tuple[str, ...]:
    """What `load` refuses."""
    with pytest.raises(ConfigurationError) as refusal:
        load(file)
    return refusal.value.sentences


def test_everything_has_a_default() -> None:
    """Without a file and without variables there is a configuration."""
    assert load() == Settings()
    assert load().play.port == 8420
    assert load().token() is None


def test_the_file_in_the_working_folder_is_read(bare_host: Path) -> None:
    """./config.toml needs no option."""
    write(bare_host, "[play]\nport = 9000\n")
    assert load().play.port == 9000


def test_the_named_file_counts_over_the_variable_and_the_folder(
    bare_host: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """--config, then FOURUP_CONFIG, then ./config.toml."""
    write(bare_host, "[play]\nport = 9000\n")
    (bare_host / "b").mkdir()
    (bare_host / "c").mkdir()
    monkeypatch.setenv("FOURUP_CONFIG", str(write(bare_host / "b", "[play]\nport = 9001\n")))
    assert load().play.port == 9001
    assert load(write(bare_host / "c", "[play]\nport = 9002\n")).play.port == 9002


def test_the_environment_counts_over_the_file(bare_host: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable changes its own key and leaves its neighbours."""
    write(bare_host, '[play]\nport = 9000\n[log]\nlevel = "debug"\nformat = "json"\n')
    monkeypatch.setenv("FOURUP_LOG__LEVEL", "error")
    assert (load().log.level, load().log.format, load().play.port) == ("error", "json", 9000)


def test_what_is_typed_counts_over_all(bare_host: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An option beats the variable, and is held to the same rules."""
    monkeypatch.setenv("FOURUP_PLAY__PORT", "9001")
    assert with_options(load().play, {"port": 9003, "data": bare_host}).port == 9003
    with pytest.raises(ConfigurationError, match=r"play.host .* the command line"):
        with_options(load().play, {"host": "0.0.0.0"})  # noqa: S104 - what must be refused


def test_relative_paths_start_at_the_file(bare_host: Path) -> None:
    """A configuration means the same files from wherever Fourup is started."""
    (bare_host / "etc").mkdir()
    (bare_host / "etc" / "token").write_text("  abc\n")
    sections = ('[discord]\ntoken_file = "token"', '[play]\ndata = "kept"', '[storage]\nfolder = "made"')
    settings = load(write(bare_host / "etc", "\n".join(sections)))
    assert settings.token() == "abc"
    assert settings.play.data == bare_host / "etc" / "kept"
    assert settings.storage.folder == bare_host / "etc" / "made"


def test_what_is_kept_lies_beside_the_file_by_default_too(bare_host: Path) -> None:
    """A bot that is started from elsewhere finds the database that it had."""
    (bare_host / "etc").mkdir()
    settings = load(write(bare_host / "etc", "[play]\nport = 9000\n"))
    assert settings.storage.folder == bare_host / "etc" / "fourup-data"
    assert settings.play.data == bare_host / "etc" / "fourup-play"


def test_a_tilde_is_the_users_folder(bare_host: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Which no shell replaces in a file."""
    monkeypatch.setenv("HOME", "/home/olive")
    assert load(write(bare_host, '[play]\ndata = "~/kept"\n')).play.data == Path("/home/olive/kept")


def test_the_token_of_the_environment_counts_over_the_file_of_it(
    bare_host: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """FOURUP_DISCORD__TOKEN is what is used, and printing the settings does not show it."""
    write(bare_host, '[discord]\ntoken_file = "nowhere"\n')
    monkeypatch.setenv("FOURUP_DISCORD__TOKEN", "the secret")
    assert load().token() == "the secret"
    assert "the secret" not in repr(load())


def test_an_empty_variable_is_no_token(bare_host: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As containers pass on what nobody has set."""
    (bare_host / "token").write_text("from the file")
    write(bare_host, '[discord]\ntoken_file = "token"\n')
    monkeypatch.setenv("FOURUP_DISCORD__TOKEN", "")
    assert load().token() == "from the file"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[discord]\ntoken_fil = 'x'", r"unknown key discord.token_fil: did you mean discord.token_file\?"),
        ("[discrod]\napi_base = 'x'", r"unknown key discrod: did you mean discord\?"),
        (
            "[zzz]\nx = 1",
            r"unknown key zzz: known are discord, engine, limits, log, models, pictures, play, prompt, storage, web\.",
        ),
        ("[log]\nlevel = 'loud'", r"log.level is 'loud', which cannot be used: .*'debug'.* \(see .*config.toml\)"),
        ("[play]\nport = 0", r"play.port is 0, which cannot be used: .* greater than or equal to 1"),
        ("[play]\nhost = '0.0.0.0'", r"play.host is '0.0.0.0', .* this machine only: use 127.0.0.1"),
        (
            "[discord]\napi_base = 'https://discord.com/api'",
            r"discord.api_base .* only an http address of this machine",
        ),
        ("[discord]\ntoken = 'abc.def.ghi'", r"discord.token does not belong in .*FOURUP_DISCORD__TOKEN.*token_file"),
        (
            "[models.a]\nfamly = 'sd15'\nfamily = 'sd15'\npath = 'x'",
            r"unknown key models.a.famly: did you mean .*family\?",
        ),
        ("[models.a]\nfamily = 'sd9'\npath = 'x'", r"models.a.family is 'sd9', .* known families are sd15"),
        ("[models.a]\nfamily = 'sd15'", r"leaves out models.a.path, which has no default"),
        ("[models]\na = 1", r"has models.a as a value: it is a section"),
        ("[models.A]\nfamily = 'sd15'\npath = 'x'", r"models.A.* cannot be used: .*pattern"),
        ("[discord]\nguilds = [0]", r"discord.guilds is 0, which cannot be used: .* greater than or equal to 1"),
        ("[prompt]\ndefault_version = '8'", r"prompt.default_version is '8', .* known versions are 1, .* niji 7"),
        ("[engine]\ndevice = 'gpu'", r"engine.device is 'gpu', which cannot be used"),
        ("[engine]\ndevice = 'cuda:0,'", r"engine.device is 'cuda:0,', which cannot be used"),
        ("discord = 1", r"has discord as a value: it is a section"),
        ("[play\nport = 1", r"config.toml is not valid TOML: .*line 1"),
    ],
)
def test_each_mistake_has_its_sentence(bare_host: Path, text: str, told: str) -> None:
    """A wrong file is refused with the key, the reason and the cure."""
    (sentence,) = complaints_of(write(bare_host, text))
    assert re.search(told, sentence)
    assert "abc.def.ghi" not in sentence


@pytest.mark.parametrize(
    ("text", "guilds"), [("", None), ("12", {12}), ("12, 13", {12, 13}), ('["12", 13]', {12, 13}), ("[12]", {12})]
)
def test_the_servers_that_are_served_can_come_as_a_variable(
    monkeypatch: pytest.MonkeyPatch, text: str, guilds: set[int] | None
) -> None:
    """A container's environment holds text only; an empty variable is none, and leaves every server."""
    monkeypatch.setenv("FOURUP_DISCORD__GUILDS", text)
    assert load().discord.guilds == guilds


def test_an_empty_variable_takes_the_list_of_the_file_away(bare_host: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The playground's servers are in nobody's list."""
    write(bare_host, "[discord]\nguilds = [42]\n")
    assert load().discord.guilds == {42}
    monkeypatch.setenv("FOURUP_DISCORD__GUILDS", "")
    assert load().discord.guilds is None


def test_a_number_that_is_none_is_named_by_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    """And not by the place in the list."""
    monkeypatch.setenv("FOURUP_DISCORD__GUILDS", "12, mine")
    (sentence,) = complaints_of()
    assert sentence.startswith("discord.guilds is 'mine', which cannot be used")
    assert sentence.endswith("(see FOURUP_DISCORD__GUILDS).")


def test_all_mistakes_are_told_at_once(bare_host: Path) -> None:
    """A host mends a file in one go."""
    assert len(complaints_of(write(bare_host, "[play]\nport = 0\nprot = 1\n[log]\nlevel = 2\n"))) == 3


def test_an_unknown_variable_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A misspelt variable is named with its neighbour; those of the tests and of the file are known."""
    monkeypatch.setenv("FOURUP_DISCORD__TOKE", "x")
    monkeypatch.setenv("FOURUP_DISCORD_OPENAPI", "x")
    (sentence,) = complaints_of()
    assert sentence == (
        "The environment variable FOURUP_DISCORD__TOKE is not known: did you mean FOURUP_DISCORD__TOKEN?"
    )


def test_a_wrong_variable_is_named_by_its_own_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """The cure is where the value stands."""
    monkeypatch.setenv("FOURUP_PLAY__PORT", "many")
    (sentence,) = complaints_of()
    assert sentence.endswith("(see FOURUP_PLAY__PORT).")


@pytest.mark.parametrize("name", ["absent.toml", "."])
def test_a_file_that_cannot_be_read_is_told(bare_host: Path, name: str) -> None:
    """A named file has to be there, and to be a file."""
    (sentence,) = complaints_of(bare_host / name)
    assert sentence.startswith("The configuration file")


def test_a_token_file_that_is_not_there_is_told(bare_host: Path) -> None:
    """The key is named, not only the path."""
    settings = load(write(bare_host, '[discord]\ntoken_file = "absent"\n'))
    with pytest.raises(ConfigurationError, match=r"discord.token_file cannot be read: No such file .*absent"):
        settings.token()


def commented_keys(text: str) -> list[str]:
    """The keys that stand behind a comment mark, with their sections, which may stand behind one too."""
    section, keys = "", []
    for line in text.splitlines():
        if header := re.match(r"(?:# )?\[([\w.]+)\]$", line):
            section = header[1]
        elif key := re.match(r"# (\w+) = ", line):
            keys.append(f"{section}.{key[1]}")
    return keys


def test_the_example_holds_every_key_and_its_default() -> None:
    """config.example.toml and the settings classes say the same, and each key has its why."""
    text = EXAMPLE.read_text(encoding="utf-8")
    active = tomllib.loads(text)
    keys = [f"{section}.{key}" for section, values in active.items() for key in values]
    optional = commented_keys(text)
    assert sorted(keys + optional) == sorted(set(known_keys()) - SECRETS)
    defaults = Settings()
    for section, values in active.items():
        for key, value in values.items():
            default = getattr(getattr(defaults, section), key)
            assert str(default) == str(size(value) if isinstance(default, int) else value), key
    assert {defaults.discord.token_file, defaults.discord.api_base, defaults.discord.guilds} == {None}
    assert defaults.models == {}
    for line, before in zip(text.splitlines()[1:], text.splitlines(), strict=False):
        if re.match(r"(# )?\w+ = ", line):
            assert before.startswith("# "), f"no why above: {line}"


def test_the_example_with_everything_switched_on_is_valid(bare_host: Path) -> None:
    """Nothing in the example is refused when its comment marks are taken away."""
    text = re.sub(r"^# (\w+ = |\[models)", r"\1", EXAMPLE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    text = text.replace("models.NAME]", "models.photo]")
    settings = load(write(bare_host, text.replace('api_base = ""', 'api_base = "http://127.0.0.1:8420/api"')))
    assert settings.discord.token_file == bare_host / "discord.token"
    assert settings.models["photo"].path == bare_host / "models" / "NAME"
    assert settings.models["photo"].controls == {"canny": bare_host / "models" / "sd-controlnet-canny"}
    assert settings.storage.loras == bare_host / "loras"
    assert settings.engine.preprocessors["people"] == bare_host / "models" / "rtdetr"
    family = settings.models["photo"]
    told = (family.steps, family.guidance_scale, family.sampler, family.size)
    assert told == (SD15.steps, SD15.guidance_scale, SD15.sampler, SD15.size)


def test_devices_are_named_with_commas_between_them(bare_host: Path) -> None:
    """One by default."""
    assert Settings().engine.devices == ("auto",)
    told = load(write(bare_host, "[engine]\ndevice = 'cuda:0, cuda:1,cpu'"))
    assert told.engine.devices == ("cuda:0", "cuda:1", "cpu")
