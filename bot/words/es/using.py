"""Spanish: what can be made of any picture in any message."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "use.title": "Usar esta imagen",
    "use.number": "Imagen {number}",
    "use.what": "Esto solo lo ves tú. ¿Qué se hace con la grande?",
    "use.grid": (
        "Esto solo lo ves tú. Son varias imágenes en una: pulsa antes U1 a U4 debajo de ellas para ampliar o variar "
        "una sola, o para usarla sin las demás."
    ),
    "use.image": "Prompt de imagen",
    "use.style": "Usar como estilo",
    "use.character": "Usar como personaje",
    "use.blend": "Mezclar con...",
    "use.edit": "Editar",
    "use.subtle": "Upscale (sutil)",
    "use.creative": "Upscale (creativo)",
    "use.low": "Vary (sutil)",
    "use.high": "Vary (fuerte)",
    "use.region": "Vary (zona)",
    "use.shows": "Qué muestra (o déjalo vacío)",
    "use.words.shows": "Unas palabras ayudan: lo que se amplía o varía se dibuja según ellas.",
    "use.words.region": "Qué debe mostrar la imagen después, sobre todo donde está marcada",
    "use.window.image": "Usar como prompt de imagen",
    "use.window.style": "Usar como estilo",
    "use.window.character": "Usar como personaje",
    "use.window.blend": "Mezclar con...",
    "use.words.image": "Qué se debe ver además de lo que muestra la imagen",
    "use.words.style": "Qué se debe dibujar con el aspecto de la imagen",
    "use.words.character": "Qué debe hacer el personaje de la imagen, y dónde",
    "use.words.edit": "Con palabras en inglés: luz, colores, hora, técnica, cosas",
    "use.told": "Qué debe cambiar",
    "use.example.edit": "p. ej. make it night · sharper",
    "use.more": "De una a cuatro imágenes más",
}
