"""What may stand in for Discord."""

import pytest

from bot.errors import NotLoopback
from bot.loopback import StandIn, stand_in


@pytest.mark.parametrize(
    "api_base",
    ["http://127.0.0.1:8420/api", "http://localhost:80/api/", "http://[::1]:8420/api", "http://127.9.9.9:1/api"],
)
def test_an_address_of_this_machine_may(api_base: str) -> None:
    """By number or by the one name that is always this machine."""
    assert stand_in(api_base).api == api_base.rstrip("/")


def test_the_other_addresses_follow_from_it() -> None:
    """One setting names REST, gateway and CDN."""
    assert stand_in("http://127.0.0.1:8420/api") == StandIn(
        api="http://127.0.0.1:8420/api", gateway="ws://127.0.0.1:8420/gateway", cdn="http://127.0.0.1:8420/cdn"
    )


@pytest.mark.parametrize(
    "api_base",
    [
        "https://discord.com/api",
        "http://example.org:8420/api",
        "http://127.0.0.1.example.org:8420/api",
        "http://127.0.0.1@example.org:8420/api",
        "http://user@127.0.0.1:8420/api",
        "http://192.168.0.1:8420/api",
        "http://0.0.0.0:8420/api",
        "http://127.0.0.1/api",
        "http://127.0.0.1:99999/api",
        "http://127.0.0.1:8420/api?x=http://example.org",
        "ftp://127.0.0.1:8420/api",
        "127.0.0.1:8420",
        "http://[::1",
        "",
    ],
)
def test_everything_else_is_refused(api_base: str) -> None:
    """A bot's token never goes to another machine than Discord's."""
    with pytest.raises(NotLoopback, match="only an http address of this machine"):
        stand_in(api_base)
