"""How far the grids are, in a terminal: a bar for each, and below them the picture as it comes."""

from pathlib import Path
from types import TracebackType
from typing import Self

from rich.color import Color
from rich.console import Console, Group
from rich.live import Live
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.style import Style
from rich.text import Text

from engine.protocol import Event, Loading, Rendered, Started
from engine.protocol import Progress as Step
from fourup.pictures import Colour, half_blocks

WIDEST = 64  # cells of a preview
_UPPER_HALF = "\N{UPPER HALF BLOCK}"


class Screen:
    """Shows events; writes nothing where nobody looks at a terminal."""

    def __init__(self, console: Console, titles: list[str]) -> None:
        self._console = console
        self._bars = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TextColumn("{task.fields[said]}", markup=False),
            TimeElapsedColumn(),
            console=console,
        )
        self._tasks: list[TaskID] = [self._bars.add_task(title, total=1.0, said="waiting") for title in titles]
        self._live = Live(self._bars, console=console, transient=True, refresh_per_second=8)

    def __enter__(self) -> Self:
        """Begin to show."""
        if self._console.is_terminal:
            self._live.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._live.is_started:
            self._live.stop()

    def show(self, number: int, event: Event) -> None:
        """What happened to the grid of this number."""
        task = self._tasks[number]
        match event:
            case Loading():
                self._bars.update(task, said=loading(event))
            case Started():
                self._bars.update(task, said="drawing")
            case Step():
                self._bars.update(task, completed=event.fraction, said=f"{event.fraction:.0%}")
                if event.preview and self._can_show_pictures():
                    self._live.update(Group(self._bars, self._picture(Path(event.preview))))
            case Rendered():
                self._bars.update(task, completed=1.0, said="done")

    def _can_show_pictures(self) -> bool:
        return self._live.is_started and self._console.color_system in {"truecolor", "256"}

    def _picture(self, path: Path) -> Text:
        try:
            rows = half_blocks(path, min(WIDEST, self._console.width))
        except OSError:
            return Text()
        return Text("\n").join(Text.assemble(*((_UPPER_HALF, _style(*cell)) for cell in row)) for row in rows)


def loading(event: Loading) -> str:
    """As in "loading the model, 3 of 8 s"; without the whole where it is not known or was too short."""
    seconds = f"{event.seconds:.0f}"
    if event.expected is not None and event.expected > event.seconds:
        seconds += f" of {event.expected:.0f}"
    return f"loading the model{f' {event.model}' if event.model else ''}, {seconds} s"


def _style(upper: Colour, lower: Colour) -> Style:
    return Style(color=Color.from_rgb(*upper), bgcolor=Color.from_rgb(*lower))
