"""Whether there is a browser to open a page in, and opening it."""

import asyncio
import os
import sys
import webbrowser
from collections.abc import Mapping


def has_browser(environment: Mapping[str, str], *, is_terminal: bool, platform: str = sys.platform) -> bool:
    """True where a person sits at this machine's own screen."""
    is_remote = any(environment.get(name) for name in ("SSH_CONNECTION", "SSH_TTY", "CI"))
    has_screen = platform == "darwin" or any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    return is_terminal and not is_remote and has_screen


async def open_browser(url: str) -> None:
    """Open the page where `has_browser`; a browser that does not start is no error, the address is on the screen."""
    if has_browser(os.environ, is_terminal=sys.stdout.isatty()):
        await asyncio.to_thread(webbrowser.open, url)
