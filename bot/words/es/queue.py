"""Spanish: the queue."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "cancel.done": "El trabajo está cancelado.",
    "queue.full": "Tu cola de trabajos está llena. Espera a que termine un trabajo y envía este otra vez.",
    "queue.waits": (
        "Has llegado al máximo de trabajos a la vez. No te preocupes, ¡este empezará en cuanto termine otro!"
    ),
    "cancel.by_moderator": "Lo canceló un moderador. Lo que no se dibujó no cuesta nada.",
    "cancel.not_yours": "Solo el autor de un trabajo y los moderadores pueden cancelarlo.",
    "cancel.too_late": "Este trabajo ya terminó, así que no queda nada que cancelar.",
}
