"""What Discord refuses with 50035 (Invalid Form Body): pure checks, each raising all that is wrong at once."""

from playground.forms.body import read_json
from playground.forms.commands.command import check_command, check_commands
from playground.forms.interactions.acting import check_acting
from playground.forms.interactions.callback import Asked, check_callback
from playground.forms.interactions.given import check_options, check_submission, check_values
from playground.forms.messages.emoji import is_emoji
from playground.forms.messages.message import ALONE, Beside, check_edit, check_message
from playground.forms.places import (
    check_bulk_delete,
    check_channel,
    check_dm,
    check_member,
    check_overwrite,
    check_refresh,
    check_thread,
    check_uploads,
)

__all__ = [
    "ALONE",
    "Asked",
    "Beside",
    "check_acting",
    "check_bulk_delete",
    "check_callback",
    "check_channel",
    "check_command",
    "check_commands",
    "check_dm",
    "check_edit",
    "check_member",
    "check_message",
    "check_options",
    "check_overwrite",
    "check_refresh",
    "check_submission",
    "check_thread",
    "check_uploads",
    "check_values",
    "is_emoji",
    "read_json",
]
