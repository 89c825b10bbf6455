"""What a terminal shows while pictures are drawn."""

import io
from pathlib import Path

import pytest
from PIL import Image
from rich.console import Console

from engine.protocol import Loading, Progress, Rendered, Started
from fourup.imagine.screen import Screen, loading


def shown(*events: Loading | Started | Progress | Rendered, is_terminal: bool = True) -> str:
    """The last that is seen of these events."""
    console = Console(
        file=io.StringIO(), force_terminal=is_terminal, color_system="truecolor", width=100, legacy_windows=False
    )
    with Screen(console, ["a cat [red]"]) as screen:
        for event in events:
            screen.show(0, event)
    return console.file.getvalue()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("event", "told"),
    [
        (Loading("1", 3.2, 8.1), "loading the model, 3 of 8 s"),
        (Loading("1", 3.2), "loading the model, 3 s"),
        (Loading("1", 3.2, 8.1, "photo"), "loading the model photo, 3 of 8 s"),
        (Loading("1", 9.0, 8.0), "loading the model, 9 s"),
        (Started("1"), "drawing"),
        (Progress("1", 0.5), "50%"),
        (Rendered("1", (), 0.1), "done"),
    ],
)
def test_the_bar_says_how_far_it_is(event: Loading | Started | Progress | Rendered, told: str) -> None:
    """From the start of the engine to the end; a prompt is no markup."""
    seen = shown(event)
    assert told in seen
    assert "a cat [red]" in seen


def test_a_start_that_takes_longer_than_the_last_promises_nothing() -> None:
    """Rather than "9 of 8 s"."""
    assert loading(Loading("1", 8.0, 8.0)) == "loading the model, 8 s"


def test_a_terminal_with_colours_shows_the_picture_as_it_comes(tmp_path: Path) -> None:
    """In half cells; one that has gone meanwhile is left out."""
    Image.new("RGB", (64, 64), (200, 10, 20)).save(tmp_path / "preview.jpg", quality=95)
    assert "▀" in shown(Progress("1", 0.5, str(tmp_path / "preview.jpg")))
    assert "▀" not in shown(Progress("1", 0.5, str(tmp_path / "gone.jpg")))


def test_where_nobody_looks_nothing_is_written() -> None:
    """A log gets no bars."""
    assert shown(Started("1"), Progress("1", 0.5), is_terminal=False) == ""
