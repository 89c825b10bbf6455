"""The engine's own files of jobs that it has drawn: they stay a while for whoever reads them, then they go."""

import asyncio
import shutil
from collections import deque
from collections.abc import Container
from pathlib import Path

KEPT = 60.0  # seconds


class Leftovers:
    """Folders, each named by its job, and when they may go."""

    def __init__(self) -> None:
        self._folders: deque[tuple[float, Path]] = deque()

    def add(self, folder: Path | None) -> None:
        """Nothing more is drawn into it, unless its job is drawn again."""
        if folder is not None:
            self._folders.append((asyncio.get_running_loop().time() + KEPT, folder))

    async def tidy(self, jobs: Container[str]) -> None:
        """Take away those that are old; not those of these jobs, which are being drawn again."""
        now = asyncio.get_running_loop().time()
        while self._folders and self._folders[0][0] < now:
            _, folder = self._folders.popleft()
            if folder.name not in jobs:
                await asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True)
