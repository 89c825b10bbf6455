"""Embeds: the limit of each field, and of all of a message's embeds together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

from playground.forms.fields import Color, Length, Link, Media, Time
from playground.forms.tree import Form

MOST_TEXT = 6000


class EmbedMedia(Form):
    """A picture: an address, or attachment://name."""

    url: Media | None = None


class EmbedAuthor(Form):
    """Who the embed is by."""

    name: Annotated[str, Length(256)] | None = None
    url: Link | None = None
    icon_url: Media | None = None


class EmbedFooter(Form):
    """The line below."""

    text: Annotated[str, Length(2048)] | None = None
    icon_url: Media | None = None


class EmbedField(Form):
    """A name and a value; both are needed."""

    name: Annotated[str, Length(256, least=1)]
    value: Annotated[str, Length(1024, least=1)]
    inline: bool | None = None


class Embed(Form):
    """A card below a message's text."""

    type: Annotated[str, Length(100)] | None = None
    title: Annotated[str, Length(256)] | None = None
    description: Annotated[str, Length(4096)] | None = None
    url: Link | None = None
    timestamp: Time | None = None
    color: Color | None = None
    author: EmbedAuthor | None = None
    image: EmbedMedia | None = None
    thumbnail: EmbedMedia | None = None
    footer: EmbedFooter | None = None
    fields: Annotated[list[EmbedField], Length(25)] | None = None

    def texts(self) -> Iterator[str]:
        """What counts towards the 6,000 characters that a message's embeds may hold."""
        yield self.title or ""
        yield self.description or ""
        yield (self.author and self.author.name) or ""
        yield (self.footer and self.footer.text) or ""
        for field in self.fields or ():
            yield field.name
            yield field.value


def too_long(embeds: Sequence[Embed]) -> bool:
    """Whether a message's embeds hold more than Discord takes."""
    return sum(len(text) for embed in embeds for text in embed.texts()) > MOST_TEXT
