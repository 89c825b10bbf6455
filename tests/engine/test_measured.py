"""What models were measured to take: how many rows that makes, and how it is remembered."""

from dataclasses import replace
from pathlib import Path

import pytest

from engine.measured import GUESS, MOST, Appetite, Record, identity_of

GIB = 1024**3
SDXL = Appetite(
    weights=7 * GIB,
    beside=GIB // 2,
    line=GIB,
    decoding=4 * GIB,
    loading=9.5,
    pass_seconds=0.01,
    line_seconds=0.06,
)


@pytest.mark.parametrize(("free", "lines"), [(10, 4), (17, 10), (80, 16), (4, 1)])
def test_as_many_rows_are_drawn_as_fit_the_memory(free: int, lines: int) -> None:
    """Beside a picture that is decoded, with a tenth to spare; one is always tried, and no more than are worth it."""
    assert SDXL.lines(free * GIB) == lines


def test_a_device_that_few_rows_keep_busy_gets_no_more() -> None:
    """More rows would only take longer; where each pass has much to begin with, many are worth it."""
    assert replace(SDXL, pass_seconds=0.0).worthwhile == GUESS
    assert replace(SDXL, pass_seconds=0.3, line_seconds=0.05).worthwhile == 54
    assert replace(SDXL, pass_seconds=9.0).worthwhile == MOST
    assert replace(SDXL, line_seconds=0.0).worthwhile == MOST


def test_what_was_measured_is_remembered_by_device_and_model(tmp_path: Path) -> None:
    """A second card of another kind, and another model, are measured by themselves."""
    Record(tmp_path / "deep" / "measured.json").keep("H200", "photo|1:2", SDXL, model="photo", lines=16)
    record = Record(tmp_path / "deep" / "measured.json")
    record.keep("cpu", "photo|1:2", replace(SDXL, line=5))
    assert record.get("H200", "photo|1:2") == SDXL
    assert record.get("cpu", "photo|1:2") == replace(SDXL, line=5)
    assert record.get("H200", "photo|1:3") is None
    assert record.read()["H200 photo|1:2"]["lines"] == 16


@pytest.mark.parametrize("text", ["", "{", "[1]", '{"cpu a": 5}', '{"cpu a": {"weights": 5}}'])
def test_a_damaged_record_is_no_record(tmp_path: Path, text: str) -> None:
    """It is measured anew, and the file is whole again."""
    file = tmp_path / "measured.json"
    file.write_text(text)
    assert Record(file).get("cpu", "a") is None
    Record(file).keep("cpu", "a", SDXL)
    assert Record(file).get("cpu", "a") == SDXL


def test_a_folder_that_takes_nothing_is_no_reason_to_stop(tmp_path: Path) -> None:
    """Nothing is remembered, and nothing fails."""
    (tmp_path / "file").touch()
    record = Record(tmp_path / "file" / "measured.json")
    record.keep("cpu", "a", SDXL)
    assert record.read() == {}


def test_a_model_is_another_when_its_weights_are(tmp_path: Path) -> None:
    """By its files' sizes and times; what lies beside them does not count."""
    weights = tmp_path / "photo" / "unet" / "model.safetensors"
    weights.parent.mkdir(parents=True)
    weights.write_bytes(b"one")
    before = identity_of(tmp_path / "photo")
    (tmp_path / "photo" / "README.md").touch()
    assert identity_of(tmp_path / "photo") == before
    weights.write_bytes(b"another")
    assert identity_of(tmp_path / "photo") != before
