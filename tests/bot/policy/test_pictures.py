"""What becomes of pictures that look explicit."""

import pytest

from bot.policy.pictures import EXPLICIT, Fate, PictureRules, fate

ON, OFF, MOVING = PictureRules(), PictureRules(is_on=False), PictureRules(channel_id=9)


@pytest.mark.parametrize(
    ("rules", "is_age_restricted", "found"),
    [
        *((ON, False, Fate.WITHHELD), (ON, True, Fate.SPOILERED), (MOVING, False, Fate.MOVED)),
        *((MOVING, True, Fate.SPOILERED), (OFF, False, Fate.SHOWN), (OFF, True, Fate.SHOWN)),
    ],
)
def test_explicit_pictures_are_seen_where_adults_are(
    rules: PictureRules, found: Fate, *, is_age_restricted: bool
) -> None:
    """In age-restricted channels alone, behind a press; harmless ones everywhere."""
    assert fate(EXPLICIT, rules, is_age_restricted=is_age_restricted) is found
    assert fate(EXPLICIT - 0.001, rules, is_age_restricted=is_age_restricted) is Fate.SHOWN
