"""Spanish: answers to what cannot be done."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "error.outdated": "Este comando ha cambiado desde que Discord lo cargó. Escribe / y elígelo de nuevo.",
    "error.unexpected": (
        "Algo ha fallado por nuestra parte. Inténtalo otra vez; si sigue igual, dale este número a quien administra "
        "el bot: {incident}."
    ),
    "wrong.cure": "Así funcionaría",
    "wrong.submit": "Enviar este",
    "wrong.submitted": "Enviado",
    "wrong.again": "Este ya se envió: sus imágenes están por llegar, o ya llegaron.",
    "wrong.lost": "El prompt corregido ya no está aquí. Escribe /imagine otra vez, por favor.",
    "wrong.more": "… y {count} más.",
    "job.unknown": "Este bot ya no sabe nada de ese trabajo. Escribe /imagine para hacer uno nuevo.",
    "job.is.waiting": "El trabajo aún espera su turno.",
    "job.is.running": "El trabajo aún se está dibujando.",
    "job.is.rendered": "Las imágenes ya están dibujadas y en camino.",
    "job.is.delivered": "El trabajo ya está terminado.",
    "job.is.failed": "El trabajo falló; ya no se puede hacer nada con él.",
    "job.is.cancelled": "El trabajo ya está cancelado.",
    "error.store": "Ahora mismo el bot no puede guardar nada. No se ha perdido nada; inténtalo de nuevo en un minuto.",
    "error.button": "Este botón es más viejo que el bot y ya no hace nada. Escribe / para ver lo que hay.",
    "closed.server": (
        "Este bot es para otros servidores y no acepta trabajos aquí. Quien lo administra puede autorizar este "
        "servidor."
    ),
    "closed.elsewhere": "Este bot dibuja para miembros de sus propios servidores. Únete a uno y vuelve a pedirlo.",
    "job.no_picture": "Este trabajo no tiene imagen {index}: no ha llegado tan lejos, o terminó antes.",
}
