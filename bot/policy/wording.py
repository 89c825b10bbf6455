"""Prompts whose words a server does not want, and those that nobody may ask for anywhere."""

from collections.abc import Iterator

from bot.policy.case import Case, Notice
from bot.policy.errors import ACTION_NEEDED, BANNED_PROMPT, Refused, Unsure
from bot.policy.words.rules import Weight


def is_well_worded(case: Case) -> Iterator[Notice]:
    """Sexual content with minors is refused always; else the heaviest of the rules that matched decides."""
    verdict = case.known.verdict
    if verdict.minor:
        raise Refused(BANNED_PROMPT, "words.minor")
    named = ", ".join(f"`{each}`" for each in verdict.words[:5]).replace("``", "`")
    match verdict.weight:
        case Weight.REFUSE | Weight.TELL:
            raise Refused(BANNED_PROMPT, "words.refused", words=named)
        case Weight.CONFIRM if not case.known.is_confirmed:
            raise Unsure(ACTION_NEEDED, "words.confirm", words=named)
    yield from ()
