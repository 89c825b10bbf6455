"""Pulling a model: what it needs is written down first, at the commits of that moment, then fetched file by file."""

import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from fourup.errors import CannotPull
from fourup.hub.choice import chosen
from fourup.hub.manifest import Kept, Manifest, is_what_was_listed, sha256
from fourup.hub.presets import Preset
from fourup.hub.remote import PART, fetch, listed

_SPARE = 1024**3
"""Bytes that stay free."""


@dataclass(frozen=True)
class Progress:
    """Who hears of it: the whole at first, then each piece."""

    on_total: Callable[[int], None] = lambda _: None
    on_bytes: Callable[[int], None] = lambda _: None


def planned(preset: Preset, *, with_adapters: bool, revision: str | None = None) -> Manifest:
    """The model's files at this moment's commits, asked of the hub; nothing is fetched."""
    sources = [*preset.sources, *([preset.adapters] if with_adapters and preset.adapters else [])]
    trees = {
        name: listed(name, revision if name == sources[0].repository else None)
        for name in dict.fromkeys(source.repository for source in sources)
    }
    files: dict[str, Kept] = {}
    for source in sources:
        for path, remote in chosen(trees[source.repository], source, preset.family).items():
            files[path] = Kept(**asdict(remote))
    return Manifest(
        name=preset.name,
        family=preset.family,
        licence=preset.licence.name,
        licence_url=preset.licence.url,
        is_commercial=preset.licence.is_commercial,
        files=files,
        settings=dict(preset.settings),
    )


def pull(manifest: Manifest, folder: Path, progress: Progress) -> Manifest:
    """Fetch what is missing of the model, and return it whole. What is there already is read and compared."""
    manifest = replace(manifest, is_whole=False)
    manifest.write(folder)
    progress.on_total(manifest.size)
    missing = {
        path: kept for path, kept in manifest.files.items() if not _is_there(folder / path, kept, progress.on_bytes)
    }
    _check_room(folder, missing)
    for path, kept in missing.items():
        fetch(kept, folder / path, progress.on_bytes)
    hashed = {
        path: kept if kept.sha256 else replace(kept, sha256=sha256(folder / path))
        for path, kept in manifest.files.items()
    }
    whole = replace(manifest, files=hashed, is_whole=True)
    whole.write(folder)
    return whole


def _is_there(file: Path, kept: Kept, on_bytes: Callable[[int], None]) -> bool:
    if not file.is_file() or file.stat().st_size != kept.size or not is_what_was_listed(file, kept):
        return False
    on_bytes(kept.size)
    return True


def _check_room(folder: Path, missing: dict[str, Kept]) -> None:
    """Raises CannotPull where the disk is too small for what is still to come."""
    parts = [(folder / path).with_name((folder / path).name + PART) for path in missing]
    here = sum(part.stat().st_size for part in parts if part.is_file())
    needed = sum(kept.size for kept in missing.values()) - here + (_SPARE if missing else 0)
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise CannotPull(
            f"{folder} has {gib(free)} free, and {gib(needed)} are needed: make room, or set storage.models "
            "to a folder on a larger disk."
        )


def gib(size: int) -> str:
    """Bytes as people read them."""
    return f"{size / 1024**3:.1f} GiB" if size >= 1024**3 / 10 else f"{size / 1024**2:.1f} MiB"
