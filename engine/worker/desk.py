"""Where a device's process meets the one that started it: lines come in, lines go out, an engine draws in between."""

import json
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from engine.catalogue import Catalogue, NotInTheCatalogue
from engine.checkpoint import NoModel, facts_of
from engine.parent import when_parent_goes
from engine.plan.make import make_plan
from engine.plan.plan import CannotDraw, Plan
from engine.protocol import Beat, Cancel, Capabilities, Event, Failed, Message, RenderRequest, from_dict, to_dict
from engine.reasons import Reason
from engine.restarts import NO_USE
from engine.worker.shapes import with_shape_of_start

BEAT = 0.5  # seconds between two signs of life
_STANDARD_OUTPUT, _STANDARD_ERROR = 1, 2

_log = logging.getLogger(__name__)


class Draws(Protocol):
    """What the desk needs of an engine; its events come from any thread."""

    def submit(self, request: RenderRequest, plan: Plan) -> None:
        """Take a job, and return at once."""

    def cancel(self, job_id: str, picture: int | None = None) -> None:
        """End a job, or one of its pictures."""

    def capabilities(self) -> Capabilities:
        """What it can take now."""

    def close(self) -> None:
        """Stop."""


class Voice:
    """Writes messages, a line each, to what was standard output; what libraries print goes to standard error."""

    def __init__(self) -> None:
        self._lines = os.fdopen(os.dup(_STANDARD_OUTPUT), "w", encoding="utf-8")
        self._lock = threading.Lock()
        os.dup2(_STANDARD_ERROR, _STANDARD_OUTPUT)

    def say(self, message: Message) -> None:
        """From any thread. Where nobody listens any more, the end is near, and what is said is lost."""
        line = json.dumps(to_dict(message))
        with self._lock:
            try:
                self._lines.write(line + "\n")
                self._lines.flush()
            except BrokenPipeError:
                return


class Desk:
    """Takes requests to the engine, and answers those that it cannot draw."""

    def __init__(self, catalogue: Catalogue, engine: Draws, say: Callable[[Event], None]) -> None:
        self._catalogue = catalogue
        self._engine = engine
        self._say = say

    def hear(self, line: bytes) -> None:
        """One line of the parent's."""
        message = from_dict(json.loads(line))
        if isinstance(message, RenderRequest):
            self._draw(message)
        elif isinstance(message, Cancel):
            self._engine.cancel(message.job_id, message.picture)

    def _draw(self, request: RenderRequest) -> None:
        try:
            entry = self._catalogue.answer(request.parameters).entry
            facts = entry.facts(facts_of(Path(entry.path), entry.name, entry.family))
            shaped = with_shape_of_start(request)
            self._engine.submit(shaped, make_plan(shaped, facts))
        except (CannotDraw, NotInTheCatalogue) as refusal:
            self._say(Failed.because(request.job_id, "refused", refusal.reason))
        except NoModel as broken:
            _log.error("job %s: %s", request.job_id, broken)
            self._say(Failed.because(request.job_id, "refused", Reason("model.broken", {"name": entry.name})))
        except Exception:  # noqa: BLE001 - it ends the job and not the process
            _log.exception("job %s could not be taken", request.job_id)
            self._say(Failed(request.job_id, "fault", f"The engine could not take this job ({request.job_id})."))


def serve(catalogue: Catalogue, open_engine: Callable[[Callable[[Event], None]], Draws]) -> int:
    """Draw until told to stop, or until the parent has gone; the exit code.

    `open_engine` is handed the way out for events, and may take its time: signs of life are given meanwhile, and being
    told to stop ends the process there and then.
    """
    stop, is_open, voice = threading.Event(), threading.Event(), Voice()
    desks: list[Desk] = []

    def end(*_: object) -> None:
        if not is_open.is_set():
            os._exit(0)  # nothing is in hand, and what is being loaded would take its time
        stop.set()

    def hear(line: bytes) -> None:
        is_open.wait()
        desks[0].hear(line)

    signal.signal(signal.SIGTERM, end)
    when_parent_goes(end, hear)
    engines: list[Draws] = []
    beats = threading.Thread(target=_beat, args=(voice, stop, engines), name="beat", daemon=True)
    beats.start()
    try:
        engine = open_engine(voice.say)
    except NoModel as failure:
        sys.stderr.write(f"{failure}\n")
        return NO_USE
    desks.append(Desk(catalogue, engine, voice.say))
    is_open.set()
    try:
        engines.append(engine)
        voice.say(engine.capabilities())
        stop.wait()
    finally:
        stop.set()
        engine.close()
    return 0


def _beat(voice: Voice, stop: threading.Event, engines: list[Draws]) -> None:
    """Say that we live, and what can be taken once there is an engine."""
    while not stop.is_set():
        voice.say(engines[0].capabilities() if engines else Beat())
        stop.wait(BEAT)
