"""Spanish: what is kept of a member, and forgetting it."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "privacy.description": "Lo que este bot guarda de ti",
    "privacy.export.description": "Recibe todo lo que este bot guarda de ti, en archivos que solo tú ves",
    "privacy.forget.description": "Haz que se borre todo lo que hiciste con este bot",
    "privacy.page": "Qué archivo, cuando no basta con uno: 1 es el más reciente",
    "privacy.exported": (
        "Archivo {number} de {pages}: tus prompts, ajustes e imágenes, hasta donde este bot los guarda. Nadie más lo "
        "ve."
    ),
    "privacy.next": "El siguiente: `/privacy export page:{number}`.",
    "privacy.left_out": (
        "{count} {count:imagen no está|imágenes no están} en ninguno de los archivos, porque {count:es|cada una es} "
        "más grande de lo que acepta Discord: `/show` {count:la|las} tiene."
    ),
    "privacy.question": (
        "**¿Debe olvidarte este bot?** Se borran todos tus trabajos ({count}) con sus prompts e imágenes, lo que "
        "hayas adjuntado, tus ajustes y macros, y también los mensajes de este bot que los llevan, hasta donde "
        "Discord lo permite. Lo que se esté dibujando se cancela. No se puede deshacer: `/privacy export` lo guarda "
        "antes.\n"
        "Lo que queda: lo que anotaron los moderadores (advertencias, baneos, quién hizo qué), cuánto tiempo se usó "
        "la GPU donde un límite lo cuenta, las imágenes que otros hicieron de las tuyas, y las copias de quien "
        "administra hasta que se renueven."
    ),
    "privacy.yes": "Borrarlo todo",
    "privacy.no": "Conservarlo",
    "privacy.not_yours": "Solo puede responder quien preguntó. Escribe /privacy para preguntar por ti.",
    "privacy.kept": "No se borró nada.",
    "privacy.forgotten": (
        "Se está borrando; los mensajes se van uno tras otro, y eso tarda un poco. Puedes volver a usar este bot "
        "cuando quieras."
    ),
    "job.start_gone": "La imagen de la que parte esta se borró. Parte de otra, por favor.",
}
