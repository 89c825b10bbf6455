"""The addresses on this machine that stand in for Discord's own."""

from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from bot.errors import NotLoopback


@dataclass(frozen=True)
class StandIn:
    """Where Discord's REST, gateway and CDN are when they are on this machine."""

    api: str
    gateway: str
    cdn: str


def stand_in(api_base: str) -> StandIn:
    """The addresses that follow from `http://127.0.0.1:8420/api`; raises NotLoopback for one on another machine."""
    try:
        parts = urlsplit(api_base)
        port = parts.port
    except ValueError:
        raise NotLoopback(api_base) from None
    has_extras = parts.username is not None or bool(parts.query or parts.fragment)
    if parts.scheme != "http" or port is None or has_extras or not is_loopback(parts.hostname or ""):
        raise NotLoopback(api_base)
    return StandIn(
        api=f"http://{parts.netloc}{parts.path.rstrip('/')}",
        gateway=f"ws://{parts.netloc}/gateway",
        cdn=f"http://{parts.netloc}/cdn",
    )


def is_loopback(host: str) -> bool:
    """True for a host name that can only mean this machine."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
