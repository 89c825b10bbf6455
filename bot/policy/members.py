"""Members whom moderators have warned, muted or banned."""

from collections.abc import Iterator

from bot.messages.quoting import quoted
from bot.policy.case import Case, Notice
from bot.policy.errors import BLOCKED, PENDING, Refused, Unread


def stands_well(case: Case) -> Iterator[Notice]:
    """A ban and a mute refuse everything until they end; a warning has to be acknowledged first."""
    standing, now = case.known.standing, case.now
    for ruling, key in ((standing.ban, "member.is_banned"), (standing.mute, "member.is_muted")):
        if ruling and (ruling.until is None or ruling.until > now):
            ends = key if ruling.until is not None else f"{key}.for_good"
            raise Refused(BLOCKED, ends, reason=quoted(ruling.reason), until=f"<t:{int(ruling.until or 0)}:f>")
    if standing.warning:
        raise Unread(PENDING, "member.is_warned", reason=quoted(standing.warning.reason))
    yield from ()
