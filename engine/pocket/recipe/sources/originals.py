"""The drawings as their makers ship them, in five styles, found by a concept and rendered to pixels."""

import io
import json
import unicodedata
from functools import cached_property
from pathlib import Path
from typing import Protocol

import resvg_py
from PIL import Image

from engine.pocket.recipe.sources.concepts import Concept, identify


class Originals(Protocol):
    """One maker's drawings."""

    def render(self, concept: Concept, size: int) -> Image.Image | None:
        """RGBA, fitted into a square of `size` pixels; None where this maker never drew it."""


class IconSet:
    """A package of Iconify's: SVG bodies by name, and mostly the names by code."""

    def __init__(self, package: Path) -> None:
        self._package = package

    @cached_property
    def _icons(self) -> dict[str, str]:
        """Whole SVG files by name."""
        told = json.loads((self._package / "icons.json").read_text(encoding="utf-8"))
        bodies: dict[str, str] = {}
        for name, icon in told["icons"].items():
            width = icon.get("width", told.get("width", 16))
            height = icon.get("height", told.get("height", 16))
            box = f"{icon.get('left', 0)} {icon.get('top', 0)} {width} {height}"
            bodies[name] = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{icon["body"]}</svg>'
        for name, alias in told.get("aliases", {}).items():
            if alias.keys() == {"parent"} and alias["parent"] in bodies:
                bodies[name] = bodies[alias["parent"]]
        return bodies

    @cached_property
    def _names(self) -> dict[str, str]:
        """Names by code."""
        told = json.loads((self._package / "chars.json").read_text(encoding="utf-8"))
        return {identify(code): name for code, name in told.items()}

    def render(self, concept: Concept, size: int) -> Image.Image | None:
        """As Originals says."""
        name = self._names.get(concept.id) if self._names else self._called(concept)
        return _rasterised(self._icons[name], size) if name in self._icons else None

    def _called(self, concept: Concept) -> str | None:
        """The icon of a set without codes: by what Unicode and we call it, with nothing but letters."""
        named = [unicodedata.name(chr(int(concept.id, 16)), "")] if "-" not in concept.id else []
        for name in (*named, *concept.names):
            letters = "".join(each for each in name.lower() if each.isalnum())
            for form in (f"{letters}side", letters.removesuffix("face"), letters):
                if form in self._icons and not (form == f"{letters}side" and name.endswith("face")):
                    return form
        return None


class PictureSet:
    """A package with a picture file for each code."""

    def __init__(self, package: Path) -> None:
        self._files = {identify(path.stem): path for path in sorted((package / "assets").glob("*.webp"))}

    def render(self, concept: Concept, size: int) -> Image.Image | None:
        """As Originals says."""
        path = self._files.get(concept.id)
        if path is None:
            return None
        with Image.open(path) as picture:
            return _squared(picture.convert("RGBA"), size)


def open_originals(packages: Path) -> dict[str, Originals]:
    """Every style by its name, from a folder `node_modules`."""
    icons = packages / "@iconify-json"
    return {
        "flat": IconSet(icons / "fluent-emoji-flat"),
        "3d": PictureSet(packages / "@lobehub" / "fluent-emoji-3d"),
        "cartoon": IconSet(icons / "noto"),
        "clipart": IconSet(icons / "twemoji"),
        "retro": IconSet(icons / "fxemoji"),
    }


def _rasterised(svg: str, size: int) -> Image.Image:
    with Image.open(io.BytesIO(resvg_py.svg_to_bytes(svg_string=svg, width=size, skip_system_fonts=True))) as picture:
        return _squared(picture.convert("RGBA"), size)


def _squared(picture: Image.Image, size: int) -> Image.Image:
    """What is not transparent, as large as it can be, in the middle of a square."""
    box = picture.getchannel("A").point(lambda alpha: 255 if alpha > 8 else 0).getbbox()
    if box is None:
        return Image.new("RGBA", (size, size))
    cut = picture.convert("RGBa").crop(box)
    scale = size / max(cut.size)
    fitted = cut.resize((max(1, round(cut.width * scale)), max(1, round(cut.height * scale))), Image.Resampling.LANCZOS)
    square = Image.new("RGBa", (size, size))
    square.paste(fitted, ((size - fitted.width) // 2, (size - fitted.height) // 2))
    return square.convert("RGBA")
