"""`fourup explain` without a prompt: asks for one after the other, and completes what is typed on Tab."""

from collections.abc import Callable, Iterator
from typing import TextIO

from rich.console import Console

from bot.prompt.completion import LONGEST, Known, completions
from fourup.explain.steps import BY, By

QUESTION = "prompt> "


def prompts(source: TextIO, console: Console, by: By = BY) -> Iterator[str]:
    """The prompts that are typed, until the input ends or Ctrl-C; empty lines are passed over."""
    read_line = _from_terminal(by) if source.isatty() else source.readline
    while True:
        try:
            line = read_line()
        except (EOFError, KeyboardInterrupt):
            console.print()
            return
        if not line:
            return
        if line.strip():
            yield line.strip()


def offers(line: str, word: str, by: By = BY) -> list[str]:
    """What the last word of a line could become; only the end of a long line is looked at."""
    start = max(0, len(line) - LONGEST // 2)
    seen = line[start:]
    return [
        choice.value[len(seen) - len(word) :]
        for choice in completions(seen, Known(by.mine.macros), by.rules)
        if choice.value != seen
    ]


def _from_terminal(by: By) -> Callable[[], str]:
    """Lines with editing, history and completion, where Python was built with them."""
    try:
        import readline  # noqa: PLC0415  # it takes hold of the terminal, and some Pythons have none
    except ImportError:
        return lambda: f"{input(QUESTION)}\n"

    def complete(word: str, number: int) -> str | None:
        found = offers(readline.get_line_buffer()[: readline.get_endidx()], word, by)
        return found[number] if number < len(found) else None

    readline.set_completer_delims(" ")
    readline.set_completer(complete)
    readline.parse_and_bind("tab: complete")
    return lambda: f"{input(QUESTION)}\n"
