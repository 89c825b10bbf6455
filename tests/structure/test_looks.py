"""docs/looks.md shows everything twice, and every picture of docs/ is shown somewhere."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "docs" / "pictures"
ROW = re.compile(r"^\| (?!what|---)[^|]+\|([^|]*)\|([^|]*)\|$", re.MULTILINE)


def test_every_panel_is_shown_wide_and_on_a_phone() -> None:
    """A row for each, with a picture of either kind that is there."""
    rows = ROW.findall((ROOT / "docs" / "looks.md").read_text(encoding="utf-8"))
    assert len(rows) >= 30
    for wide, phone in rows:
        shown = re.search(r"\(pictures/(\S+)-wide\.webp\)", wide)
        assert shown, wide
        assert f"(pictures/{shown[1]}-phone.webp)" in phone
        assert {f"{shown[1]}-wide.webp", f"{shown[1]}-phone.webp"} <= {each.name for each in PICTURES.iterdir()}


def test_every_picture_is_in_a_document() -> None:
    """None is left over that `make screenshots` takes for nobody."""
    told = "".join(each.read_text(encoding="utf-8") for each in (*(ROOT / "docs").glob("*.md"), ROOT / "README.md"))
    assert [each.name for each in PICTURES.iterdir() if f"pictures/{each.name}" not in told] == []
