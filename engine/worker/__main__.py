"""The process of one device, as the client starts it."""

import argparse
import json
import logging
import os
from collections.abc import Callable
from pathlib import Path

from engine.catalogue import Catalogue, entry
from engine.measured import Record
from engine.protocol import Event
from engine.worker.desk import Draws, serve


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m engine.worker", description="Draws; started by Fourup itself.")
    parser.add_argument("--device", required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--row-budget", type=int, help="lines that are drawn at once; measured if left out")
    parser.add_argument("--measured", type=Path, help="the file that keeps what was measured")
    parser.add_argument("--memory", type=int, help="the most that models may take, in bytes")
    parser.add_argument("--idle", type=float, help="seconds without a job, after which models are unloaded")
    parser.add_argument("--models", required=True, help="the catalogue's entries as JSON")
    return parser.parse_args()


def chosen(device: str) -> str:
    """The device itself, where `auto` leaves it open: a GPU where there is one."""
    import torch

    if device != "auto":
        return device
    if torch.cuda.is_available():
        return "cuda"
    return "mps" if torch.backends.mps.is_available() else "cpu"


def main() -> int:
    """Draw on one device until told to stop."""
    told = _arguments()
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
    catalogue = Catalogue(*(entry(each["name"], each) for each in json.loads(told.models)))

    def open_engine(emit: Callable[[Event], None]) -> Draws:
        # Models are files of the host's: no library asks the network for one, or talks of what it lacks.
        os.environ.update(HF_HUB_OFFLINE="1", TRANSFORMERS_VERBOSITY="error", DIFFUSERS_VERBOSITY="error")
        from engine.worker.engine import Engine, Habits
        from engine.worker.models import Model

        models = {each.name: Model.of(each) for each in catalogue.entries}
        record = None if told.measured is None else Record(told.measured)
        habits = Habits(told.row_budget, record, told.memory, told.idle)
        engine = Engine(models, chosen(told.device), told.out, emit, habits)
        if catalogue.entries:
            engine.load(catalogue.entries[0].name)
        engine.start()
        return engine

    return serve(catalogue, open_engine)


if __name__ == "__main__":
    code = main()
    logging.shutdown()
    os._exit(code)  # torch takes seconds to take itself down, and everything that counts is closed
