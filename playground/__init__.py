"""Discord on this machine, over its own protocol and real sockets, with a page to chat in."""

from playground.clock import Clock
from playground.rest.door import Exchange
from playground.server import Names, Options, Playground

__all__ = ["Clock", "Exchange", "Names", "Options", "Playground"]
