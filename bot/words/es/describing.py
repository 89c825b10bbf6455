"""Spanish: /describe, /shorten."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "describe.description": "Cuatro prompts para una imagen, y de qué está hecha",
    "describe.image": "La imagen",
    "describe.link": "O un enlace a ella, o a un mensaje de este bot con ella",
    "describe.one": "Adjunta una imagen o da un enlace a una: una de las dos cosas.",
    "describe.failed": (
        "Ahora no se ha podido leer la imagen: prueba de nuevo en un momento o avisa a quien aloja este bot."
    ),
    "describe.all": "Dibujar todos",
    "describe.form": "Para qué modelo",
    "describe.for": "Escrito para {model}",
    "describe.breakdown": "De qué está hecha",
    "describe.subject": "Motivo",
    "describe.medium": "Técnica y estilo",
    "describe.setting": "Lugar y momento",
    "describe.lighting": "Luz",
    "describe.composition": "Composición",
    "describe.mood": "Ambiente",
    "describe.palette": "Paleta",
    "describe.outside": (
        "**Esto queda fuera de lo que sé nombrar.** Conozco {count} cosas, todas dibujadas; el motivo, la "
        "técnica y el lugar que ves son solo lo más cercano. La luz, la composición, el ambiente y la paleta "
        "están medidos y valen."
    ),
    "describe.world": (
        "Reconocido por {by}, que conoce {count} cosas dibujadas · luz, ambiente y paleta están medidos"
    ),
    "describe.by": "Reconocido por {by} · luz, ambiente y paleta están medidos",
    "shorten.description": "Qué palabras de un prompt importan, y otros más cortos",
    "shorten.prompt": "El prompt entero",
    "shorten.nothing": "No tiene palabras: escribe qué se ha de ver.",
    "shorten.one": "Una sola palabra no se puede acortar.",
    "shorten.parts": "Da una sola parte del prompt cada vez, sin `::`: las palabras se pesan dentro de su parte.",
    "shorten.long": "El prompt es demasiado largo: como mucho {most} palabras y 1.500 caracteres. Da una parte.",
    "shorten.failed": (
        "Ahora no se ha podido leer el prompt: prueba de nuevo en un momento o avisa a quien aloja este bot."
    ),
    "shorten.important": "Palabras importantes",
    "shorten.shorter": "Prompts acortados",
    "shorten.press": "Pulsa un número para dibujar ese prompt.",
    "shorten.show": "Ver detalles",
    "shorten.details": "Lo que pesa cada palabra",
    "shorten.how": (
        "Cuánto gira el significado, en grados, al quitar una palabra; medido con el codificador de texto de {by}."
    ),
    "use.describe": "Describir",
}
