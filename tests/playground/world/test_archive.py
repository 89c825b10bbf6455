"""The playground's file: what was written is there, in order, whatever happens next."""

from pathlib import Path

from playground.world.archive import FileArchive, MemoryArchive, open_archive


def test_documents_come_back(tmp_path: Path) -> None:
    """What was put and not deleted is there after closing, the last state of each."""
    archive = open_archive(tmp_path / "new" / "folder")
    archive.put("user", "1", {"id": "1", "name": "Ada"})
    archive.put("user", "1", {"id": "1", "name": "Ada L."})
    archive.put("user", "2", {"id": "2", "name": "Bo"})
    archive.delete("user", "2")
    archive.close()
    again = open_archive(tmp_path / "new" / "folder")
    assert list(again.load()) == [("user", {"id": "1", "name": "Ada L."})]
    again.close()


def test_ids_of_other_lengths_stay_in_order(tmp_path: Path) -> None:
    """A longer id is a later one: loading follows the numbers, not the letters."""
    archive = FileArchive(tmp_path / "file")
    for key in ("100", "9", "21"):
        archive.put("message", key, {"id": key})
    archive.close()
    again = FileArchive(tmp_path / "file")
    assert [body["id"] for _kind, body in again.load()] == ["9", "21", "100"]
    again.close()


def test_files_can_be_read_before_they_are_written(tmp_path: Path) -> None:
    """A file is there from the moment it was put, and stays after closing."""
    archive = FileArchive(tmp_path / "file")
    archive.put_blob("a", b"bytes" * 100_000)
    assert archive.get_blob("a") == b"bytes" * 100_000
    archive.put_blob("b", b"gone")
    archive.delete_blob("b")
    archive.close()
    again = FileArchive(tmp_path / "file")
    assert again.get_blob("a") == b"bytes" * 100_000
    assert again.get_blob("b") is None
    again.close()


def test_memory_keeps_files_for_as_long_as_it_lives() -> None:
    """Without a folder there is no file, and nothing comes back."""
    archive = MemoryArchive()
    archive.put_blob("a", b"x")
    assert archive.get_blob("a") == b"x"
    archive.delete_blob("a")
    assert archive.get_blob("a") is None
    assert list(archive.load()) == []
