"""Components V2: what a message is laid out of, and what must hold for all components of a message together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

from pydantic import AfterValidator

from playground.forms.fields import Color, Kind, Length, Media, OneOf, Schemes
from playground.forms.messages.components import ActionRow, Button, Component
from playground.forms.tree import Form, Path, Problem

MOST_COMPONENTS = 40
MOST_TEXT = 4000


class MediaItem(Form):
    """A picture or a file by its address, or by attachment://name."""

    url: Media


class AttachedItem(Form):
    """A file that came with the message: attachment://name, and no other address."""

    url: Annotated[str, Length(2048), AfterValidator(Schemes(("attachment",)))]


class TextDisplay(Component):
    """Markdown."""

    kind = 10
    content: Annotated[str, Length(MOST_TEXT, least=1)]


class Thumbnail(Component):
    """A small picture beside a section."""

    kind = 11
    media: MediaItem
    description: Annotated[str, Length(1024)] | None = None
    spoiler: bool | None = None


class Section(Component):
    """Up to three texts with a button or a thumbnail beside them."""

    kind = 9
    components: Annotated[list[Annotated[Component, Kind(TextDisplay)]], Length(3, least=1)]
    accessory: Annotated[Component, Kind(Button, Thumbnail)]

    def parts(self) -> Iterator[tuple[Path, Component]]:
        for index, each in enumerate(self.components):
            yield ("components", index), each
        yield ("accessory",), self.accessory


class GalleryItem(Form):
    """A picture of a gallery."""

    media: MediaItem
    description: Annotated[str, Length(1024)] | None = None
    spoiler: bool | None = None


class MediaGallery(Component):
    """One to ten pictures."""

    kind = 12
    items: Annotated[list[GalleryItem], Length(10, least=1)]


class FileShown(Component):
    """An attached file, shown in the layout."""

    kind = 13
    file: AttachedItem
    spoiler: bool | None = None


class Separator(Component):
    """Space, with or without a line."""

    kind = 14
    divider: bool | None = None
    spacing: Annotated[int, OneOf(1, 2)] | None = None


class Container(Component):
    """A box with an accent colour."""

    kind = 17
    components: Annotated[
        list[Annotated[Component, Kind(ActionRow, Section, TextDisplay, MediaGallery, FileShown, Separator)]],
        Length(MOST_COMPONENTS, least=1),
    ]
    accent_color: Color | None = None
    spoiler: bool | None = None

    def parts(self) -> Iterator[tuple[Path, Component]]:
        for index, each in enumerate(self.components):
            yield ("components", index), each


Row = Annotated[Component, Kind(ActionRow)]
Block = Annotated[Component, Kind(ActionRow, Section, TextDisplay, MediaGallery, FileShown, Separator, Container)]


def walk(components: Sequence[Component], at: Path = ("components",)) -> Iterator[tuple[Path, Component]]:
    """Every component, those inside others too, each with its path."""
    for index, each in enumerate(components):
        yield from _below((*at, index), each)


def _below(path: Path, component: Component) -> Iterator[tuple[Path, Component]]:
    yield path, component
    for step, part in component.parts():
        yield from _below(path + step, part)


def together(found: Sequence[tuple[Path, Component]]) -> Iterator[Problem]:
    """What must hold for all components of a message or a modal: no custom_id twice, no id twice (0 is none)."""
    seen: set[tuple[str, str | int]] = set()
    for path, each in found:
        custom_id = getattr(each, "custom_id", None)
        if custom_id is not None and ("custom_id", custom_id) in seen:
            words = "Component custom id cannot be duplicated"
            yield Problem((*path, "custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED", words)
        if each.id and ("id", each.id) in seen:
            yield Problem((*path, "id"), "COMPONENT_ID_DUPLICATED", "Component id cannot be duplicated")
        seen |= {("custom_id", custom_id or ""), ("id", each.id or 0)}


def within_limits(found: Sequence[tuple[Path, Component]]) -> Iterator[Problem]:
    """40 components and 4,000 characters shown, counted over the whole message."""
    if len(found) > MOST_COMPONENTS:
        words = f"Components exceed the maximum total of {MOST_COMPONENTS}"
        yield Problem(("components",), "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", words)
    if sum(len(each.content) for _, each in found if isinstance(each, TextDisplay)) > MOST_TEXT:
        words = f"Components displayable text size exceeds maximum size of {MOST_TEXT}"
        yield Problem(("components",), "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", words)


def media_of(found: Sequence[tuple[Path, Component]]) -> Iterator[tuple[Path, str]]:
    """Every address that the layout shows, with its path."""
    for path, each in found:
        if isinstance(each, Thumbnail):
            yield (*path, "media"), each.media.url
        elif isinstance(each, FileShown):
            yield (*path, "file"), each.file.url
        elif isinstance(each, MediaGallery):
            for index, item in enumerate(each.items):
                yield (*path, "items", index, "media"), item.media.url
