"""Portuguese: the queue."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "cancel.done": "O pedido foi cancelado.",
    "queue.full": "Sua fila de pedidos está cheia. Espere um pedido terminar e envie este de novo.",
    "queue.waits": (
        "Você chegou ao máximo de pedidos ao mesmo tempo. Não se preocupe, este começa assim que outro terminar!"
    ),
    "cancel.by_moderator": "A moderação o cancelou. O que não foi desenhado não custa nada.",
    "cancel.not_yours": "Só o autor de um pedido e a moderação podem cancelá-lo.",
    "cancel.too_late": "Este pedido já terminou, então não há mais o que cancelar.",
}
