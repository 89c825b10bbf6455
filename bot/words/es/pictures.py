"""Spanish: what is asked of pictures and links."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "imagine.description": "Haz cuatro imágenes de lo que describes",
    "imagine.prompt": "Qué se debe ver, luego parámetros como --ar 3:2",
    "imagine.image": "Una imagen de la que partir, junto a las palabras",
    "imagine.style": "Una imagen cuyo estilo se toma (--sref)",
    "imagine.character": "Una imagen del personaje que dibujar (--cref)",
    "upscale.there": "La imagen {index} ya está sola aquí: {link}",
    "upscale.coming": "La imagen {index} ya está en camino.",
    "imagine.no_model": (
        "Aún no hay ningún modelo con el que dibujar: quien administra este bot puede añadir uno, como dice el "
        "readme en modelos."
    ),
    "imagine.cannot": "Esto no se puede dibujar. {reason}",
    "imagine.unavailable": (
        "Ahora mismo el motor no arranca, así que no se puede dibujar nada; avisa, por favor, a quien administra "
        "este bot. ({reason})"
    ),
    "imagine.blamed": (
        "El motor se cayó más de una vez con este trabajo, así que se abandonó; quizá salga uno más pequeño o más "
        "sencillo."
    ),
    "blend.count": "Una mezcla lleva de {fewest} a {most} imágenes: añade alguna o quita alguna.",
    "blend.twice": "La misma imagen está dos veces: elige una distinta para cada lugar.",
    "picture.no_link": "{link} no es un enlace a una imagen: da uno que empiece por https://, o adjunta la imagen.",
    "picture.private": "{link} lleva a una dirección que no es pública, y esas no se descargan: adjunta la imagen.",
    "picture.gone": "{link} ya no está, o no para todos: ábrelo en una ventana privada, o adjunta la imagen.",
    "picture.unreachable": "{link} es inaccesible: revisa el enlace, o adjunta la imagen.",
    "picture.slow": "{link} tardó demasiado en responder: inténtalo otra vez, o adjunta la imagen.",
    "picture.too_large": "{link} pasa de 25 MiB: da una imagen más pequeña.",
    "picture.not_a_picture": (
        "{link} no es una imagen que se pueda leer: da un enlace directo a un archivo PNG, JPEG, WebP o GIF."
    ),
    "picture.too_many_pixels": "{link} tiene más de 64 megapíxeles: da una imagen más pequeña.",
    "picture.broken": "{link} está dañada o cortada: guarda la imagen de nuevo, como PNG o JPEG, y envía esa.",
    "picture.lost": "Una imagen que hace falta ya no está donde se guardó: dibújala otra vez.",
    "blend.description": "Mezcla de dos a cinco imágenes en otras nuevas",
    "blend.image": "Una imagen",
    "blend.more": "Una imagen más",
    "blend.dimensions": "La forma de las imágenes nuevas",
    "blend.portrait": "Vertical",
    "blend.square": "Cuadrada",
    "blend.landscape": "Horizontal",
}
