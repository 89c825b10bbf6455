"""French: commands that show what there is."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "show.description": "Montre ici encore une fois l'une de tes demandes",
    "show.job_id": "Le numéro de la demande, ou un lien vers son message",
    "show.not_yours": "Seule la personne qui a fait une demande peut la montrer de nouveau.",
    "show.unfinished": "Elle n'est pas encore terminée ; les images arriveront là où tu les as demandées.",
    "info.description": "Ce que tu as utilisé, et ce qui est en cours pour toi",
    "menu.title": "Utiliser comme prompt d'image",
    "menu.prompt": "Ton prompt",
    "menu.picture": "L'image",
    "menu.no_picture": "Il n'y a pas d'image dans ce message. Choisis-en un qui en a une.",
}
