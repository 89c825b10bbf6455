"""The playground as a process: `python -m playground --port 8420 --data FOLDER`."""

import argparse
import asyncio
import errno
import json
import os
import signal
import sys
from dataclasses import asdict
from pathlib import Path

from playground.rest.door import Exchange
from playground.server import Options, Playground

PORT = 8420
RECORD = "PLAYGROUND_RECORD"
"""A variable that names a file to which each exchange is appended as a line of JSON, for whoever checks them."""


def main() -> int:
    given = _arguments()
    try:
        asyncio.run(
            _serve(Options(data=given.data, host=given.host, port=given.port), watch_parent=given.exit_with_parent)
        )
    except OSError as wrong:
        print(_sentence(wrong, given), file=sys.stderr)  # noqa: T201 - a process speaks so
        return 2
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m playground", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: this machine only)")
    parser.add_argument(
        "--port", type=int, default=PORT, help=f"port to listen on; 0 takes a free one (default: {PORT})"
    )
    parser.add_argument("--data", type=Path, help="folder that keeps the state (default: nothing is kept)")
    parser.add_argument("--exit-with-parent", action="store_true", help="end when standard input ends")
    return parser.parse_args()


async def _serve(options: Options, *, watch_parent: bool) -> None:
    end = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, end.set)
    async with Playground(options) as discord:
        if path := os.environ.get(RECORD):
            discord.observe(lambda exchange: _record(Path(path), exchange))
        about = {
            "origin": discord.origin,
            "api_base": discord.api_base,
            "bot_token": discord.bot_token,
            "application_id": discord.application_id,
        }
        print(json.dumps(about), flush=True)  # noqa: T201 - whoever started the process reads this line
        if watch_parent:
            reader = asyncio.StreamReader()
            await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
            watch = asyncio.create_task(_at_end(reader, end))
            await end.wait()
            watch.cancel()
        else:
            await end.wait()


def _record(path: Path, exchange: Exchange) -> None:
    with path.open("a", encoding="utf-8") as lines:
        lines.write(json.dumps(asdict(exchange)) + "\n")


async def _at_end(reader: asyncio.StreamReader, end: asyncio.Event) -> None:
    while await reader.read(1 << 10):
        continue
    end.set()


def _sentence(wrong: OSError, given: argparse.Namespace) -> str:
    if wrong.errno == errno.EADDRINUSE:
        return f"Port {given.port} is taken on {given.host}. Choose another with --port, or 0 for any free one."
    return f"The playground cannot start: {wrong}."


if __name__ == "__main__":
    sys.exit(main())
