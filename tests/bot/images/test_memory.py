"""What pictures leave behind in the memory."""

import subprocess
import sys
from pathlib import Path

import pytest

from bot.images.png import write_png
from tests.bot.images.test_png import noise

PROGRAM = """
import sys
from pathlib import Path
from bot.images.encode import encoded
from bot.images.memory import return_large_blocks

def megabytes():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 // 10**6

assert return_large_blocks()
before = megabytes()
for _ in range(2):
    encoded([Path(sys.argv[1])] * 4, None)
print(megabytes() - before)
"""


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="this system shows no processes as files")
def test_the_memory_of_a_grid_is_given_back(tmp_path: Path) -> None:
    """60 MB of it, and more with every grid that is encoded at the same time."""
    path = tmp_path / "a.png"
    path.write_bytes(write_png(noise("RGB", 1024, 1024), {}))
    done = subprocess.run([sys.executable, "-c", PROGRAM, str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 30
