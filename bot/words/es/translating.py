"""Spanish: /translate."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "imagine.window": "Dibujar",
    "imagine.empty": "No hay nada que dibujar: escribe qué se ha de ver.",
    "translate.description": "Un prompt en la sintaxis de otro modelo, con pesos y negativos",
    "translate.prompt": "El prompt, como se escribe para el primer modelo",
    "translate.from": "La sintaxis en que está escrito",
    "translate.to": "La sintaxis que quieres",
    "translate.source": "Escrito para {source}",
    "translate.other": "Otra sintaxis",
    "translate.imagine": "Dibujar",
    "translate.unknown": (
        "No conozco la sintaxis `{value}`: elige midjourney, stable-diffusion, flux o dall-e de la lista."
    ),
    "translate.nothing": "No hay nada que traducir: escribe con palabras qué se ha de ver.",
    "translate.long": "El prompt tiene más de {most} caracteres: traduce una parte.",
    "translate.file": "El prompt no cabe en un mensaje: está en el archivo.",
    "translate.settings": "Se omite, porque no hay nada parecido: `{value}`.",
    "translate.images": "Las imágenes no son texto: entrégalas junto al prompt ({value}).",
    "translate.heavy": "Por encima de 1.5, los pesos estropean las imágenes de Stable Diffusion: {value}.",
    "translate.degrees": "Las frases no tienen números: los pesos se dicen en cinco grados.",
    "translate.negative": (
        "Sin prompt negativo han de bastar palabras en la frase, que pueden pasar inadvertidas: {value}."
    ),
    "translate.parts": "Midjourney da peso a partes del prompt, por eso el texto se corta donde cambia el peso.",
    "translate.switching": "El texto que cambia mientras se dibuja queda como termina: `{value}`.",
    "translate.alternating": "El texto que se alterna se lee todo junto: `{value}`.",
}
