"""What doctor says of measured memory."""

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from engine.measured import Appetite, Record
from fourup.doctor.measured import measured_findings
from fourup.settings import Engine

GIB = 1024**3
PHOTO = Appetite(7 * GIB, GIB // 2, GIB, 2 * GIB, 9.0, 0.0, 0.1)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """After a start with a model on a card."""
    file = tmp_path / "measured.json"
    Record(file).keep("H200", "photo", PHOTO, model="photo", free=20 * GIB, lines=PHOTO.lines(20 * GIB))
    return file


def test_measured_rows_are_told_with_their_reason(file: Path) -> None:
    """How many at once, and what each takes of how much."""
    (finding,) = measured_findings(file, Engine())
    assert (finding.name, finding.status) == ("rows of photo", "ok")
    assert finding.message == "15 at once: 7.0 GiB and 1.0 GiB a row on H200, of 20.0 GiB left"
    (fixed,) = measured_findings(file, Engine(rows=24))
    assert fixed.message.startswith("engine.rows says 24 at once, 15 fit")


def test_a_full_card_is_a_warning_with_the_cure(file: Path) -> None:
    """A grid would be drawn picture by picture."""
    Record(file).keep("H200", "photo", PHOTO, model="photo", free=5 * GIB, lines=PHOTO.lines(5 * GIB))
    (finding,) = measured_findings(file, Engine())
    assert finding.status == "warn"
    assert "engine.memory" in finding.cure


@pytest.mark.parametrize("told", [{}, {"a": {}}, {"a": asdict(PHOTO)}, {"a": asdict(PHOTO) | {"free": "x"}}])
def test_what_cannot_be_read_is_passed_over(tmp_path: Path, told: object) -> None:
    """Before the first start there is nothing at all."""
    (tmp_path / "measured.json").write_text(json.dumps(told))
    assert measured_findings(tmp_path / "measured.json", Engine()) == []
    assert measured_findings(tmp_path / "none.json", Engine()) == []
