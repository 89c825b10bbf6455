"""Measurements: `make bench` runs each module here, which prints one table.

How to read a table: each row is one thing that a person waits for, from the first byte that the member's client sends
to the answer that it has received, so that the time of server, bot and client is in it. `median` is the usual wait,
`p99` the longest but for one in a hundred (by nearest rank: with 30 runs the longest of all). The processes share the
machine's cores with whatever else runs there: compare rows of one run, or runs on a quiet machine, and take a tenth
more or less for the same. The caption names the machine.
"""

import os

os.environ.setdefault("HF_HUB_OFFLINE", "1")  # what is measured lies here
os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")  # no advice on what is not installed
