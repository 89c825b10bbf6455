"""What doctor says of the token without asking anybody."""

from pathlib import Path

import pytest

from fourup.doctor.account import token_finding
from fourup.settings import load

TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GaBcDe.abcdefghijklmnopqrstuvwxyz"


def test_no_token_is_no_failure() -> None:
    """The playground needs none; the cure says where to get one."""
    token, finding = token_finding(load())
    assert (token, finding.status) == (None, "warn")
    assert "`fourup init`" in finding.cure


def test_a_token_of_the_right_form_names_its_application(monkeypatch: pytest.MonkeyPatch) -> None:
    """And is not shown itself."""
    monkeypatch.setenv("FOURUP_DISCORD__TOKEN", TOKEN)
    token, finding = token_finding(load())
    assert (token, finding.status) == (TOKEN, "ok")
    assert "123456789012345678" in finding.message
    assert TOKEN not in finding.message


@pytest.mark.parametrize("wrong", ["x", "a.b", "a.b.c", f"Bot {TOKEN}", "bm90YW51bWJlcg.x.y", "!.x.y", f"{TOKEN}.d"])
def test_what_has_not_the_form_of_a_token_fails(monkeypatch: pytest.MonkeyPatch, wrong: str) -> None:
    """Before Discord is asked, which blocks those who ask wrongly too often."""
    monkeypatch.setenv("FOURUP_DISCORD__TOKEN", wrong)
    token, finding = token_finding(load())
    assert (token, finding.status) == (None, "fail")
    assert wrong not in finding.message


def test_a_file_that_others_can_read_is_told(bare_host: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The token is used, and the cure is a command."""
    file = bare_host / "token"
    file.write_text(TOKEN)
    monkeypatch.setenv("FOURUP_DISCORD__TOKEN_FILE", str(file))
    file.chmod(0o644)
    assert token_finding(load())[1].cure == f"Close it: chmod 600 {file}"
    file.chmod(0o600)
    assert token_finding(load())[1].status == "ok"


def test_a_file_that_is_not_there_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the name of the key."""
    monkeypatch.setenv("FOURUP_DISCORD__TOKEN_FILE", "absent")
    token, finding = token_finding(load())
    assert (token, finding.status) == (None, "fail")
    assert "discord.token_file" in finding.message
