"""French: /queue."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "queue.description": "Ce qui attend et ce qui est dessiné ; annule tes propres demandes",
    "queue.title": "La file d'attente",
    "queue.empty": "Rien n'attend et rien n'est dessiné.",
    "queue.all": "{running} en cours, {waiting} en attente.",
    "queue.all.time": "{running} en cours, {waiting} en attente ; le tout prend environ {time}.",
    "queue.own": "Les tiennes : {running} en cours, {waiting} en attente.",
    "queue.own.time": (
        "Les tiennes : {running} en cours, {waiting} en attente ; la première arrive dans {time} environ."
    ),
    "queue.none_own": "Aucune n'est à toi.",
    "queue.turbo": "en turbo",
    "queue.fast": "rapide",
    "queue.relax": "sans hâte",
    "queue.runs": "{speed}, en cours",
    "queue.runs.time": "{speed}, en cours, encore {time} environ",
    "queue.waits.time": "{speed}, environ {time}",
    "queue.held": "{speed}, en pause",
    "queue.private": "pour qui l'a demandée seulement",
    "queue.refresh": "Regarder de nouveau",
    "queue.cancel_one": "Annuler une des tiennes …",
    "queue.cancel_all": "Annuler tes {count} qui attendent",
    "queue.cancelled": "{count} {count:demande est annulée|demandes sont annulées}.",
    "queue.cancelled_it": "La demande est annulée, et la personne qui l'a faite le lit.",
    "queue.manage_one": "Déplacer ou annuler une demande …",
    "queue.one": "Cette demande",
    "queue.front": "En tête",
    "queue.cancel": "L'annuler",
    "queue.back": "La file d'attente",
    "queue.moved": "C'est la prochaine à être dessinée. `/admin undo {number}` la remet à sa place.",
    "queue.pause": "Mettre la file en pause",
    "queue.pause.what": "Ce qui est en cours continue, ce qui attend reste, et rien d'autre ne commence",
    "queue.drain": "Vider la file",
    "queue.drain.what": "Ce qui attend est dessiné, et rien de nouveau n'est accepté",
    "queue.resume": "La laisser reprendre",
    "queue.reason": "Pourquoi ; tout le monde le lira",
    "queue.paused": (
        "La file de ce serveur est en pause. `/admin undo {number}`, ou le bouton ci-dessous, la laisse reprendre."
    ),
    "queue.draining": "Rien de nouveau n'est accepté. `/admin undo {number}`, ou le bouton ci-dessous, y met fin.",
    "queue.resumed": "La file de ce serveur reprend. `/admin undo {number}` l'arrête comme avant.",
    "queue.goes_on": "Elle tourne déjà.",
    "queue.was_so": "C'était déjà le cas.",
    "queue.gone": "Cette demande n'est plus dans la file.",
    "queue.not_here": (
        "Cette demande a été faite ailleurs : seules les personnes qui gèrent cet endroit peuvent faire cela."
    ),
    "queue.not_waiting": "Cette demande n'attend plus, elle ne peut donc pas être déplacée.",
    "queue.in_front": "Cette demande est déjà en tête.",
    "queue.host": "L'hébergeur a mis le dessin en pause pour un moment.",
    "queue.host.why": "L'hébergeur a mis le dessin en pause pour un moment : {reason}",
    "queue.is.paused": "{by} a mis la file de ce serveur en pause.",
    "queue.is.paused.why": "{by} a mis la file de ce serveur en pause : {reason}",
    "queue.is.draining": "{by} laisse la file de ce serveur se vider : rien de nouveau n'est accepté.",
    "queue.is.draining.why": "{by} laisse la file de ce serveur se vider, et rien de nouveau n'est accepté : {reason}",
    "queue.drained": (
        "Rien de nouveau n'est dessiné ici pour le moment, {by} l'a réglé ainsi : ce qui attend est encore dessiné. "
        "Réessaie plus tard."
    ),
    "queue.drained.why": (
        "Rien de nouveau n'est dessiné ici pour le moment, {by} l'a réglé ainsi ({reason}) : ce qui attend est "
        "encore dessiné. Réessaie plus tard."
    ),
    "audit.queue": "a arrêté la file ou l'a laissée reprendre",
    "audit.front": "a mis la demande {job} de {channel} en tête",
}
