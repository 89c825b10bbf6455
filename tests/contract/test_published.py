"""Discord's published file is at hand."""

from __future__ import annotations

from tests.contract.contract import Contract


def test_every_exchange_is_held_against_discords_file(contract: Contract) -> None:
    """Skipped where FOURUP_DISCORD_OPENAPI names no file: then the other tests run without the contract."""
    assert len(contract.operations) > 200
