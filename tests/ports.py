"""Ports for servers that a test starts itself."""

import random
import socket
from contextlib import suppress

LEAST, MOST = 15_000, 32_000
"""Below those that systems hand out to whoever asks for any, so that no other connection takes one in the meantime."""


def free_port() -> int:
    """One that nothing listens on."""
    while True:
        number = random.randint(LEAST, MOST)
        with suppress(OSError), socket.create_server(("127.0.0.1", number)):
            return number
