"""French: what can be made of any picture in any message."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "use.title": "Utiliser cette image",
    "use.number": "L'image {number}",
    "use.what": "Il n'y a que toi qui vois ceci. Que faire de la grande ?",
    "use.grid": (
        "Il n'y a que toi qui vois ceci. Ce sont plusieurs images en une : appuie d'abord sur U1 à U4 en dessous "
        "pour en agrandir ou en varier une seule, ou pour l'utiliser à part."
    ),
    "use.image": "Prompt d'image",
    "use.style": "Utiliser comme style",
    "use.character": "Utiliser comme personnage",
    "use.blend": "Mélanger avec...",
    "use.edit": "Modifier",
    "use.subtle": "Upscale (subtil)",
    "use.creative": "Upscale (créatif)",
    "use.low": "Vary (subtil)",
    "use.high": "Vary (fort)",
    "use.region": "Vary (zone)",
    "use.shows": "Ce qu'elle montre (ou laisse vide)",
    "use.words.shows": "Quelques mots aident : ce qui est agrandi ou varié est dessiné d'après eux.",
    "use.words.region": "Ce que l'image doit montrer ensuite, surtout là où elle est marquée",
    "use.window.image": "Utiliser comme prompt d'image",
    "use.window.style": "Utiliser comme style",
    "use.window.character": "Utiliser comme personnage",
    "use.window.blend": "Mélanger avec...",
    "use.words.image": "Ce qu'on doit voir à côté de ce que l'image montre",
    "use.words.style": "Ce qui doit être dessiné avec l'aspect de l'image",
    "use.words.character": "Ce que le personnage de l'image doit faire, et où",
    "use.words.edit": "Avec des mots anglais : lumière, couleurs, heure, technique, objets",
    "use.told": "Ce qui doit changer",
    "use.example.edit": "p. ex. make it night · sharper",
    "use.more": "Une à quatre images de plus",
}
