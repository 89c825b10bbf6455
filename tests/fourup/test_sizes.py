"""Sizes as people write them."""

import pytest

from fourup.errors import ConfigurationError
from fourup.settings import load
from fourup.sizes import size


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("20 GB", 20_000_000_000),
        ("512 MiB", 536_870_912),
        ("1.5kb", 1500),
        ("2 TiB", 2 << 40),
        ("100", 100),
        (100, 100),
        (None, None),
        ("", None),
    ],
)
def test_sizes_are_read_as_people_write_them(written: object, found: int | None) -> None:
    """A thousand to the step, or 1024 where an i stands in it."""
    assert size(written) == found


@pytest.mark.parametrize("written", ["much", "20 XB", "-1 GB", "GB", "1 2 GB"])
def test_what_is_no_size_is_told_with_an_example(written: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """As any other wrong value."""
    with pytest.raises(ValueError, match="20 GB"):
        size(written)
    monkeypatch.setenv("FOURUP_STORAGE__MAX", written)
    with pytest.raises(ConfigurationError, match=r"storage.max .* write a size such as"):
        load()
