"""French: the queue."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "cancel.done": "La demande est annulée.",
    "queue.full": "Ta file de demandes est pleine. Attends qu'une demande se termine, puis renvoie celle-ci.",
    "queue.waits": (
        "Tu as atteint le maximum de demandes à la fois. Pas d'inquiétude, celle-ci commencera dès qu'une autre se "
        "terminera !"
    ),
    "cancel.by_moderator": "La modération l'a annulée. Ce qui n'en a pas été dessiné ne coûte rien.",
    "cancel.not_yours": "Seules la personne qui a fait une demande et la modération peuvent l'annuler.",
    "cancel.too_late": "Cette demande est déjà terminée, il n'y a donc plus rien à annuler.",
}
