"""docs/prompts.md says what is so."""

import re
from pathlib import Path

import pytest

from bot.prompt.manual import Entry, entry, lines, usage
from bot.prompt.read import read
from bot.prompt.table import BY_SPELLING, PARAMETERS

TEXT = (Path(__file__).parents[3] / "docs" / "prompts.md").read_text(encoding="utf-8")
TABLE = TEXT.partition("## Parameters")[2]
EXAMPLES = re.findall(r"^(?:\| |    )`?([^`\n]+?)`?(?: \| .*)?$", TEXT.partition("## Versions")[0], re.MULTILINE)


def test_the_table_of_the_manual_is_the_table_of_the_language() -> None:
    """Each parameter with its spellings, range, default and versions; nothing else."""
    wanted = [line(entry(parameter)) for parameter in PARAMETERS]
    assert [row for row in TABLE.splitlines() if row.startswith("| `")] == wanted


def line(row: Entry) -> str:
    """As the manual has it."""
    spellings = ", ".join(f"`{each}`" for each in row.spellings)
    return f"| {spellings} | {row.value} | {row.default} | {row.versions} | {row.what} |"


@pytest.mark.parametrize("example", [each for each in EXAMPLES if each not in {"write", "---"}])
def test_the_examples_can_be_typed(example: str) -> None:
    """As they stand."""
    assert read(example).prompts


def test_there_are_examples() -> None:
    """The test above is not empty."""
    assert len(EXAMPLES) > 12


def test_usage_fits_the_version() -> None:
    """Where ranges differ."""
    assert usage(BY_SPELLING["iw"]) == "0 to 3"
    assert usage(BY_SPELLING["iw"], "5.2") == "0 to 2"
    assert usage(BY_SPELLING["stylize"], "3") == "625 to 60000 (whole)"
    assert usage(BY_SPELLING["q"], "7") == "1, 2 or 4"
    assert usage(BY_SPELLING["ar"], "4") == "1:2 to 2:1"
    assert usage(BY_SPELLING["tile"]) == ""


def test_lines_are_for_readers_of_any_language() -> None:
    """Every parameter that can be used, in figures and examples, and all of them fit half a message of Discord's."""
    shapes = {line.typed: line.shape for line in lines()}
    assert list(shapes) == [parameter.typed for parameter in PARAMETERS if not parameter.refused]
    assert shapes["--ar"] == "1:100\u2013100:1"
    assert shapes["--q"] == "0.25 0.5 1 2"
    assert shapes["--sref"] == "https://… 123 random"
    assert shapes["--control"] == "scribble lineart canny depth pose https://…"
    assert shapes["--tile"] == ""
    assert {line.typed: line.shape for line in lines("5.2")}["--iw"] == "0\u20132"
    assert len("\n".join(f"`{line.typed} {line.shape}`" for line in lines())) < 2000
