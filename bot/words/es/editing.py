"""Spanish: /edit, /region, and replies that mention the bot."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "editing.edit": "Cambia cualquier imagen con palabras, en inglés o alemán: make it night, sharper",
    "editing.instruction": "Qué debe cambiar, en inglés o alemán: make it night, sharper, as a watercolor",
    "editing.region": "Redibuja una parte de cualquier imagen",
    "editing.prompt": "Qué debe mostrar la imagen después, sobre todo donde está marcada",
    "editing.image": "La imagen",
    "editing.link": "O un enlace a ella, o a un mensaje de este bot con ella",
    "editing.where": "Dónde: arriba a la izquierda, tercio derecho, todo menos el centro",
    "editing.mask": "O una imagen de la misma forma: lo blanco se redibuja, lo negro queda",
    "editing.places": (
        "mitad izquierda, mitad derecha, mitad superior, mitad inferior, centro, menos el centro, tercio "
        "izquierdo, tercio derecho, tercio superior, tercio inferior, arriba a la izquierda, arriba a la "
        "derecha, abajo a la izquierda, abajo a la derecha, bordes"
    ),
    "editing.no_picture": "¿Qué imagen? Adjunta una como image, o da un enlace a una.",
    "editing.not_ours": (
        "Ese enlace lleva a un mensaje sin imágenes mías. Adjunta la imagen, o haz clic derecho en el "
        "mensaje: Aplicaciones, Use this picture..."
    ),
    "linked.unread": (
        "Ese mensaje no lo puedo leer yo, o no lo puedes leer tú: da un enlace a uno en un canal que leamos los dos."
    ),
    "linked.which": (
        "Ese mensaje muestra {most} {most:imagen|imágenes}: di cuál con su número detrás del enlace, por ejemplo "
        "{example}."
    ),
    "editing.which.attached": "¿Cuál de las {most} imágenes? Empieza con su número: `2: make it night`.",
    "editing.which": "¿Cuál de las {most}? Empieza con su número, `2: make it night`, o saca antes una con U1 a U4.",
    "editing.how": (
        "Responde a una imagen, mencióname y di qué debe cambiar: `make the colours warmer`, `remove the hat "
        "in the top third`. O adjunta una imagen a tu mensaje. /imagine dibuja nuevas."
    ),
    "editing.unseen": (
        "Ahí no veo ninguna imagen: en una respuesta, Discord solo me muestra las mías. Haz clic derecho en "
        "ese mensaje: Aplicaciones, Use this picture... O adjunta la imagen a tu propio mensaje."
    ),
    "editing.long": "Es demasiado largo para una edición: como mucho {most} caracteres.",
    "editing.private": "Se está dibujando, y te llega por mensaje directo.",
}
