"""`fourup doctor` as a host runs it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.canary import heard

NOWHERE = {"FOURUP_DISCORD__API_BASE": "http://127.0.0.1:9/api"}  # the port of "discard": nothing answers


def doctor(*arguments: str, **variables: str) -> "subprocess.CompletedProcess[str]":
    """Run it as a process, away from the network."""
    command = [sys.executable, "-P", "-m", "fourup", "doctor", *arguments]
    environment = os.environ | NOWHERE | variables
    done = subprocess.run(command, capture_output=True, text=True, timeout=50, check=False, env=environment)
    heard("what `fourup doctor` printed", done.stdout + done.stderr)
    return done


def test_a_bare_machine_without_network_and_token_is_well() -> None:
    """Warnings, their cures, and exit code 0: the playground would work."""
    done = doctor()
    assert done.returncode == 0, done.stdout
    assert "warn token" in done.stdout
    assert "warn discord" in done.stdout
    assert "ok   torch" in done.stdout
    assert done.stderr == ""


def test_json_has_the_same_findings() -> None:
    """For programs."""
    told = json.loads(doctor("--json").stdout)
    assert told["ok"] is True
    assert {"name", "status", "message", "cure"} == set(told["findings"][0])
    assert all(finding["cure"] for finding in told["findings"] if finding["status"] != "ok")


def test_a_failure_exits_with_1() -> None:
    """A token that Discord cannot be asked about is one."""
    done = doctor("--json", FOURUP_DISCORD__TOKEN="MTIzNDU2Nzg5MDEyMzQ1Njc4.GaBcDe.abcdefghijklmnopqrstuvwxyz")
    assert done.returncode == 1
    told = json.loads(done.stdout)
    assert [finding["name"] for finding in told["findings"] if finding["status"] == "fail"] == ["discord"]


@pytest.mark.parametrize("text", ["[play]\nprot = 1\n", "[play\n"])
def test_a_wrong_configuration_is_a_finding_like_others(bare_host: Path, text: str) -> None:
    """The machine is looked at all the same; Discord is not, since nobody knows where it is."""
    (bare_host / "config.toml").write_text(text)
    told = json.loads(doctor("--json").stdout)
    failed = [finding for finding in told["findings"] if finding["status"] == "fail"]
    assert [finding["name"] for finding in failed] == ["configuration"]
    names = {finding["name"] for finding in told["findings"]}
    assert {"python", "torch", "packages"} <= names
    assert "discord" not in names
