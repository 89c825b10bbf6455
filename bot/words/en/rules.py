"""English: lists of words, as moderators write them."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "rule.empty": (
        "There is no word in it: write a word, a phrase, a wildcard such as `blood*`, or `/an expression/`."
    ),
    "rule.long": "It is too long: a rule has {most} characters at most.",
    "rule.wide": "This wildcard would match almost everything: give it two letters at least.",
    "rule.expression": (
        "This expression cannot be read ({reason}): it is written as RE2 has it, without look-around and back "
        "references."
    ),
    "rule.large": "This expression is too large: use smaller numbers in its braces, or write several rules.",
    "rule.all": "This expression matches an empty text, and with it everything: let it name a letter at least.",
}
