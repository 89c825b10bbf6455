"""The invite link."""

from urllib.parse import parse_qs, urlsplit

from discord import Permissions

from bot.invitation import PERMISSIONS, invite_link


def test_it_asks_for_both_scopes_and_the_permissions_by_their_bits() -> None:
    """The bits are those that discord.py knows by these names."""
    query = parse_qs(urlsplit(invite_link(42)).query)
    assert query["client_id"] == ["42"]
    assert query["scope"] == ["bot applications.commands"]
    asked = Permissions(int(query["permissions"][0]))
    assert asked == Permissions(
        view_channel=True,
        send_messages=True,
        send_messages_in_threads=True,
        embed_links=True,
        attach_files=True,
        read_message_history=True,
        add_reactions=True,
    )
    assert len(PERMISSIONS) == 7


def test_it_asks_for_nothing_that_rules_a_server() -> None:
    """No administrator, no managing, no mentioning of everyone."""
    ruling = Permissions(administrator=True, manage_guild=True, manage_messages=True, mention_everyone=True)
    assert sum(PERMISSIONS.values()) & ruling.value == 0
