"""What moderators write for a setting."""

import pytest

from bot.policy.errors import Refused
from bot.policy.reading import FREE, OFF, ON, read_value, written
from bot.policy.settings import BY_NAME, UNLIMITED, Value
from bot.words import LOCALES, say

MODELS = ("pocket", "photo")


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("gpu_day", "30", 30),
        ("gpu_day", " 2,5 ", 2.5),
        ("gpu_day", "0", 0),
        ("gpu_day", "Unlimited", UNLIMITED),
        ("waiting", "12", 12),
        ("drawing", "OFF", False),
        ("drawing", "ja", True),
        ("models", "Photo, pocket photo", ["photo", "pocket"]),
        ("models", "all", UNLIMITED),
        ("commands", "/imagine, vary", ["imagine", "vary"]),
        ("quiet", "22-7", "22:00-07:00"),
        ("quiet", "none", UNLIMITED),
        ("suffix", "--no  blood", "--no blood"),
        ("timezone", "Europe/Berlin", "Europe/Berlin"),
        ("gpu_day", "\uff13\uff10", 30),
        ("commands", "imagine、vary", ["imagine", "vary"]),
        ("commands", "imagine\uff0cvary", ["imagine", "vary"]),
        ("quiet", "\uff12\uff12\uff1a00-7", "22:00-07:00"),
    ],
)
def test_what_is_written_is_read(name: str, typed: str, value: Value) -> None:
    """And what is read can be written again."""
    setting = BY_NAME[name]
    assert read_value(setting, typed, MODELS) == value
    assert read_value(setting, written(value), MODELS) == value


@pytest.mark.parametrize("locale", sorted(LOCALES))
def test_what_is_shown_for_a_value_is_read(locale: str) -> None:
    """In the reader's own words; none of them is taken for another one."""
    assert read_value(BY_NAME["drawing"], say("limit.value.on", locale)) is True
    assert read_value(BY_NAME["drawing"], say("limit.value.off", locale)) is False
    assert read_value(BY_NAME["gpu_day"], say("limit.value.unlimited", locale)) == UNLIMITED
    assert read_value(BY_NAME["models"], say("limit.value.all", locale), MODELS) == UNLIMITED
    assert read_value(BY_NAME["quiet"], say("limit.value.none", locale)) == UNLIMITED
    assert not ON & OFF
    assert not (ON | OFF) & FREE


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("gpu_day", "-1"), ("gpu_day", "1441"), ("gpu_day", "much"), ("gpu_day", "nan"), ("gpu_day", "1e400"),
        ("waiting", "1.5"), ("grids", "0"), ("waiting", "unlimited"), ("waiting", "9" * 500),
        ("drawing", "maybe"), ("models", "gone"), ("models", ","), ("commands", "ban"),
        ("quiet", "all day"), ("suffix", "a cat"), ("suffix", "--stylize 9999"), ("suffix", "{a, b}"),
        ("timezone", "Mars/Base"), ("timezone", "../../etc/passwd"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_with_the_cure(name: str, typed: str) -> None:
    """In one sentence, that quotes what was written."""
    with pytest.raises(Refused) as refused:
        read_value(BY_NAME[name], typed, MODELS)
    assert refused.value.title == "Invalid parameter"
    assert "write" in refused.value.sentence("en") or "cannot stand" in refused.value.sentence("en")


def test_what_is_wrong_with_a_suffix_is_told_in_one_language() -> None:
    """The sentence within the sentence too."""
    with pytest.raises(Refused) as refused:
        read_value(BY_NAME["suffix"], "--stylize 9999", MODELS)
    assert "`--stylize` must be between 0 and 1000" in refused.value.sentence("en")
    assert "`--stylize` muss mit `--version 6.1` zwischen 0 und 1000 sein" in refused.value.sentence("de")
