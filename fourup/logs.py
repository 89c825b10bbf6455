"""The log: one line an event on standard error, for people or as JSON, and never a secret in it."""

import logging
import re
import sys
from collections.abc import Callable, Sequence
from typing import Any, Literal, TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from bot.images.errors import NoRoom
from bot.store.errors import StoreBusy, StoreFull

HIDDEN = "[hidden]"

# Libraries that tell at `info` what only a developer wants to know.
_CHATTY = ("discord", "aiohttp", "asyncio", "alembic")

# A bot's or a member's token: an id in base64, a time and a signature, between dots.
_TOKEN = re.compile(r"\b[\w-]{18,40}\.[\w-]{5,8}\.[\w-]{20,}")
# An interaction's token, with which whoever reads the log could answer for the bot for a quarter of an hour.
_IN_PATH = re.compile(r"(/(?:webhooks|interactions)/\d+/)[^/\s?'\"]+")
_IN_JSON = re.compile(r"""(\\?["']token\\?["']: ?\\?["'])[^"'\\]+""")


def hide_secrets(text: str, secrets: Sequence[str] = ()) -> str:
    """The text without tokens: those given, and whatever has the form of one."""
    for secret in filter(None, secrets):
        text = text.replace(secret, HIDDEN)
    for pattern in (_IN_PATH, _IN_JSON):
        text = pattern.sub(rf"\1{HIDDEN}", text)
    return _TOKEN.sub(HIDDEN, text)


def set_up(
    level: str, form: Literal["console", "json"], secrets: Sequence[str] = (), stream: TextIO | None = None
) -> None:
    """Send structlog's and the standard library's events through one chain to `stream`, standard error by default.

    What is written has passed `hide_secrets` as a whole, so that traces and libraries cannot leak either.
    """
    target = stream or sys.stderr
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.stdlib.PositionalArgumentsFormatter(),
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(target)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                _calm_reconnects,
                _calm_disks,
                *_renderers(form, colours=target.isatty()),
                _hiding(secrets),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    for name in _CHATTY:
        logging.getLogger(name).setLevel(logging.DEBUG if level == "debug" else max(root.level, logging.WARNING))


def _calm_reconnects(_logger: WrappedLogger, _name: str, event: EventDict) -> EventDict:
    """A lost connection is everyday and mended by itself: its reason in a word, instead of a trace."""
    failure = event.get("exc_info")
    if isinstance(failure, tuple) and str(event["event"]).startswith("Attempting a reconnect"):
        event["reason"] = str(failure[1]) or type(failure[1]).__name__
        del event["exc_info"]
    return event


def _calm_disks(_logger: WrappedLogger, _name: str, event: EventDict) -> EventDict:
    """A disk that is full, or a database that is busy, is tried again by whoever logs it: its sentence says all."""
    given = event.get("exc_info")
    failure = sys.exc_info()[1] if given is True else given[1] if isinstance(given, tuple) else given
    if isinstance(failure, StoreBusy | StoreFull | NoRoom):
        event["reason"] = str(failure)
        del event["exc_info"]
    return event


def _renderers(form: Literal["console", "json"], *, colours: bool) -> list[Processor]:
    if form == "json":
        return [structlog.processors.format_exc_info, structlog.processors.JSONRenderer()]
    plain = structlog.dev.plain_traceback
    return [structlog.dev.ConsoleRenderer(colors=colours, exception_formatter=plain)]


def _hiding(secrets: Sequence[str]) -> Callable[[WrappedLogger, str, EventDict], Any]:
    def hide(_logger: WrappedLogger, _name: str, rendered: Any) -> str:
        return hide_secrets(str(rendered), secrets)

    return hide
