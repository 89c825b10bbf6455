"""Mistakes in commands that a bot registers, and in what members and moderators ask for."""

from __future__ import annotations

from tests.playground.bodies import command, nested_command, pressed, submitted, used, without
from tests.playground.mistakes.seeded import (
    ACT,
    BEGIN_THREAD,
    CHANGE_MEMBER,
    CHOICES,
    LENGTH,
    LONG,
    NEEDED,
    REGISTER,
    REGISTER_ALL,
    UNION,
    Mistake,
    of,
)

OF_COMMANDS = [
    *of(
        REGISTER,
        command(),
        [
            ("command name of 33", "name", "x" * 33, "", LENGTH, True),
            ("command name with capitals", "name", "Imagine", "", "APPLICATION_COMMAND_INVALID_NAME", False),
            ("command name with a space", "name", "imagine this", "", "APPLICATION_COMMAND_INVALID_NAME", False),
            ("command description of 101", "description", "x" * 101, "", LENGTH, True),
            (
                "26 options",
                "options",
                [{"type": 5, "name": f"o{n}", "description": "x"} for n in range(26)],
                "",
                LONG,
                True,
            ),
            ("26 choices", "options.1.choices", [{"name": f"{n}", "value": f"{n}"} for n in range(26)], "", LONG, True),
            (
                "option description missing",
                "options.4",
                {"type": 11, "name": "image"},
                "options.4.description",
                NEEDED,
                True,
            ),
            ("option of type 12", "options.4.type", 12, "options.4", UNION, True),
            (
                "needed after optional",
                "options.4.required",
                True,
                "options.4",
                "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                False,
            ),
            (
                "option name twice",
                "options.4.name",
                "size",
                "options.4",
                "APPLICATION_COMMAND_OPTIONS_NAME_INVALID",
                False,
            ),
            (
                "choices and autocomplete",
                "options.1.autocomplete",
                True,
                "",
                "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID",
                False,
            ),
            (
                "text among numbers",
                "options.3.choices",
                [{"name": "x", "value": "7"}],
                "options.3.choices.0.value",
                "NUMBER_TYPE_COERCE",
                True,
            ),
            ("a locale that does not exist", "name_localizations.xx", "imagine", "", CHOICES, False),
            ("a context that does not exist", "contexts", [3], "contexts.0", CHOICES, True),
        ],
    ),
    *of(
        REGISTER,
        nested_command(),
        [
            (
                "an option beside commands below",
                "options.1",
                command()["options"][4],
                "options",
                "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                False,
            )
        ],
    ),
    *of(
        REGISTER_ALL,
        [command(), nested_command()],
        [("two commands of a name", "1", command(), "", "APPLICATION_COMMANDS_DUPLICATE_NAME", False)],
    ),
]

OF_MEMBERS = [
    *of(
        ACT,
        used(),
        [
            ("an interaction of type 9", "type", 9, "", CHOICES, False),
            ("a text for a channel", "channel_id", "general", "", "NUMBER_TYPE_COERCE", False),
        ],
    ),
    *of(ACT, pressed(), [("26 values", "data.values", [f"{n}" for n in range(26)], "", LONG, False)]),
    Mistake("a press of no message", ACT, without(pressed(), "message_id"), "message_id", NEEDED, pressed()),
    Mistake("a modal without its id", ACT, without(submitted(), "data.id"), "data.id", NEEDED, submitted()),
    *of(
        BEGIN_THREAD,
        {"name": "apples", "type": 11, "auto_archive_duration": 60},
        [
            ("thread name of 101", "name", "x" * 101, "", LENGTH, True),
            ("a thread for 61 minutes", "auto_archive_duration", 61, "", CHOICES, True),
        ],
    ),
    *of(
        CHANGE_MEMBER,
        {"nick": "Ada L."},
        [
            ("nick of 33", "nick", "x" * 33, "", LONG, True),
            ("timeout in words", "communication_disabled_until", "soon", "", "DATE_TIME_TYPE_PARSE", False),
        ],
    ),
]
