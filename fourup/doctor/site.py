"""What `fourup doctor` says of the bot's own web application: whether it can listen, and what its address is."""

import socket
from urllib.parse import urlsplit

from bot.loopback import is_loopback
from fourup.doctor.finding import Finding
from fourup.settings import Web

PATIENCE = 2.0  # seconds for an answer on this machine


def site_findings(settings: Web) -> list[Finding]:
    """Its port, who reaches it, and the address that results link to."""
    if not settings.port:
        if settings.public_url:
            cure = "Set web.port to the port that your proxy asks."
            return [Finding.fail("web", "web.public_url is set, and web.port turns the application off", cure)]
        return [Finding.ok("web", "turned off by web.port")]
    return [_port(settings), *_reach(settings), *_address(settings)]


def _port(settings: Web) -> Finding:
    """Free for the bot to take, or taken by one that answers."""
    place = f"http://{settings.host}:{settings.port}"
    try:
        family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
        with socket.create_server((settings.host, settings.port), family=family):
            return Finding.ok("web", f"{place} is free for the bot")
    except OSError as failure:
        if _answers(settings):
            return Finding.ok("web", f"a running bot answers at {place}")
        cure = "Choose another port with web.port, an address of this machine with web.host, or 0 to do without."
        return Finding.warn("web", f"{place} cannot be taken: {failure.strerror}", cure)


def _answers(settings: Web) -> bool:
    """Whether what listens there is a bot of ours."""
    host = settings.host if settings.host not in {"0.0.0.0", "::"} else "127.0.0.1"  # noqa: S104 - compared, not bound
    try:
        with socket.create_connection((host, settings.port), PATIENCE) as connection:
            connection.sendall(b"GET /healthz HTTP/1.0\r\nHost: localhost\r\n\r\n")
            connection.settimeout(PATIENCE)
            told = b""
            while piece := connection.recv(4096):
                told += piece
    except OSError:
        return False
    return b" 200 " in told.splitlines()[0] and told.endswith(b"ok\n") if told else False


def _reach(settings: Web) -> list[Finding]:
    if is_loopback(settings.host) or settings.metrics == "loopback":
        return []
    cure = 'Set web.metrics = "loopback", or see to it that a firewall or the container keeps others away.'
    return [Finding.warn("web", f"whoever reaches {settings.host}:{settings.port} can read /metrics", cure)]


def _address(settings: Web) -> list[Finding]:
    if settings.public_url is None:
        return []
    parts = urlsplit(settings.public_url)
    if parts.scheme == "https" or is_loopback(parts.hostname or ""):
        return [Finding.ok("links", f"results link to {settings.public_url}")]
    cure = "Put a proxy that speaks https in front of it, and name that in web.public_url."
    return [Finding.warn("links", f"results link to {settings.public_url}, and who reads along there sees them", cure)]
