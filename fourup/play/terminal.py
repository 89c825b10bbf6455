"""What the host reads while the playground runs."""

from pathlib import Path

from rich.console import Console
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from fourup.play.watch import Report

_LOUD = {"crashed": "bold red", "stopped": "yellow"}


class Terminal:
    """Writes to a console; plain lines where that is no terminal."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._last = Report("stopped")

    def address(self, url: str, data: Path) -> None:
        """The panel that says where the playground is."""
        rows = Table.grid(padding=(0, 2))
        rows.add_column(style="bold", no_wrap=True)
        rows.add_column(overflow="fold")
        rows.add_row("Open", Text(url, style=f"bold cyan link {url}"))
        rows.add_row("Data", str(data))
        rows.add_row("Try", "type /imagine a red apple in #general")
        rows.add_row("Stop", "Ctrl-C")
        self._console.print(Panel(rows, title="Fourup's playground", expand=False, padding=(1, 2)))

    def log(self, who: str, line: str) -> None:
        """A line that a process wrote."""
        self._print(Text.assemble((f"{who:>10} │ ", "dim"), Text.from_ansi(line)))

    def say(self, sentence: str, style: str = "") -> None:
        """A sentence of our own."""
        self._print(Text(sentence, style=style))

    def report(self, report: Report) -> None:
        """What is new about the bot's process, in a sentence."""
        before, self._last = self._last, report
        if report.state == before.state:
            return
        sentence = {
            "starting": "The bot is starting.",
            "running": f"The bot is online (process {report.pid}).",
            "stopped": "The bot is stopped; Start in the page starts it.",
            "crashed": report.detail,
        }[report.state]
        self.say(sentence, _LOUD.get(report.state, "green" if report.state == "running" else "dim"))

    def _print(self, text: Text) -> None:
        self._console.print(text, soft_wrap=True, highlight=False)
