"""Spanish: commands that show what there is."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "show.description": "Muestra aquí otra vez uno de tus trabajos",
    "show.job_id": "El número del trabajo, o un enlace a su mensaje",
    "show.not_yours": "Solo quien pidió un trabajo puede volver a mostrarlo.",
    "show.unfinished": "Aún no está terminado; las imágenes llegarán a donde las pediste.",
    "info.description": "Cuánto has usado y qué hay en marcha para ti",
    "menu.title": "Usar como prompt de imagen",
    "menu.prompt": "Tu prompt",
    "menu.picture": "Imagen",
    "menu.no_picture": "En ese mensaje no hay ninguna imagen. Elige uno que tenga.",
}
