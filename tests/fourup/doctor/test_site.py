"""What doctor says of the bot's own web application."""

import asyncio
import socket

import pytest

from bot.web.health import Health
from bot.web.site import application, served
from fourup.doctor.site import site_findings
from fourup.settings import Web
from tests.ports import free_port


def statuses(**keys: object) -> list[tuple[str, str]]:
    """Names and statuses of what is found with these keys."""
    return [(each.name, each.status) for each in site_findings(Web(**keys))]  # type: ignore[arg-type]


def test_a_free_port_is_well_and_a_strangers_is_told() -> None:
    """With the keys that change it."""
    port = free_port()
    assert statuses(port=port) == [("web", "ok")]
    with socket.create_server(("127.0.0.1", port)):
        (finding,) = site_findings(Web(port=port))
    assert finding.status == "warn"
    assert "web.port" in finding.cure


async def test_a_running_bot_is_known_by_its_answer() -> None:
    """It is no stranger."""
    alive = Health(None).routes()[:1]  # type: ignore[arg-type]
    async with served(application(alive), "127.0.0.1", 0) as port:
        assert port is not None
        (finding,) = await asyncio.to_thread(site_findings, Web(port=port))
    assert (finding.status, finding.message) == ("ok", f"a running bot answers at http://127.0.0.1:{port}")


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ({"port": 0}, [("web", "ok")]),
        ({"port": 0, "public_url": "https://example.org"}, [("web", "fail")]),
        ({"public_url": "https://example.org"}, [("links", "ok")]),
        ({"public_url": "http://example.org"}, [("links", "warn")]),
        ({"public_url": "http://127.0.0.1:8430"}, [("links", "ok")]),
        ({"host": "0.0.0.0", "metrics": "everywhere"}, [("web", "warn")]),  # noqa: S104 - looked at, not kept
        ({"host": "0.0.0.0"}, []),  # noqa: S104 - looked at, not kept
        ({"metrics": "everywhere"}, []),
    ],
)
def test_what_others_reach_is_told(keys: dict[str, object], found: list[tuple[str, str]]) -> None:
    """Measurements for all, links that are read along, links that lead nowhere."""
    told = statuses(**({"port": free_port()} | keys))
    assert (told if keys.get("port") == 0 else told[1:]) == found
