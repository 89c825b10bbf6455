"""Commands: names of all scripts, sizes, counts, and what context menus are not."""

from __future__ import annotations

from typing import Any

import pytest

from playground.errors import ApiError, InvalidForm
from playground.forms import check_command, check_commands
from tests.playground.bodies import changed, command, nested_command

MENU = {"type": 3, "name": "Describe this picture"}


@pytest.mark.parametrize(
    "name", ["a", "x" * 32, "blend-2", "a_b", "l'eau", "描述", "übersetzen", "नमस्ते", "ที่", "привет", "日本語"]
)
def test_names_of_all_scripts(name: str) -> None:
    """Letters and numbers of any script, - _ and '."""
    check_command(changed(command(), "name", name))


@pytest.mark.parametrize("name", ["A", "Ü", "a b", "a!", "/a", "a.b", "🔥", "a\n", "é\u0301!"])
def test_names_that_are_none(name: str) -> None:
    """Capitals, blanks, points and pictures."""
    with pytest.raises(InvalidForm) as wrong:
        check_command(changed(command(), "options.0.name", name))
    assert "APPLICATION_COMMAND_INVALID_NAME" in str(wrong.value.errors)


def sized(characters: int) -> Any:
    """A command whose name, description, options and choices hold exactly so many characters."""
    options: Any = [{"type": 3, "name": f"o{number:03}", "description": "x" * 96} for number in range(20)]
    pieces = [200] * 29 + [characters - 100 - 20 * 100 - 29 * 200]
    for number, piece in enumerate(pieces):
        choice = {"name": f"{number:02}".ljust(piece // 2, "x"), "value": "y" * (piece - piece // 2)}
        options[number // 25].setdefault("choices", []).append(choice)
    return {"name": "n", "description": "x" * 99, "options": options}


def test_a_command_holds_8000_characters() -> None:
    """Not one more, and the longest translation is what counts."""
    check_command(sized(8000))
    for body in (sized(8001), sized(7999) | {"name_localizations": {"fr": "nnn"}}):
        with pytest.raises(InvalidForm) as wrong:
            check_command(body)
        assert (wrong.value.errors or {})["_errors"][0]["message"] == "Command exceeds maximum size (8000)"


def test_context_menus_have_a_name_and_nothing_else() -> None:
    """Any writing; no description, no options."""
    check_command(MENU)
    check_command(MENU | {"description": "", "options": []})
    with pytest.raises(InvalidForm) as wrong:
        check_command(MENU | {"description": "x", "options": [{}]})
    assert (wrong.value.errors or {}).keys() == {"description", "options"}


def test_commands_of_a_name_differ_in_kind() -> None:
    """A menu may be named like a command."""
    check_commands([command(), nested_command(), {"type": 2, "name": "imagine"}, {"type": 3, "name": "imagine"}])


def test_how_many_commands_an_application_has() -> None:
    """100 that are typed, 15 menus of each kind."""
    many = [{"name": f"c{number}", "description": "x"} for number in range(101)]
    menus = [{"name": f"m{number}", "type": 2} for number in range(16)]
    check_commands([*many[:100], *menus[:15]])
    for each in (many, menus):
        with pytest.raises(ApiError) as wrong:
            check_commands(each)
        assert wrong.value.code == 30032


@pytest.mark.parametrize("body", [None, {}, "x"])
def test_a_list_is_a_list(body: Any) -> None:
    """Bulk overwrite takes nothing else."""
    with pytest.raises(InvalidForm):
        check_commands(body)


def test_each_wrong_command_is_told_by_its_index() -> None:
    """All of them at once."""
    with pytest.raises(InvalidForm) as wrong:
        check_commands([command(), {"name": "X Y"}, command() | {"name": "blend"}, 7, {"type": 9, "name": "a"}])
    assert (wrong.value.errors or {}).keys() == {"1", "3", "4"}


def test_rules_hold_below_commands_too() -> None:
    """Options of a command below a group are held to the same order."""
    optional = {"type": 3, "name": "first", "description": "x"}
    with pytest.raises(InvalidForm) as wrong:
        check_command(
            changed(
                nested_command(), "options.0.options.0.options", [optional, optional | {"required": True, "name": "b"}]
            )
        )
    assert "1" in (wrong.value.errors or {})["options"]["0"]["options"]["0"]["options"]


@pytest.mark.parametrize("bits", [None, 0, 8, "8", "18014398509481983"])
def test_permissions_are_bits_in_either_writing(bits: Any) -> None:
    """Numbers, or digits as discord.js sends them."""
    check_command(command() | {"default_member_permissions": bits})
    for wrong in ("x", "-1", -1, 2**54, "9" * 30):
        with pytest.raises(InvalidForm):
            check_command(command() | {"default_member_permissions": wrong})
