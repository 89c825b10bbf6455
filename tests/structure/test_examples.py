"""The programs in the documents run."""

import ast
import re
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.structure.source import ROOT

DOCUMENT = ROOT / "docs" / "playground.md"


def programs(path: Path) -> list[str]:
    """The indented blocks that import something."""
    blocks = re.findall(r"(?:^(?: {4}.*)?\n)+", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [text for text in map(textwrap.dedent, blocks) if text.lstrip().startswith("import ")]


@pytest.mark.parametrize("number", range(len(programs(DOCUMENT))))
def test_the_examples_run_as_they_stand(number: int, tmp_path: Path) -> None:
    """Copied into a file, each ends without an error."""
    program = programs(DOCUMENT)[number]
    ast.parse(program)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 0, done.stderr


def test_there_are_examples() -> None:
    """The test above is not empty."""
    assert len(programs(DOCUMENT)) == 2
