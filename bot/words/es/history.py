"""Spanish: looking for pictures that were made."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "history.description": "Hojea tus imágenes, tus favoritas o las de otro miembro",
    "history.words": "Palabras del prompt",
    "history.only_favourites": "Solo aquellas a las que diste un ❤️, sean de quien sean",
    "history.member": "De quién: de los demás, lo que está aquí para todos",
    "history.title.own": "Tus imágenes",
    "history.title.favourites": "Tus favoritas",
    "history.title.of": "Imágenes de {member}",
    "history.place": "De {first} a {last} de {total}, primero las más recientes",
    "history.look": "Ver una",
    "history.newer": "Más nuevas",
    "history.older": "Más antiguas",
    "history.favourites": "Solo favoritas",
    "history.find": "Buscar palabras",
    "history.no_words": "Todas tienen que estar en el prompt; déjalo vacío para ver todas las imágenes",
    "history.none.own": "Aún no tienes imágenes. Escribe `/imagine` y di qué se debe ver.",
    "history.none.words": "Ninguna imagen de aquí tiene todas esas palabras. Busca menos, o ninguna.",
    "history.none.favourites": (
        "Aún no hay favoritas. Pulsa ❤️ debajo de una imagen sola, o ℹ️ debajo de una cuadrícula y ❤️ allí."
    ),
    "history.none.of": (
        "Aquí no hay nada de {member} que ver. Las imágenes de los demás se ven en el servidor en el que están."
    ),
}
