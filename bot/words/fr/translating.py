"""French: /translate."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "imagine.window": "Dessiner",
    "imagine.empty": "Il n'y a rien à dessiner : écris ce qu'on doit voir.",
    "translate.description": "Un prompt dans la syntaxe d'un autre modèle, poids et négatifs compris",
    "translate.prompt": "Le prompt, tel qu'on l'écrit pour le premier modèle",
    "translate.from": "La syntaxe dans laquelle il est écrit",
    "translate.to": "La syntaxe que tu veux",
    "translate.source": "Écrit pour {source}",
    "translate.other": "Une autre syntaxe",
    "translate.imagine": "Dessiner",
    "translate.unknown": (
        "Je ne connais pas la syntaxe `{value}` : choisis midjourney, stable-diffusion, flux ou dall-e dans la liste."
    ),
    "translate.nothing": "Il n'y a rien à traduire : écris avec des mots ce qu'on doit voir.",
    "translate.long": "Le prompt a plus de {most} caractères : traduis-en une partie.",
    "translate.file": "Le prompt est trop long pour un message : il est dans le fichier.",
    "translate.settings": "Laissé de côté, faute d'équivalent : `{value}`.",
    "translate.images": "Les images ne sont pas du texte : donne-les à côté du prompt ({value}).",
    "translate.heavy": "Au-dessus de 1.5, les poids abîment les images de Stable Diffusion : {value}.",
    "translate.degrees": "Les phrases n'ont pas de chiffres : les poids se disent en cinq degrés.",
    "translate.negative": (
        "Sans prompt négatif, des mots dans la phrase doivent suffire et passent parfois inaperçus : {value}."
    ),
    "translate.parts": "Midjourney pèse des parties du prompt : le texte est donc coupé là où le poids change.",
    "translate.switching": "Un texte qui change pendant le dessin reste tel qu'il finit : `{value}`.",
    "translate.alternating": "Un texte qui alterne est lu tout ensemble : `{value}`.",
}
