"""French: what is done with a picture once it is there."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "picture.stealth": "Cette image n'est visible que par la personne qui l'a demandée : fais la tienne avec /imagine.",
    "picture.binned": "La personne qui a demandé cette image l'a retirée. Tape /imagine pour faire la tienne.",
    "bin.not_yours": (
        "Seule la personne qui a demandé une image peut la retirer. Quelque chose ne va pas ? Fais un clic droit sur "
        "son message, puis Applications, Report picture."
    ),
    "bin.done": "L'image est retirée. `/show job_id:{job_id}` la fait revenir.",
    "once.long": (
        "Le prompt dépasse les {most} caractères d'une fenêtre. ℹ️ le donne en fichier, à modifier puis à retaper."
    ),
    "about.title": "À propos de cette image",
    "about.title.grid": "À propos de ces images",
    "about.in_file": "Le prompt entier est dans le fichier ci-dessous, prêt à être retapé.",
    "about.seed": "Graine (seed)",
    "about.of_grid": "de la grille `{seed}`",
    "about.parameters": "Paramètres",
    "about.none": "aucun",
    "about.numbers": "Dessinée avec",
    "about.model": "Modèle",
    "about.size": "Taille",
    "about.asked": "Demandée",
    "about.gpu": "Temps de GPU",
    "about.free": "aucun : elle existait déjà",
    "about.from": "Vient de",
    "about.children": "A donné",
    "about.id": "Demande",
    "about.binned": "Tu l'as retirée ; Montrer ici la fait revenir.",
    "about.link": "[celle-ci]({link})",
    "about.no_message": "la demande `{job_id}`",
    "about.unseen": "une image qui n'est plus là, ou pas pour toi",
    "about.from.brought": "d'ailleurs : elle a été apportée",
    "about.from.prompt": "ce qui a été tapé",
    "about.from.reroll": "{name}, dessinée une nouvelle fois",
    "about.from.upscale": "l'image {index} de {name}",
    "about.from.picture": "l'image {index} de {name} : {done}",
    "about.parent": "D'où elle vient",
    "about.down": "Ce qu'elle a donné",
    "about.once": "Changer le prompt",
    "about.show": "Montrer ici",
    "about.not_for_you": "Cette image n'est plus là, ou pas pour toi.",
}
