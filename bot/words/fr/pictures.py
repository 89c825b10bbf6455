"""French: what is asked of pictures and links."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "imagine.description": "Fais quatre images de ce que tu décris",
    "imagine.prompt": "Ce qu'on doit voir, puis des paramètres comme --ar 3:2",
    "imagine.image": "Une image d'où partir, à côté des mots",
    "imagine.style": "Une image dont le style est repris (--sref)",
    "imagine.character": "Une image du personnage à dessiner (--cref)",
    "upscale.there": "L'image {index} est déjà là, seule : {link}",
    "upscale.coming": "L'image {index} est déjà en chemin.",
    "imagine.no_model": (
        "Il n'y a pas encore de modèle pour dessiner : l'hébergeur de ce bot peut en ajouter un, comme le dit le "
        "readme au chapitre des modèles."
    ),
    "imagine.cannot": "Ceci ne peut pas être dessiné. {reason}",
    "imagine.unavailable": (
        "Le moteur ne démarre pas en ce moment, alors rien ne peut être dessiné ; préviens l'hébergeur de ce bot, "
        "s'il te plaît. ({reason})"
    ),
    "imagine.blamed": (
        "Le moteur est tombé en panne plus d'une fois sur cette demande, alors elle a été abandonnée ; une plus "
        "petite ou plus simple marchera peut-être."
    ),
    "blend.count": "Un mélange prend {fewest} à {most} images : ajoutes-en ou enlèves-en.",
    "blend.twice": "La même image est là deux fois : choisis-en une différente pour chaque place.",
    "picture.no_link": (
        "{link} n'est pas un lien vers une image : donnes-en un qui commence par https://, ou joins l'image."
    ),
    "picture.private": (
        "{link} mène à une adresse qui n'est pas publique, et on ne va pas y chercher : joins plutôt l'image."
    ),
    "picture.gone": (
        "{link} n'est plus là, ou pas pour tout le monde : ouvre-le dans une fenêtre privée, ou joins l'image."
    ),
    "picture.unreachable": "{link} est injoignable : vérifie le lien, ou joins l'image.",
    "picture.slow": "{link} a mis trop de temps à répondre : réessaie, ou joins l'image.",
    "picture.too_large": "{link} dépasse 25 MiB : donne une image plus petite.",
    "picture.not_a_picture": (
        "{link} n'est pas une image lisible : donne un lien direct vers un fichier PNG, JPEG, WebP ou GIF."
    ),
    "picture.too_many_pixels": "{link} a plus de 64 mégapixels : donne une image plus petite.",
    "picture.broken": (
        "{link} est abîmée ou coupée : enregistre de nouveau l'image, en PNG ou en JPEG, et envoie celle-là."
    ),
    "picture.lost": "Une image nécessaire n'est plus là où elle était gardée : redessine-la.",
    "blend.description": "Mélange deux à cinq images en de nouvelles",
    "blend.image": "Une image",
    "blend.more": "Encore une image",
    "blend.dimensions": "La forme des nouvelles images",
    "blend.portrait": "En hauteur",
    "blend.square": "Carrée",
    "blend.landscape": "En largeur",
}
