"""The command line of Fourup: the composition root, which wires the other packages together."""

from importlib.metadata import version

__version__ = version("fourup")
