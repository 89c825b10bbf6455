"""French: lists of words, as moderators write them."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "rule.empty": (
        "Il n'y a aucun mot dedans : écris un mot, une phrase, un joker comme `blood*`, ou `/une expression/`."
    ),
    "rule.long": "C'est trop long : une règle a {most} caractères au plus.",
    "rule.wide": "Ce joker correspondrait à presque tout : donne-lui au moins deux lettres.",
    "rule.expression": (
        "Cette expression est illisible ({reason}) : elle s'écrit comme dans RE2, sans assertions ni références "
        "arrière."
    ),
    "rule.large": (
        "Cette expression est trop grande : prends des nombres plus petits dans ses accolades, ou écris plusieurs "
        "règles."
    ),
    "rule.all": "Cette expression correspond à un texte vide, et donc à tout : qu'elle nomme au moins une lettre.",
}
