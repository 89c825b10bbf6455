"""Whether publishing would change anything."""

from copy import deepcopy
from typing import Any

import pytest

from bot.commands.comparison import same_commands

OURS: list[dict[str, Any]] = [
    {
        "name": "imagine",
        "description": "Draw",
        "type": 1,
        "nsfw": False,
        "dm_permission": True,
        "default_member_permissions": None,
        "contexts": [0, 1, 2],
        "integration_types": [0, 1],
        "name_localizations": {},
        "description_localizations": {"de": "Male"},
        "options": [
            {"type": 3, "name": "prompt", "description": "What", "required": True, "min_length": 1},
            {
                "type": 4,
                "name": "count",
                "description": "How many",
                "required": False,
                "min_value": 0,
                "choices": [{"name": "none", "value": 0}, {"name": "four", "value": 4}],
            },
        ],
    },
    {"name": "imagine", "type": 3, "nsfw": False, "contexts": [0], "integration_types": [0]},
]

# The same as Discord gives it back: numbers of its own, defaults filled in or left out, another order.
THEIRS: list[dict[str, Any]] = [
    {
        "id": "2",
        "application_id": "1",
        "version": "9",
        "name": "imagine",
        "type": 3,
        "description": "",
        "default_member_permissions": None,
        "nsfw": False,
        "dm_permission": False,
        "contexts": [0],
        "integration_types": [0],
        "name_localizations": None,
        "description_localizations": None,
    },
    {
        "id": "3",
        "application_id": "1",
        "version": "9",
        "name": "imagine",
        "type": 1,
        "description": "Draw",
        "name_localizations": None,
        "description_localizations": {"de": "Male"},
        "contexts": [2, 1, 0],
        "integration_types": [1, 0],
        "options": [
            {"type": 3, "name": "prompt", "description": "What", "required": True, "min_length": 1},
            {
                "type": 4,
                "name": "count",
                "description": "How many",
                "min_value": 0,
                "choices": [{"name": "none", "value": 0}, {"name": "four", "value": 4, "name_localizations": None}],
            },
        ],
    },
]


def test_what_discord_adds_and_leaves_out_is_no_difference() -> None:
    """Nothing is published twice."""
    assert same_commands(OURS, THEIRS)


@pytest.mark.parametrize(
    "change",
    [
        lambda commands: commands[0].update(description="Paint"),
        lambda commands: commands[0].update(nsfw=True),
        lambda commands: commands[0].update(contexts=[0, 1]),
        lambda commands: commands[0].update(default_member_permissions=32),
        lambda commands: commands[0]["description_localizations"].update(de="Zeichne"),
        lambda commands: commands[0]["options"].reverse(),
        lambda commands: commands[0]["options"].pop(),
        lambda commands: commands[0]["options"][0].update(required=False),
        lambda commands: commands[0]["options"][1].update(min_value=1),
        lambda commands: commands[0]["options"][1].pop("min_value"),
        lambda commands: commands[0]["options"][1]["choices"][0].update(value=1),
        lambda commands: commands[0]["options"][1]["choices"].reverse(),
        lambda commands: commands[0].update(name="draw"),
        lambda commands: commands.pop(),
        lambda commands: commands.append({"name": "blend", "type": 1, "description": "x"}),
    ],
)
def test_what_a_member_could_notice_is_a_difference(change: Any) -> None:
    """Each field that Discord shows or acts on."""
    ours = deepcopy(OURS)
    change(ours)
    assert not same_commands(ours, THEIRS)


def test_permissions_are_compared_by_value() -> None:
    """discord.py sends a number, Discord gives back a string."""
    ours = [{"name": "a", "type": 1, "default_member_permissions": 32}]
    theirs = [{"name": "a", "type": 1, "default_member_permissions": "32"}]
    assert same_commands(ours, theirs)
