"""Spanish: what is done with a picture once it is there."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "picture.stealth": "Esta imagen solo la ve quien la pidió: haz una tuya con /imagine.",
    "picture.binned": "Quien pidió esta imagen la ha quitado. Escribe /imagine para hacer una tuya.",
    "bin.not_yours": (
        "Solo quien pidió una imagen puede quitarla. ¿Le pasa algo? Haz clic derecho en su mensaje, luego "
        "Aplicaciones, Report picture."
    ),
    "bin.done": "La imagen se ha quitado. `/show job_id:{job_id}` la trae de vuelta.",
    "once.long": (
        "El prompt no cabe en los {most} caracteres de una ventana. ℹ️ lo da como archivo, para cambiarlo y "
        "escribirlo de nuevo."
    ),
    "about.title": "Sobre esta imagen",
    "about.title.grid": "Sobre estas imágenes",
    "about.in_file": "El prompt entero está en el archivo de abajo, listo para escribirlo otra vez.",
    "about.seed": "Semilla (seed)",
    "about.of_grid": "de la cuadrícula `{seed}`",
    "about.parameters": "Parámetros",
    "about.none": "ninguno",
    "about.numbers": "Dibujada con",
    "about.model": "Modelo",
    "about.size": "Tamaño",
    "about.asked": "Pedida",
    "about.gpu": "Tiempo de GPU",
    "about.free": "nada: ya estaba hecha",
    "about.from": "Viene de",
    "about.children": "De aquí salieron",
    "about.id": "Trabajo",
    "about.binned": "La has quitado; Mostrar aquí la trae de vuelta.",
    "about.link": "[esta]({link})",
    "about.no_message": "el trabajo `{job_id}`",
    "about.unseen": "una que ya no está, o que no es para ti",
    "about.from.brought": "otro sitio: se trajo de fuera",
    "about.from.prompt": "lo que se escribió",
    "about.from.reroll": "{name}, dibujada otra vez",
    "about.from.upscale": "la imagen {index} de {name}",
    "about.from.picture": "la imagen {index} de {name}: {done}",
    "about.parent": "De dónde viene",
    "about.down": "Qué salió de ella",
    "about.once": "Cambiar el prompt",
    "about.show": "Mostrar aquí",
    "about.not_for_you": "Esa imagen ya no está, o no es para ti.",
}
