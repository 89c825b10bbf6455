"""French: answers to what cannot be done."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "error.outdated": "Cette commande a changé depuis que Discord l'a chargée. Tape / et choisis-la de nouveau.",
    "error.unexpected": (
        "Quelque chose a échoué de notre côté. Réessaie, s'il te plaît ; si cela persiste, donne ce numéro à "
        "l'hébergeur : {incident}."
    ),
    "wrong.cure": "Ceci marcherait",
    "wrong.submit": "Envoyer celui-ci",
    "wrong.submitted": "Envoyé",
    "wrong.again": "Celui-ci est déjà envoyé : ses images arrivent, ou sont arrivées.",
    "wrong.lost": "Le prompt corrigé n'est plus là. Tape /imagine encore une fois, s'il te plaît.",
    "wrong.more": "… et {count} de plus.",
    "job.unknown": "Ce bot ne sait plus rien de cette demande. Tape /imagine pour en faire une nouvelle.",
    "job.is.waiting": "La demande attend encore son tour.",
    "job.is.running": "La demande est encore en train d'être dessinée.",
    "job.is.rendered": "Les images sont déjà dessinées, et en chemin.",
    "job.is.delivered": "La demande est déjà terminée.",
    "job.is.failed": "La demande a déjà échoué ; il n'y a plus rien à en faire.",
    "job.is.cancelled": "La demande est déjà annulée.",
    "error.store": "Le bot ne peut rien enregistrer pour le moment. Rien n'est perdu ; réessaie dans une minute.",
    "error.button": "Ce bouton est plus vieux que le bot et ne fait plus rien. Tape / pour voir ce qu'il y a.",
    "closed.server": (
        "Ce bot est là pour d'autres serveurs et ne prend pas de demandes ici. Son hébergeur peut autoriser ce serveur."
    ),
    "closed.elsewhere": "Ce bot dessine pour les membres de ses propres serveurs. Rejoins l'un d'eux, puis redemande.",
    "job.no_picture": (
        "Cette demande n'a pas d'image {index} : elle n'est pas allée jusque-là, ou s'est terminée avant."
    ),
}
