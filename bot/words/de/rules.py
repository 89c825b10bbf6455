"""German: lists of words, as moderators write them."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "rule.empty": (
        "Darin ist kein Wort: schreib ein Wort, eine Wendung, einen Platzhalter wie `blut*` oder `/einen Ausdruck/`."
    ),
    "rule.long": "Das ist zu lang: eine Regel hat höchstens {most} Zeichen.",
    "rule.wide": "Dieser Platzhalter träfe fast alles: gib ihm mindestens zwei Buchstaben.",
    "rule.expression": (
        "Dieser Ausdruck ist nicht lesbar ({reason}): er wird wie bei RE2 geschrieben, ohne Vor- und Rückschau und"
        " Rückverweise."
    ),
    "rule.large": "Dieser Ausdruck ist zu groß: nimm kleinere Zahlen in den Klammern oder schreib mehrere Regeln.",
    "rule.all": (
        "Dieser Ausdruck trifft auf einen leeren Text zu und damit auf alles: lass ihn wenigstens einen Buchstaben"
        " nennen."
    ),
}
