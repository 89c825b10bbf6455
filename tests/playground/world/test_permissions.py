"""Discord's order of roles and overwrites."""

from typing import Any

import pytest

from playground.world.permissions import EVERYONE, EVERYTHING, WHILE_TIMED_OUT, Permission, in_channel, in_guild

VIEW, SEND, ATTACH = Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES, Permission.ATTACH_FILES
PLAIN, OWNER, ADMIN, HELD = "1", "2", "3", "10"


def role(key: str, bits: int) -> dict[str, Any]:
    return {"id": key, "permissions": str(bits)}


GUILD = {
    "id": "100",
    "owner_id": OWNER,
    "roles": [role("100", EVERYONE), role(HELD, Permission.MANAGE_MESSAGES), role("11", Permission.ADMINISTRATOR)],
}


def member(user_id: str = PLAIN, *roles: str) -> dict[str, Any]:
    return {"user_id": user_id, "roles": list(roles)}


def channel(*overwrites: tuple[str, int, int]) -> dict[str, Any]:
    shapes = [{"id": key, "allow": str(int(allow)), "deny": str(int(deny))} for key, allow, deny in overwrites]
    return {"permission_overwrites": shapes}


def test_roles_add_up() -> None:
    """A member may do what @everyone may, and what each of its roles adds."""
    assert in_guild(GUILD, member(PLAIN, HELD)) == EVERYONE | Permission.MANAGE_MESSAGES


@pytest.mark.parametrize("who", [member(OWNER), member(ADMIN, "11")])
def test_owners_and_administrators_are_held_by_nothing(who: dict[str, Any]) -> None:
    """No overwrite takes anything from them."""
    assert in_channel(GUILD, who, channel(("100", 0, EVERYTHING), (who["user_id"], 0, VIEW))) == EVERYTHING


@pytest.mark.parametrize(
    ("overwrites", "may_send"),
    [
        ([("100", 0, SEND)], False),
        ([("100", 0, SEND), (HELD, SEND, 0)], True),
        ([("100", 0, SEND), (HELD, SEND, 0), (PLAIN, 0, SEND)], False),
        ([(HELD, 0, SEND), ("12", SEND, 0)], False),
        ([(HELD, 0, SEND), (PLAIN, SEND, 0)], True),
    ],
    ids=["everyone denies", "a role allows again", "the member's own wins", "a role not held", "own over role"],
)
def test_overwrites_apply_from_the_general_to_the_particular(overwrites: list[Any], may_send: bool) -> None:
    """First @everyone's, then those of all roles together, then the member's own."""
    held = in_channel(GUILD, member(PLAIN, HELD), channel(*overwrites))
    assert bool(held & SEND) is may_send


def test_two_roles_are_weighed_together() -> None:
    """What one role denies and another allows is allowed, in whichever order they stand."""
    rules = channel((HELD, SEND, 0), ("12", 0, SEND))
    assert in_channel(GUILD, member(PLAIN, HELD, "12"), rules) & SEND


def test_who_cannot_see_can_do_nothing() -> None:
    """Without View Channel every other permission is void."""
    assert in_channel(GUILD, member(), channel(("100", SEND, VIEW))) == 0


def test_who_cannot_write_cannot_attach() -> None:
    """Without Send Messages there is no file, embed or mention either."""
    assert not in_channel(GUILD, member(), channel(("100", 0, SEND))) & ATTACH


def test_a_member_in_time_out_reads_only() -> None:
    """A time-out leaves seeing and reading."""
    assert in_channel(GUILD, member(), channel(), timed_out=True) == WHILE_TIMED_OUT
