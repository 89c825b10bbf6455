"""What `fourup doctor` says of the models that were pulled: whether they are what they were when they came."""

from collections import Counter
from pathlib import Path

from fourup.doctor.finding import Finding
from fourup.errors import CannotPull
from fourup.hub.manifest import FILE, Manifest, is_what_was_listed

SMALL = 16 * 1024**2
"""Bytes up to which a file is read and compared; of larger ones the size is looked at, since they take minutes."""
SHOWN = 3
_DIGITS = 10
"""Of a commit."""


def pulled_findings(models: Path) -> list[Finding]:
    """One for each folder with a manifest in it, by name."""
    folders = sorted(folder for folder in models.iterdir() if (folder / FILE).is_file()) if models.is_dir() else []
    return [_finding(folder) for folder in folders]


def _finding(folder: Path) -> Finding:
    name = f"pulled {folder.name}"
    try:
        manifest = Manifest.read(folder)
    except CannotPull as failure:
        return Finding.fail(name, f"its {FILE} is damaged", str(failure))
    assert manifest is not None  # noqa: S101 - the file is there
    again = f"Fetch what is wrong: fourup models pull {manifest.name}"
    if not manifest.is_whole:
        return Finding.warn(name, "was not fetched to the end, so nothing is drawn with it", again)
    wrong = _wrong(folder, manifest)
    if wrong:
        more = f" and {len(wrong) - SHOWN} more" if len(wrong) > SHOWN else ""
        told = ", ".join(f"{path} {what}" for path, what in list(wrong.items())[:SHOWN])
        return Finding.fail(name, f"is damaged: {told}{more}", again)
    commits = Counter(f"{each.repository} {each.revision[:_DIGITS]}" for each in manifest.files.values())
    licence = manifest.licence if manifest.is_commercial else f"{manifest.licence}, never by default"
    files = f"{len(manifest.files)} files are there; their hashes: fourup models verify {manifest.name}"
    return Finding.ok(name, f"{', '.join(commits)}; {licence}; {files}")


def _wrong(folder: Path, manifest: Manifest) -> dict[str, str]:
    wrong = {}
    for path, kept in manifest.files.items():
        file = folder / path
        if not file.is_file():
            wrong[path] = "is missing"
        elif file.stat().st_size != kept.size:
            wrong[path] = f"has {file.stat().st_size} bytes instead of {kept.size}"
        elif kept.size <= SMALL and not is_what_was_listed(file, kept):
            wrong[path] = "holds something else"
    return wrong
