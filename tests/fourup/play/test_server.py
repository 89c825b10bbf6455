"""The server's process, where it does not come up as it should."""

from pathlib import Path

import pytest

from fourup.errors import PlaygroundFailed, PortBusy
from fourup.play import server as module
from fourup.play.server import Place, Server


async def ready(folder: Path, monkeypatch: pytest.MonkeyPatch, body: str) -> list[str]:
    """Start a program in the server's place and wait for it; what it logged."""
    program = folder / "python"
    program.write_text(f"#!/bin/sh\n{body}\n")
    program.chmod(0o755)
    monkeypatch.setattr("sys.executable", str(program))
    lines: list[str] = []
    server = await Server.start(Place("127.0.0.1", 1, folder), lines.append)
    try:
        await server.ready()
    finally:
        await server.child.stop()
    return lines


@pytest.mark.parametrize(
    ("body", "error", "told"),
    [
        ("echo 'Port 1 is taken. Use --port.' >&2; exit 2", PortBusy, r"^Port 1 is taken\. Use --port\.$"),
        ("echo 'disk full' >&2; exit 3", PlaygroundFailed, r"could not start \(exit code 3: disk full\)"),
        ("kill -9 $$", PlaygroundFailed, r"could not start \(signal SIGKILL\)"),
    ],
)
async def test_its_failure_is_a_sentence(
    bare_host: Path, monkeypatch: pytest.MonkeyPatch, body: str, error: type[Exception], told: str
) -> None:
    """With the server's own last words."""
    with pytest.raises(error, match=told):
        await ready(bare_host, monkeypatch, body)


async def test_it_is_not_waited_for_for_ever(bare_host: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that says nothing has not started."""
    monkeypatch.setattr(module, "START_LIMIT", 0.5)
    with pytest.raises(PlaygroundFailed, match=r"did not start within 0\.5 seconds"):
        await ready(bare_host, monkeypatch, "echo hello; exec sleep 60")


async def test_a_page_that_does_not_answer_is_told(
    bare_host: Path, monkeypatch: pytest.MonkeyPatch, unused_tcp_port: int
) -> None:
    """A server that greets and is not there is no playground."""
    origin = f"http://127.0.0.1:{unused_tcp_port}"
    greeting = f'{{"origin": "{origin}", "api_base": "{origin}/api", "bot_token": "x"}}'
    with pytest.raises(PlaygroundFailed, match="its page does not answer"):
        await ready(bare_host, monkeypatch, f"echo '{greeting}'; exec sleep 60")
