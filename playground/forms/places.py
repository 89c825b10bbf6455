"""Threads, channels, members, direct messages and uploads: what Discord refuses in them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated

from pydantic import Field

from playground.forms.fields import Bits, Json, Length, OneOf, Permissions, Snowflake, Time, Unique
from playground.forms.tree import Form, Problem, demand, read

LONGEST_TIMEOUT = timedelta(days=28)

ArchiveAfter = Annotated[int, OneOf(60, 1440, 4320, 10080)]
Name = Annotated[str, Length(100, least=1)]
Slowmode = Annotated[int, Field(ge=0, le=21600)]


class Thread(Form):
    """A thread that is begun, on a message or without one."""

    name: Name
    auto_archive_duration: ArchiveAfter | None = None
    rate_limit_per_user: Slowmode | None = None
    type: Annotated[int, OneOf(10, 11, 12)] | None = None
    invitable: bool | None = None


class Channel(Form):
    """A channel or a thread that is changed."""

    type: Annotated[int, OneOf(0, 2, 4, 5, 13, 14, 15)] | None = None
    name: Name | None = None
    topic: Annotated[str, Length(1024)] | None = None
    nsfw: bool | None = None
    position: Annotated[int, Field(ge=0, le=2**31 - 1)] | None = None
    parent_id: Snowflake | None = None
    rate_limit_per_user: Slowmode | None = None
    default_auto_archive_duration: ArchiveAfter | None = None
    auto_archive_duration: ArchiveAfter | None = None
    archived: bool | None = None
    locked: bool | None = None
    invitable: bool | None = None
    flags: Bits | None = None


class Member(Form):
    """A member of a guild that is changed."""

    nick: Annotated[str, Length(32)] | None = None
    roles: Annotated[list[Snowflake], Length(350), Unique] | None = None
    mute: bool | None = None
    deaf: bool | None = None
    channel_id: Snowflake | None = None
    communication_disabled_until: Time | None = None
    flags: Bits | None = None


class Overwrite(Form):
    """What a role (0) or a member (1) may do in a channel, beyond or below the guild's own rules."""

    type: Annotated[int, OneOf(0, 1)]
    allow: Permissions | None = None
    deny: Permissions | None = None


class DirectMessages(Form):
    """With whom."""

    recipient_id: Snowflake


class Upload(Form):
    """A file that is about to be sent."""

    id: Snowflake | None = None
    filename: Annotated[str, Length(1024, least=1)]
    file_size: Annotated[int, Field(ge=0, le=2**53 - 1)]
    is_clip: bool | None = None


class Uploads(Form):
    """Up to ten files."""

    files: Annotated[list[Upload], Length(10, least=1)]


class Addresses(Form):
    """Links to files whose time is over."""

    attachment_urls: Annotated[list[Annotated[str, Length(2048, least=1)]], Length(50, least=1)]


class Messages(Form):
    """Messages that go together."""

    messages: Annotated[list[Snowflake], Length(100, least=2), Unique]


def check_thread(body: Json) -> None:
    """A thread that is begun. Raises InvalidForm."""
    read(Thread, body)


def check_channel(body: Json) -> None:
    """A channel or a thread that is changed. Raises InvalidForm."""
    read(Channel, body)


def check_member(body: Json, now: datetime) -> None:
    """A member that is changed; a timeout ends within 28 days. Raises InvalidForm."""
    until = read(Member, body).communication_disabled_until
    if until is None:
        return
    moment = datetime.fromisoformat(until)
    if (moment if moment.tzinfo else moment.replace(tzinfo=UTC)) > now + LONGEST_TIMEOUT:
        words = "A timeout ends within 28 days"
        demand([Problem(("communication_disabled_until",), "INVALID_COMMUNICATION_DISABLED_TIMESTAMP", words)])


def check_overwrite(body: Json) -> None:
    """Permissions of a role or a member in a channel. Raises InvalidForm."""
    read(Overwrite, body)


def check_dm(body: Json) -> None:
    """POST /users/@me/channels. Raises InvalidForm."""
    read(DirectMessages, body)


def check_uploads(body: Json) -> None:
    """A member's POST /channels/{id}/attachments. Raises InvalidForm."""
    read(Uploads, body)


def check_refresh(body: Json) -> None:
    """POST /attachments/refresh-urls. Raises InvalidForm."""
    read(Addresses, body)


def check_bulk_delete(body: Json) -> None:
    """2 to 100 messages that are deleted together. Raises InvalidForm."""
    read(Messages, body)
