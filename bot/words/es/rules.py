"""Spanish: lists of words, as moderators write them."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "rule.empty": (
        "No hay ninguna palabra: escribe una palabra, una frase, un comodín como `blood*`, o `/una expresión/`."
    ),
    "rule.long": "Es demasiado largo: una regla tiene como mucho {most} caracteres.",
    "rule.wide": "Este comodín coincidiría con casi todo: dale al menos dos letras.",
    "rule.expression": (
        "Esta expresión no se puede leer ({reason}): se escribe como en RE2, sin aserciones ni referencias hacia atrás."
    ),
    "rule.large": (
        "Esta expresión es demasiado grande: usa números más pequeños en sus llaves, o escribe varias reglas."
    ),
    "rule.all": "Esta expresión coincide con un texto vacío, y con ello con todo: que nombre al menos una letra.",
}
