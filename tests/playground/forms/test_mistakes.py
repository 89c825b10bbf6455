"""Every seeded mistake is refused by the forms, at its path and by its code; the body without it is not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from playground import forms
from playground.errors import InvalidForm
from tests.playground.mistakes import MISTAKES, seeded
from tests.playground.mistakes.seeded import Mistake

NOW = datetime(2026, 11, 23, tzinfo=UTC)
FORMS: dict[str, Callable[[Any], None]] = {
    seeded.SEND: forms.check_message,
    seeded.ANSWER_COMMAND: lambda body: forms.check_callback(body, forms.Asked(2)),
    seeded.ANSWER_MODAL: lambda body: forms.check_callback(body, forms.Asked(5)),
    seeded.SUGGEST: lambda body: forms.check_callback(body, forms.Asked(4, option_type=3)),
    seeded.REGISTER: forms.check_command,
    seeded.REGISTER_ALL: forms.check_commands,
    seeded.ACT: forms.check_acting,
    seeded.BEGIN_THREAD: forms.check_thread,
    seeded.CHANGE_MEMBER: lambda body: forms.check_member(body, NOW),
}


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda each: each.name)
def test_refused_where_it_is_wrong(mistake: Mistake) -> None:
    """One mistake gives one error, at its own path; its twin gives none."""
    with pytest.raises(InvalidForm) as refused:
        FORMS[mistake.to](mistake.wrong)
    expected: Any = {"_errors": [mistake.code]}
    for step in reversed(mistake.path.split(".")):
        expected = {step: expected}
    assert codes(refused.value.errors) == expected
    FORMS[mistake.to](mistake.right)


def codes(tree: Any) -> Any:
    """The tree with the codes alone."""
    return {key: [each["code"] for each in value] if key == "_errors" else codes(value) for key, value in tree.items()}
