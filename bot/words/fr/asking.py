"""French: /ask."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "ask.description": "Une question sur ce bot, et la réponse de ses propres textes",
    "ask.question": "Ce que tu veux savoir",
    "ask.often": "Cela fait beaucoup de questions à la fois : je réponds à la prochaine dans {seconds} s.",
    "ask.none": (
        "Je ne trouve rien sur « {question} » dans mes textes. Demande avec d’autres mots, ou tape /help pour voir "
        "ce qu’il y a."
    ),
    "ask.example": "Exemple",
    "ask.english": "ce texte n’existe qu’en anglais",
    "ask.from": "Tiré de : {document}",
    "ask.try": "Essayer",
}
