"""The licences that the host accepted, kept beside the models: each is asked for once."""

import json
from pathlib import Path

from fourup.hub.presets import Licence

_FILE = "licences.json"


def accepted(models: Path) -> set[Licence]:
    """Those that were; none where nobody was asked yet."""
    try:
        told = json.loads((models / _FILE).read_text(encoding="utf-8"))
        return {Licence(**each) for each in told}
    except (OSError, ValueError, TypeError):
        return set()


def remember(licence: Licence, models: Path) -> None:
    """It was accepted."""
    models.mkdir(parents=True, exist_ok=True)
    kept = sorted({*accepted(models), licence}, key=lambda each: each.url)
    text = json.dumps(
        [{"name": each.name, "url": each.url, "is_commercial": each.is_commercial} for each in kept], indent=1
    )
    (models / _FILE).write_text(text, encoding="utf-8")
