"""The shape of what starts from a picture."""

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from engine.protocol import Parameters, Reference, RenderRequest, Role
from engine.worker.shapes import with_shape_of_start


def request(path: Path, role: Role = Role.START, aspect: tuple[int, int] | None = None) -> RenderRequest:
    """One that has this picture in this role."""
    return RenderRequest("1", (), references=(Reference(role, str(path)),), parameters=Parameters(aspect=aspect))


def test_a_start_picture_gives_its_shape(tmp_path: Path) -> None:
    """As it is seen, so turned where its file says so; a wish of one's own counts over it."""
    Image.new("RGB", (96, 64)).save(tmp_path / "wide.png")
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (96, 64)).save(tmp_path / "turned.jpg", exif=exif)
    assert with_shape_of_start(request(tmp_path / "wide.png")).parameters.aspect == (96, 64)
    assert with_shape_of_start(request(tmp_path / "turned.jpg")).parameters.aspect == (64, 96)
    shaped = with_shape_of_start(request(tmp_path / "wide.png", aspect=(1, 1)))
    assert (shaped.parameters.aspect, shaped.references[0].size) == ((1, 1), (96, 64))


@pytest.mark.parametrize("role", [Role.IMAGE, Role.STYLE])
def test_other_pictures_do_not(tmp_path: Path, role: Role) -> None:
    """They are looked at, and not drawn over."""
    Image.new("RGB", (96, 64)).save(tmp_path / "wide.png")
    asked = request(tmp_path / "wide.png", role)
    assert with_shape_of_start(asked) is asked


def test_what_cannot_be_read_is_left_to_whoever_draws(tmp_path: Path) -> None:
    """No picture, and no file."""
    (tmp_path / "text.png").write_text("no picture")
    for name in ("text.png", "gone.png"):
        asked = request(tmp_path / name)
        assert with_shape_of_start(asked) is asked


def test_looking_at_pictures_needs_no_torch() -> None:
    """So that the process gives signs of life before it is loaded."""
    code = "import sys, engine.worker.desk; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
