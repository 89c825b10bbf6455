"""Whether a browser is opened."""

import pytest

from fourup.play.browser import has_browser

SCREEN = {"DISPLAY": ":0"}


@pytest.mark.parametrize(
    ("environment", "is_terminal", "platform", "opens"),
    [
        (SCREEN, True, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True, "linux", True),
        ({}, True, "darwin", True),
        ({}, True, "linux", False),
        (SCREEN, False, "linux", False),
        (SCREEN | {"SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"}, True, "linux", False),
        (SCREEN | {"CI": "true"}, True, "linux", False),
    ],
)
def test_only_where_somebody_sits_before_a_screen(
    environment: dict[str, str], is_terminal: bool, platform: str, opens: bool
) -> None:
    """Not over ssh, not in continuous integration, not into a pipe, not without a display."""
    assert has_browser(environment, is_terminal=is_terminal, platform=platform) is opens
