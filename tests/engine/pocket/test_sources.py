"""Names and drawings, from packages to arrays."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.pocket.recipe.sources import concepts
from engine.pocket.recipe.sources.originals import open_originals
from engine.pocket.recipe.sources.sprites import load_sprites, render_sprites
from tests.engine.pocket.drawings import drawings
from tests.structure.source import ROOT

RED = '<rect x="2" y="6" width="12" height="4" fill="#f00"/>'
ENTRIES = [
    {"label": "cat face", "hexcode": "1F431", "group": 3, "subgroup": 34, "tags": ["pet"]},
    {"label": "person: blond hair", "hexcode": "1F471", "group": 1, "subgroup": 23},
    {"label": "flag: Japan", "hexcode": "1F1EF-1F1F5", "group": 9, "subgroup": 98},
    {"label": "keycap: 1", "hexcode": "0031-FE0F-20E3", "group": 8, "subgroup": 94},
]


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    """What npm would have put there, with one drawing in each package."""
    english = tmp_path / "emojibase-data" / "en"
    (english / "shortcodes").mkdir(parents=True)
    (english / "data.json").write_text(json.dumps(ENTRIES))
    for name in concepts.SETS:
        (english / "shortcodes" / f"{name}.json").write_text(json.dumps({"1F431": ["cat", "cat2"]}))
    for name in ("fluent-emoji-flat", "noto", "twemoji", "fxemoji"):
        folder = tmp_path / "@iconify-json" / name
        folder.mkdir(parents=True)
        icon, codes = ("catface", {}) if name == "fxemoji" else ("kitty", {"1f431": "kitty"})
        (folder / "icons.json").write_text(json.dumps({"icons": {icon: {"body": RED}}, "width": 16, "height": 16}))
        (folder / "chars.json").write_text(json.dumps(codes))
    assets = tmp_path / "@lobehub" / "fluent-emoji-3d" / "assets"
    assets.mkdir(parents=True)
    Image.new("RGBA", (20, 10), "blue").save(assets / "1f431.webp")
    return tmp_path


def test_flags_and_keycaps_are_no_concepts(packages: Path) -> None:
    """What has a drawing worth asking for is one."""
    assert [each.name for each in concepts.read_concepts(packages / "emojibase-data")] == [
        "cat face",
        "person with blond hair",
    ]


def test_shortcodes_are_synonyms_where_they_are_words(packages: Path) -> None:
    """A cat's face is also called a cat, and nobody says cat2."""
    cat = concepts.read_concepts(packages / "emojibase-data")[0]
    assert cat.names == ("cat face", "cat")
    assert cat.keywords == ("pet",)
    assert concepts.Concept.from_dict(json.loads(json.dumps(cat.to_dict()))) == cat


def test_each_maker_s_drawing_is_found_and_fills_its_square(packages: Path) -> None:
    """By code, by file name, and by name where a set has no codes."""
    pytest.importorskip("resvg_py", reason="drawings are rendered with the extra: pip install 'fourup[pocket]'")
    found = render_sprites(concepts.read_concepts(packages / "emojibase-data"), open_originals(packages), 24)
    assert [each.name for each in found.concepts] == ["cat face"]
    assert set(found.styles_of(found.concepts[0])) == {"flat", "3d", "cartoon", "clipart", "retro"}
    for style, colour in (("flat", (255, 0, 0)), ("3d", (0, 0, 255))):
        pixels = found.of(found.concepts[0], style)
        assert pixels.shape == (24, 24, 4)
        np.testing.assert_allclose(pixels[12, 1:-1, :3], [colour] * 22, atol=2)
        assert pixels[1, 12, 3] == 0


def test_atlases_give_back_the_same_pixels(tmp_path: Path) -> None:
    """What was rendered once is read without loss, whatever was drawn in which style."""
    sprites = drawings()
    sprites.save(tmp_path)
    loaded = load_sprites(tmp_path)
    assert loaded.concepts == sprites.concepts
    for concept in sprites.concepts:
        for style in sprites.styles:
            mine, theirs = sprites.of(concept, style), loaded.of(concept, style)
            assert (mine[..., 3] == theirs[..., 3]).all()
            assert (mine[mine[..., 3] > 0] == theirs[mine[..., 3] > 0]).all()


def test_every_source_is_named_with_its_licence() -> None:
    """NOTICE has each package that package.json has, and the lock names no registry."""
    folder = ROOT / "engine" / "pocket" / "recipe" / "sources"
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    lock = (folder / "package-lock.json").read_text(encoding="utf-8")
    packages = json.loads(lock)["packages"]
    for name in json.loads((folder / "package.json").read_text(encoding="utf-8"))["dependencies"]:
        assert f"{name} " in notice
        assert packages[f"node_modules/{name}"]["license"] in notice
    assert "resolved" not in lock
