"""The devices that draw, as the configuration wants them."""

from pathlib import Path

from engine.device import Place
from fourup.settings import Settings

MEASURED = "measured.json"
"""What models were measured to take, in the folder that keeps such things."""
TIMES = "start-up.json"
"""How long the engine took to start."""


def place_of(settings: Settings, device: str, out: Path, kept: Path) -> Place:
    """The place of this device: pictures go to `out`; the folder `kept` has what is remembered from start to start."""
    wished = settings.engine
    idle = None if wished.idle_minutes is None else 60 * wished.idle_minutes
    return Place(device, out, wished.rows, kept / TIMES, kept / MEASURED, wished.memory, idle)
