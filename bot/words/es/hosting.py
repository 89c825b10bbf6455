"""Spanish: room on the disk, and results that only their author sees."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "imagine.full": (
        "Ahora mismo el bot no tiene sitio para más imágenes, así que no acepta trabajos nuevos; no se ha perdido "
        "nada. Avisa a quien lo administra, por favor, o inténtalo más tarde."
    ),
    "delivery.full": "[Tamaño completo](<{link}>)",
    "stealth.here": "Esto solo lo ves tú; las imágenes llegan por mensaje directo.",
    "stealth.sent": "Tus imágenes están en tus mensajes directos.",
    "stealth.nowhere": (
        "Las imágenes están listas, pero no aceptas mensajes directos de este servidor, así que no pueden llegarte "
        "sin que otros las vean. Permítelos en sus ajustes de privacidad, o escribe `/show {job_id}`: la respuesta "
        "solo la ves tú."
    ),
}
