"""French: orders of several grids."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "order.ask": "Dessiner {count} grilles ?",
    "order.takes": "Ensemble, elles occupent le GPU environ {time}.",
    "order.of_today": "Il te reste {left} de tes {most} minutes d'aujourd'hui.",
    "order.of_month": "Il te reste {left} de tes {most} minutes de ce mois.",
    "order.more": "… et {count} de plus.",
    "order.until": "Cette question prend fin {at}.",
    "order.yes": "Oui",
    "order.no": "Non",
    "order.goes": "{count} grilles sont en chemin. Un message ici dit où elles en sont.",
    "order.declined": "Rien n'est dessiné.",
    "order.gone": "Cette question a déjà eu sa réponse. Retape la commande si tu veux quand même les grilles.",
    "order.late": (
        "Cette question a pris fin, et rien n'est dessiné. Retape la commande si tu veux quand même les grilles."
    ),
    "order.not_yours": "Seule la personne qui a demandé les grilles peut répondre.",
    "order.begun": "Ces grilles sont déjà en chemin.",
    "order.left": "{count} {count:grille est annulée|grilles sont annulées}.",
    "order.of": "Une commande de {count} grilles :",
    "order.drawn": "{count} {count:dessinée|dessinées}",
    "order.running": "{count} en cours",
    "order.waiting": "{count} en attente",
    "order.failed": "{count} {count:échouée|échouées}",
    "order.cancelled": "{count} {count:annulée|annulées}",
    "order.time": "Toutes dans {time} environ.",
    "order.refunded": "Rendues : {count}. Ce qui n'est pas dessiné ne prend rien de tes minutes.",
}
