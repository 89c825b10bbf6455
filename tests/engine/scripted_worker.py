"""A device's process whose engine does at once what the prompt says: the seam of the real one, and nothing drawn."""

import argparse
import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from engine.catalogue import Catalogue, entry
from engine.checkpoint import NoModel
from engine.plan.plan import Plan
from engine.protocol import Capabilities, Event, Failed, Picture, Progress, Rendered, RenderRequest, Started
from engine.worker.desk import serve


class Scripted:
    """Draws, dies, freezes or holds, by the prompt's first word."""

    def __init__(self, notes: Path, row_budget: int, emit: Callable[[Event], None]) -> None:
        self._notes = notes
        self._budget = row_budget
        self._emit = emit
        self._held: set[str] = set()

    def submit(self, request: RenderRequest, plan: Plan) -> None:
        """Do what the prompt says."""
        self._emit(Started(request.job_id))
        match request.text[0].text.split()[0]:
            case "draw":
                print("what a library has to say")  # noqa: T201 - it must not disturb the lines
                self._emit(Progress(request.job_id, 0.5))
                picture = Picture("/out/0.png", plan.width, plan.height, plan.seed)
                self._emit(Rendered(request.job_id, (picture,) * plan.count, 0.1))
            case "die":
                os.kill(os.getpid(), signal.SIGKILL)
            case "freeze":
                os.kill(os.getpid(), signal.SIGSTOP)
            case "hold":
                self._held.add(request.job_id)
            case "hang":
                self._emit(Progress(request.job_id, 0.5))
            case word:
                raise ValueError(f"no such thing as {word}")

    def cancel(self, job_id: str, picture: int | None = None) -> None:
        """Let go of what is held."""
        if job_id in self._held:
            self._held.remove(job_id)
            self._emit(Failed(job_id, "cancelled", "As was asked."))

    def capabilities(self) -> Capabilities:
        """Always the same."""
        return Capabilities(("small",), "script", self._budget, self._budget, 0.01)

    def close(self) -> None:
        """Leave a note, by which the test knows that this was reached."""
        self._notes.write_text("closed")


def main() -> int:
    """As engine.worker does, with how to begin as one option more."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--begin", choices=["well", "without a model", "broken", "broken once"], default="well")
    parser.add_argument("--notes", type=Path)
    parser.add_argument("--row-budget", type=int, default=16)
    parser.add_argument("--models")
    told = parser.parse_args()
    catalogue = Catalogue(*(entry(each["name"], each) for each in json.loads(told.models)))

    def open_engine(emit: Callable[[Event], None]) -> Scripted:
        begun = told.notes / "begun"
        is_first = not begun.exists()
        begun.touch()
        if told.begin == "without a model":
            raise NoModel("There is no model.")
        if told.begin == "broken" or (told.begin == "broken once" and is_first):
            raise OSError("the device is gone")
        return Scripted(told.notes / "closed", told.row_budget, emit)

    return serve(catalogue, open_engine)


if __name__ == "__main__":
    sys.exit(main())
