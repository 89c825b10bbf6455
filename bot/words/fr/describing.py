"""French: /describe, /shorten."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "describe.description": "Quatre prompts pour une image, et ce dont elle est faite",
    "describe.image": "L'image",
    "describe.link": "Ou un lien vers elle, ou vers un message de ce bot qui la montre",
    "describe.one": "Joins une image ou donne un lien : l'un des deux.",
    "describe.failed": (
        "L'image n'a pas pu être lue à l'instant : réessaie dans un moment ou préviens l'hébergeur de ce bot."
    ),
    "describe.all": "Tout dessiner",
    "describe.form": "Pour quel modèle",
    "describe.for": "Écrit pour {model}",
    "describe.breakdown": "Ce dont elle est faite",
    "describe.subject": "Sujet",
    "describe.medium": "Technique et style",
    "describe.setting": "Lieu et moment",
    "describe.lighting": "Lumière",
    "describe.composition": "Cadrage",
    "describe.mood": "Ambiance",
    "describe.palette": "Couleurs",
    "describe.outside": (
        "**C'est en dehors de ce que je sais nommer.** Je connais {count} choses, toutes dessinées ; le "
        "sujet, la technique et le lieu indiqués sont seulement les plus proches. Lumière, cadrage, ambiance "
        "et couleurs sont mesurés et restent justes."
    ),
    "describe.world": (
        "Reconnu par {by}, qui connaît {count} choses dessinées · lumière, ambiance et couleurs sont mesurées"
    ),
    "describe.by": "Reconnu par {by} · lumière, ambiance et couleurs sont mesurées",
    "shorten.description": "Quels mots d'un prompt comptent, et des prompts plus courts",
    "shorten.prompt": "Le prompt entier",
    "shorten.nothing": "Il n'y a pas de mots : écris ce qu'on doit voir.",
    "shorten.one": "Un seul mot ne peut pas être raccourci.",
    "shorten.parts": (
        "Donne une seule partie du prompt à la fois, sans `::` : les mots se pèsent au sein de leur partie."
    ),
    "shorten.long": "Le prompt est trop long : {most} mots et 1 500 caractères au plus. Donnes-en une partie.",
    "shorten.failed": (
        "Le prompt n'a pas pu être lu à l'instant : réessaie dans un moment ou préviens l'hébergeur de ce bot."
    ),
    "shorten.important": "Mots importants",
    "shorten.shorter": "Prompts raccourcis",
    "shorten.press": "Appuie sur un chiffre pour dessiner ce prompt.",
    "shorten.show": "Voir les détails",
    "shorten.details": "Ce que pèse chaque mot",
    "shorten.how": (
        "De combien le sens tourne, en degrés, quand un mot manque ; mesuré avec l'encodeur de texte de {by}."
    ),
    "use.describe": "Décrire",
}
