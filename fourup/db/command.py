"""What `fourup db` says in a terminal."""

import asyncio
from pathlib import Path

from rich.console import Console

from bot.store.errors import StoreError
from bot.store.migrate import migrate
from fourup.db.backup import Copied, backup
from fourup.db.check import Report, check, tidy
from fourup.db.opened import reading, revision
from fourup.db.restore import restore
from fourup.errors import StorageFailed
from fourup.locks import one_folder
from fourup.settings import DATABASE

SHOWN = 5
"""So many of a kind are listed."""


def upgrade_here(folder: Path, console: Console) -> None:
    """Bring the database up to date, as the next start would. Raises AlreadyRunning, StorageFailed."""
    path = folder / DATABASE
    with one_folder(folder):
        before = _revision(path)
        try:
            asyncio.run(migrate(path))
        except StoreError as failure:
            raise StorageFailed(str(failure)) from None
    after = _revision(path)
    told = "is up to date" if before == after else f"was brought from {before or 'nothing'} up to date"
    console.print(f"{path} {told}: revision {after}.")


def check_here(folder: Path, console: Console, *, is_deep: bool, tidies: bool) -> int:
    """Print what was found; 1 where something is lost. Raises CannotCopy; AlreadyRunning where it is to tidy."""
    if tidies:
        with one_folder(folder):
            report = check(folder, is_deep=is_deep)
            tidy(report)
    else:
        report = check(folder, is_deep=is_deep)
    for line in _told(report, is_tidied=tidies):
        console.print(line)
    return 0 if report.is_well else 1


def backup_here(folder: Path, target: Path, console: Console, *, has_pictures: bool) -> None:
    """Copy, and say what the copy has. Raises CannotCopy."""
    copied = backup(folder, target, has_pictures=has_pictures)
    console.print(f"{target} has the database" + (f" and {_pictures(copied)}." if has_pictures else ", no pictures."))


def restore_here(source: Path, folder: Path, console: Console) -> None:
    """Put a copy back. Raises AlreadyRunning while a bot has the folder, CannotCopy."""
    with one_folder(folder):
        copied, aside = restore(source, folder)
    console.print(f"{folder} has what was in {source}; copied back: {_count(copied.new)}.")
    if copied.missing:
        console.print(f"{copied.missing} pictures are missing, in the copy as well: their jobs cannot be shown again.")
    if aside:
        console.print(f"The database that was there is in {aside}: delete it when all is well.")


def _revision(path: Path) -> str | None:
    if not path.exists():
        return None
    with reading(path) as opened:
        return revision(opened)


def _pictures(copied: Copied) -> str:
    parts = [f"{copied.new} of them new"]
    parts += [f"{copied.removed} went that were forgotten"] if copied.removed else []
    parts += [f"{copied.missing} are missing in the original"] if copied.missing else []
    return f"{_count(copied.pictures)}, {', '.join(parts)}"


def _told(report: Report, *, is_tidied: bool) -> list[str]:
    whole = "is whole" if not report.faults else "is not whole: stop the bot, and put your last good copy back"
    lines = [f"The database {whole} (revision {report.revision}).", *(f"  {each}" for each in report.faults)]
    lines += _listed(f"{len(report.missing)} of {report.named} pictures are missing", report.missing)
    lines += _listed(f"{len(report.damaged)} pictures are damaged", report.damaged)
    if not (report.missing or report.damaged):
        lines.append(f"Nothing is missing of the {_count(report.named)} that it names.")
    if report.orphans:
        done = "were taken away" if is_tidied else "lie about: `fourup db check --tidy` takes them away"
        lines.append(f"{len(report.orphans)} files ({report.orphan_bytes >> 10} KiB) that nothing names {done}.")
    return lines


def _count(pictures: int) -> str:
    return "1 picture" if pictures == 1 else f"{pictures} pictures"


def _listed(told: str, keys: tuple[str, ...]) -> list[str]:
    if not keys:
        return []
    more = [f"  … and {len(keys) - SHOWN} more"] if len(keys) > SHOWN else []
    return [f"{told}: their jobs cannot be shown again.", *(f"  {key}" for key in keys[:SHOWN]), *more]
