"""French: looking for pictures that were made."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "history.description": "Feuillette tes images, tes favoris, ou ceux d'un autre membre",
    "history.words": "Mots du prompt",
    "history.only_favourites": "Seulement celles à qui tu as donné un ❤️, de qui qu'elles soient",
    "history.member": "De qui : des autres, ce qui est ici pour tout le monde",
    "history.title.own": "Tes images",
    "history.title.favourites": "Tes favoris",
    "history.title.of": "Images de {member}",
    "history.place": "{first} à {last} sur {total}, les plus récentes d'abord",
    "history.look": "En regarder une",
    "history.newer": "Plus récentes",
    "history.older": "Plus anciennes",
    "history.favourites": "Seulement les favoris",
    "history.find": "Chercher des mots",
    "history.no_words": "Tous doivent être dans le prompt ; laisse vide pour voir toutes les images",
    "history.none.own": "Tu n'as pas encore d'images. Tape `/imagine` et dis ce qu'on doit voir.",
    "history.none.words": "Aucune image ici n'a tous ces mots. Cherches-en moins, ou aucun.",
    "history.none.favourites": (
        "Rien n'est encore en favori. Appuie sur ❤️ sous une image seule, ou sur ℹ️ sous une grille et sur ❤️ là."
    ),
    "history.none.of": (
        "Il n'y a rien de {member} à voir ici. Les images des autres se voient dans le serveur où elles sont."
    ),
}
