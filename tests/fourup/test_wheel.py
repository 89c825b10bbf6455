"""The distribution: what it carries, and that it plays where the sources are not."""

import asyncio
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

from bot.asking.library import DOCUMENTS
from playground.member import Member
from tests.fourup.play.house import house

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from the sources as they are."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = folder.glob("*.whl")
    return built


def environment(folder: Path, *, with_pip: bool) -> Path:
    """A new virtual environment; its interpreter."""
    venv.create(folder, with_pip=with_pip, symlinks=True)
    return folder / "bin" / "python"


async def output(*command: str | Path) -> str:
    """What a command that succeeds prints."""
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(*map(str, command), stdout=pipe, stderr=asyncio.subprocess.STDOUT)
    printed, _ = await process.communicate()
    assert process.returncode == 0, printed.decode()
    return printed.decode()


async def plays(python: Path, port: int, data: Path) -> None:
    """`fourup play` of that interpreter shows its page and answers /help."""
    async with house(port, data, str(python)) as home:
        await home.until_online()
        async with Member(home.origin, "ada") as ada:
            await ada.slash(ada.channel("general"), "help")
            message = await ada.wait_message(lambda message: bool(message["flags"] & 64))
            assert "Fourup" in str(message["components"])


def test_it_carries_the_packages_and_nothing_else(wheel: Path) -> None:
    """Every tracked file of theirs, the page's too; no tests, no measurements."""
    names = {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert {name.partition("/")[0] for name in names} == {"fourup", "bot", "engine", "playground", "migrations"}
    folders = ("fourup", "bot", "engine", "playground", "migrations")
    sources = {
        str(path.relative_to(ROOT))
        for folder in folders
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    documents = {f"bot/asking/documents/{name}.md" for name in DOCUMENTS}
    assert names == sources | documents
    assert "playground/page/index.html" in names


def test_it_names_its_licence_and_its_command(wheel: Path) -> None:
    """MIT, with its text; `fourup` on the path."""
    archive = ZipFile(wheel)
    about = {Path(name).name: archive.read(name).decode() for name in archive.namelist() if ".dist-info/" in name}
    assert "License-Expression: MIT" in about["METADATA"]
    assert "Requires-Dist: torch==2.13.0" in about["METADATA"]
    assert "fourup = fourup.__main__:main" in about["entry_points.txt"]
    assert "Permission is hereby granted" in about["LICENSE"]


async def test_it_plays_without_the_sources(wheel: Path, unused_tcp_port: int, bare_host: Path) -> None:
    """In an environment of its own, with the libraries of this one beside it."""
    python = environment(bare_host / "env", with_pip=False)
    (packages,) = (bare_host / "env" / "lib").glob("python*/site-packages")
    ZipFile(wheel).extractall(packages)
    (packages / "beside.pth").write_text(sysconfig.get_path("purelib"))
    assert (await output(python, "-P", "-c", "import bot; print(bot.__file__)")).startswith(str(packages))
    asked = "from bot.asking import library_of; print(library_of('en').answer('how do I make a backup').section.key)"
    assert (await output(python, "-P", "-c", asked)).strip() == "hosting:copies"
    await plays(python, unused_tcp_port, bare_host / "data")


@pytest.mark.proof
@pytest.mark.timeout(1800)
async def test_it_plays_in_an_empty_environment(
    wheel: Path, unused_tcp_port: int, bare_host: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Installed by pip with everything that it needs, and nothing else; takes minutes and the network."""
    python = environment(bare_host / "env", with_pip=True)
    await output(python, "-m", "pip", "install", "--quiet", wheel)
    await plays(python, unused_tcp_port, bare_host / "data")
    monkeypatch.setenv("FOURUP_DISCORD__API_BASE", f"http://127.0.0.1:{unused_tcp_port}/api")
    assert "ok   packages" in await output(python, "-m", "fourup", "doctor")
