"""The files for services and containers are read as their programs read them; nothing here runs them."""

import configparser
import re
import shlex
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml

from fourup.__main__ import app
from fourup.complaints import NOT_SETTINGS, variable
from fourup.errors import ConfigurationError
from fourup.settings import Web, known_keys, load

ROOT = Path(__file__).parents[2]
CONTRIB = ROOT / "contrib"
INSTRUCTIONS = {
    "FROM", "RUN", "CMD", "EXPOSE", "ENV", "COPY", "ENTRYPOINT", "VOLUME", "USER", "WORKDIR", "STOPSIGNAL",
    "HEALTHCHECK",
}  # fmt: skip
HIDDEN = {"FOURUP_DISCORD__TOKEN"}


def instructions() -> list[tuple[str, str]]:
    """Those of the Dockerfile, with what stands behind each."""
    text = (CONTRIB / "Dockerfile").read_text(encoding="utf-8")
    whole = re.sub(r"\\\n\s*", " ", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE))
    lines = [line.split(None, 1) for line in whole.splitlines() if line.strip()]
    return [(name, rest) for name, rest in lines]


def service() -> configparser.ConfigParser:
    """The unit; a key may stand there twice."""
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(CONTRIB / "fourup.service", encoding="utf-8")
    return parser


def compose() -> dict[str, Any]:
    """As YAML."""
    found: dict[str, Any] = yaml.safe_load((CONTRIB / "compose.yaml").read_text(encoding="utf-8"))
    return found


def commands() -> set[str]:
    """What can be typed behind `fourup`."""
    return {each.callback.__name__ for each in app.registered_commands if each.callback}


def test_the_unit_starts_a_command_that_is_there_and_knows_our_exit_codes() -> None:
    """It comes back after everything but a configuration that has to change, and waits for a clean end."""
    unit = service()
    assert set(unit.sections()) == {"Unit", "Service", "Install"}
    told = unit["Service"]
    command = shlex.split(told["ExecStart"])
    assert command[0].startswith("/")
    assert command[1] in commands()
    assert told["RestartPreventExitStatus"] == str(ConfigurationError.exit_code)
    assert told["Restart"] == "always"
    assert int(told["TimeoutStopSec"]) > 10


def test_every_instruction_of_the_dockerfile_is_one() -> None:
    """It begins from an image, runs as no root, and copies what is there."""
    found = instructions()
    assert found[0][0] == "FROM"
    assert {name for name, _ in found} <= INSTRUCTIONS
    assert [rest for name, rest in found if name == "USER"][-1] != "root"
    for name, rest in found:
        if name == "COPY":
            assert all([*ROOT.glob(source)] for source in rest.split()[:-1]), rest
    (entry,) = [rest for name, rest in found if name == "ENTRYPOINT"]
    (started,) = [rest for name, rest in found if name == "CMD"]
    assert yaml.safe_load(entry) == ["fourup"]
    assert yaml.safe_load(started)[0] in commands()


def test_the_image_has_all_that_the_distribution_is_built_of(tmp_path: Path) -> None:
    """What is added and not copied is missed here, not in somebody's container."""
    for name, rest in instructions():
        if name == "COPY":
            *sources, target = rest.split()
            for it in [found for source in sources for found in ROOT.glob(source)]:
                if it.is_dir():
                    shutil.copytree(it, tmp_path / target, ignore=shutil.ignore_patterns("__pycache__"))
                else:
                    (tmp_path / target).mkdir(exist_ok=True)
                    shutil.copy(it, tmp_path / target)
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path / "dist"), "."]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    with zipfile.ZipFile(next((tmp_path / "dist").iterdir())) as wheel:
        packed = {name.partition("/")[0] for name in wheel.namelist()}
        assert "bot/asking/documents/hosting.md" in wheel.namelist()
    listed = re.search(r"^packages = \[(.*)\]$", (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert listed is not None
    assert set(re.findall(r'"(\w+)"', listed[1])) <= packed
    shutil.rmtree(tmp_path)


def test_variables_of_the_image_and_of_compose_are_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """And the configuration that they make can be read."""
    environment = (
        dict(pair.split("=", 1) for name, rest in instructions() if name == "ENV" for pair in shlex.split(rest))
        | compose()["services"]["fourup"]["environment"]
    )
    known = {variable(key) for key in known_keys()} | HIDDEN | NOT_SETTINGS
    ours = {name: value for name, value in environment.items() if name.startswith("FOURUP_")}
    assert set(ours) <= known
    monkeypatch.chdir(tmp_path)
    for name, value in ours.items():
        monkeypatch.setenv(name, value)
    assert load().web.host == "0.0.0.0"  # noqa: S104 - inside the container


def test_health_is_asked_where_it_is_told() -> None:
    """The image's own question, the port that it opens and the one that compose lets through are one."""
    port = str(Web().port)
    (question,) = [rest for name, rest in instructions() if name == "HEALTHCHECK"]
    assert f"127.0.0.1:{port}/healthz" in question
    assert [rest for name, rest in instructions() if name == "EXPOSE"] == [port]
    assert compose()["services"]["fourup"]["ports"] == [f"127.0.0.1:{port}:{port}"]


def test_compose_names_what_is_there() -> None:
    """Its Dockerfile, volumes and secrets; and it lets the bot end cleanly."""
    told = compose()
    it = told["services"]["fourup"]
    assert (CONTRIB / it["build"]["context"] / it["build"]["dockerfile"]).resolve() == CONTRIB / "Dockerfile"
    assert {each.partition(":")[0] for each in it["volumes"]} <= set(told["volumes"])
    assert set(it["secrets"]) <= set(told["secrets"])
    assert it["environment"]["FOURUP_DISCORD__TOKEN_FILE"] == f"/run/secrets/{it['secrets'][0]}"
    assert int(it["stop_grace_period"].removesuffix("s")) > 10


def test_the_image_is_built_of_what_is_let_through() -> None:
    """Everything else in the folder, the host's tokens and pictures among it, is not even read."""
    lines = (CONTRIB / "Dockerfile.dockerignore").read_text(encoding="utf-8").splitlines()
    copied = {source for name, rest in instructions() if name == "COPY" for source in rest.split()[:-1]}
    assert lines[1] == "*"
    assert {line.removeprefix("!") for line in lines if line.startswith("!")} == copied


@pytest.mark.parametrize("path", sorted(CONTRIB.iterdir()), ids=lambda path: path.name)
def test_what_was_never_run_says_so(path: Path) -> None:
    """In its first lines, where a host begins to read."""
    assert "untested" in "\n".join(path.read_text(encoding="utf-8").splitlines()[:3])
