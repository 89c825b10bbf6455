"""French: /admin, and what was done in a server."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "admin.description": "Fixe les règles de ce serveur et vois ce qui a été fait",
    "admin.managers_only": "Seuls les membres qui gèrent ce serveur peuvent faire cela : demande à l'un d'eux.",
    "admin.elsewhere": "Les règles se fixent dans un serveur : tape-le là-bas.",
    "admin.log.description": "Ce qui a été fait dans ce serveur, par qui, et comment l'annuler",
    "admin.log.title": "Ce qui a été fait ici",
    "admin.log.none": "Rien pour l'instant. Ce qui sera changé avec /admin apparaîtra ici et pourra être annulé.",
    "admin.log.undo": "Annuler",
    "admin.log.older": "Plus anciens",
    "admin.log.nothing": "rien",
    "admin.log.undoes": "a annulé {number} : {what}",
    "admin.log.undone_by": "Annulé par {number}.",
    "admin.undo.description": "Reviens sur ce qui a été fait",
    "admin.undo.number": "Le numéro qui figure devant dans /admin log",
    "admin.undo.done": "{number} est annulé. Annule {again} pour le retrouver.",
    "admin.undo.unknown": "Le journal de ce serveur n'a pas d'entrée {number} : /admin log donne les numéros.",
    "admin.undo.again": "L'entrée {number} est déjà annulée.",
    "admin.undo.final": "L'entrée {number} ne peut pas être annulée.",
    "admin.undo.changed": "Ce que l'entrée {number} a fait a été changé depuis : annule d'abord les entrées suivantes.",
    "audit.cancel": "a annulé la demande {job} dans {channel}",
}
