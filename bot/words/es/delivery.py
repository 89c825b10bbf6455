"""Spanish: what stands at results and on the way to them."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "delivery.next": "El siguiente de la cola.",
    "delivery.next.time": "El siguiente de la cola, unos {time}.",
    "delivery.position": "Número {position} de la cola.",
    "delivery.position.time": "Número {position} de la cola, unos {time}.",
    "delivery.loading": "El modelo se está cargando.",
    "delivery.loading.left": "El modelo se está cargando: faltan unos {seconds} s.",
    "delivery.loading.model": "El modelo {model} se está cargando.",
    "delivery.loading.model.left": "El modelo {model} se está cargando: faltan unos {seconds} s.",
    "delivery.loading.room": "El modelo {model} se cargará en cuanto haya sitio: antes va lo que otros dibujan.",
    "delivery.cut": "El prompt no cabe en un mensaje; `/show {job_id}` lo tiene entero.",
    "delivery.alt.grid": "Una cuadrícula de {count} imágenes: {prompt}",
    "delivery.alt.picture": "Una imagen: {prompt}",
    "delivery.elsewhere": "No puedo publicar imágenes en {channel}, así que aquí están.",
    "delivery.nowhere": (
        "Las imágenes están listas, pero no puedo publicarlas en {channel} ni enviártelas. Déjame enviar mensajes y "
        "adjuntar archivos allí, o permite los mensajes directos; luego escribe `/show {job_id}`."
    ),
    "delivery.refused": "Discord no aceptó las imágenes. Escribe `/show {job_id}` para que se publiquen otra vez.",
    "delivery.lost": "Las imágenes ya no están en el disco del bot. Pídelas de nuevo, por favor.",
    "delivery.restarted": "Me reiniciaron antes de poder responderte. Vuelve a pedirlo, por favor.",
    "dm.sent": "Enviado: mira tus mensajes directos.",
    "dm.closed": (
        "No aceptas mensajes directos de este servidor. Permítelos en sus ajustes de privacidad y vuelve a pedirlo."
    ),
    "dm.nothing": "Este trabajo aún no tiene imágenes. Vuelve a pedirlo cuando esté terminado.",
    "progress.lost": "Tu trabajo está en marcha y sus imágenes llegarán; solo que no se puede mostrar cuánto lleva.",
}
