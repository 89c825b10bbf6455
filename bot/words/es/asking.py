"""Spanish: /ask."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "ask.description": "Una pregunta sobre este bot, respondida con sus propios textos",
    "ask.question": "Lo que quieres saber",
    "ask.often": "Son muchas preguntas a la vez: la siguiente la respondo en {seconds} s.",
    "ask.none": (
        "No encuentro nada sobre «{question}» en mis textos. Pregunta con otras palabras, o escribe /help para ver "
        "lo que hay."
    ),
    "ask.example": "Ejemplo",
    "ask.english": "este texto solo está en inglés",
    "ask.from": "De: {document}",
    "ask.try": "Probar",
}
