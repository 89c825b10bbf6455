"""Where the web application listens, and what all its answers have in common."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager

import structlog
from aiohttp import web

Route = web.RouteDef
"""Where a handler answers."""

log = structlog.stdlib.get_logger("bot.web")

LARGEST = 1 << 20  # bytes of a request: nobody has to send us much
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
}
"""Of every answer that does not say otherwise."""


def application(routes: Iterable[Route]) -> web.Application:
    """One with these routes."""
    made = web.Application(client_max_size=LARGEST, middlewares=[_calm])
    made.add_routes(routes)
    made.on_response_prepare.append(_dress)
    return made


@asynccontextmanager
async def served(made: web.Application, host: str, port: int) -> AsyncIterator[int | None]:
    """Listen for the block; the port, None where it is taken: the bot does its work without.

    Port 0 takes any that is free.
    """
    runner = web.AppRunner(made, access_log=None, handle_signals=False, shutdown_timeout=1.0)
    await runner.setup()
    try:
        yield await _listening(runner, host, port)
    finally:
        await runner.cleanup()


async def _listening(runner: web.AppRunner, host: str, port: int) -> int | None:
    site = web.TCPSite(runner, host, port)
    try:
        await site.start()
    except OSError as failure:
        log.warning("web not served", host=host, port=port, reason=failure.strerror or str(failure))
        return None
    addresses = runner.addresses
    found: int = addresses[0][1] if addresses else port
    log.info("web served", host=host, port=found)
    return found


@web.middleware
async def _calm(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Whatever goes wrong is logged here, and told in no detail."""
    try:
        return await handler(request)
    except web.HTTPException as answer:
        if answer.status < 400:
            raise
        return web.Response(status=answer.status, text=f"{answer.status} {answer.reason}\n")
    except Exception:
        log.exception("request failed", route=getattr(request.match_info.route.resource, "canonical", None))
        return web.Response(status=500, text="500 Internal Server Error\n")


async def _dress(_request: web.Request, response: web.StreamResponse) -> None:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    response.headers.pop("Server", None)
