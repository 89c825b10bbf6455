"""The pictures of docs/: `python -m tests.browser.screenshots [SCENE ...]` takes them from the running page."""

import argparse
import asyncio
import shutil
import sys
import time
import traceback
from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.async_api import Browser, async_playwright

from tests.browser.conftest import FLAGS
from tests.browser.shots.conversation import conversation
from tests.browser.shots.first import greeting, limits
from tests.browser.shots.front import front
from tests.browser.shots.panels import panels
from tests.browser.shots.reading import reading
from tests.browser.shots.region import spent
from tests.browser.shots.shooting import FOLDER, INTO
from tests.browser.shots.windows import windows

SCENES: Mapping[str, Callable[[Browser], Awaitable[None]]] = {
    "greeting": greeting,
    "limits": limits,
    "conversation": conversation,
    "reading": reading,
    "panels": panels,
    "front": front,
    "spent": spent,
    "windows": windows,
}
TRIES = 2
LONGEST = 1200.0  # seconds: a scene that takes longer hangs


async def take(names: Sequence[str], target: Path) -> list[str]:
    """The scenes of these names, each from a browser and a playground of its own; those that could not be taken.

    The pictures of a scene come into the folder together, once all are there: what fails leaves the old ones.
    """
    return [name for name in names if not await _taken(name, target)]


async def _taken(name: str, target: Path) -> bool:
    for attempt in range(1, TRIES + 1):
        began = time.monotonic()
        with TemporaryDirectory() as folder:
            try:
                async with asyncio.timeout(LONGEST):
                    await _scene(name, Path(folder))
            except Exception:  # noqa: BLE001 # whatever it was, the other scenes are taken
                traceback.print_exc()
                _say(f"{name}: failed ({attempt} of {TRIES})")
                continue
            shutil.copytree(folder, target, dirs_exist_ok=True)
        _say(f"{name}: taken in {time.monotonic() - began:.0f} s")
        return True
    return False


async def _scene(name: str, folder: Path) -> None:
    INTO.set(folder)
    found = shutil.which("chromium") or shutil.which("google-chrome")
    flags = [flag for flag in FLAGS if not flag.startswith(("--headless", "--remote"))]
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=found, args=flags)
        try:
            await SCENES[name](browser)
        finally:
            await browser.close()


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    """0 where all were taken; else 1, with the names of those that were not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenes", nargs="*", metavar="SCENE", help=f"all, or some of: {', '.join(SCENES)}")
    parser.add_argument("--into", type=Path, default=FOLDER, metavar="FOLDER")
    given = parser.parse_args()
    if unknown := [each for each in given.scenes if each not in SCENES]:
        parser.error(f"There is no scene {unknown[0]}; there are {', '.join(SCENES)}.")
    failed = asyncio.run(take(given.scenes or list(SCENES), given.into))
    if failed:
        _say(f"Not taken: {', '.join(failed)}. What stood there before is still there.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
