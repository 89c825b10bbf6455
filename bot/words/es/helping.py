"""Spanish: what /help says, and the greeting."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "help.description": "Qué es este bot y qué puedes hacer con él",
    "help.title": "Fourup",
    "help.what": (
        "Un bot que hace imágenes a partir de palabras, alojado por la gente de una comunidad en su propia máquina."
    ),
    "help.commands": "Comandos",
    "help.where": "Dónde responde",
    "help.where.list": (
        "En un servidor al que se haya añadido, en un mensaje directo con él, y en cualquier chat una vez que lo "
        "añadas a tu propia cuenta."
    ),
    "help.more": "Versión {version}. Escribe / para ver los comandos en cualquier momento.",
    "arrival.hello": (
        "¡Hola! Hago imágenes de lo que describes. Escribe {imagine} y di qué se debe ver, por ejemplo `a red apple "
        "--ar 3:2`; llegan cuatro imágenes, con botones para seguir a partir de ellas. {help} cuenta el resto."
    ),
    "help.choose": "Leer más",
    "help.start": "Qué es y qué escribir",
    "help.first": "Qué escribir primero",
    "help.first.list": (
        "{imagine} `a red apple on a table --ar 3:2`\n"
        "Llegan cuatro imágenes. Pulsa U1 a U4 para ver una sola, V1 a V4 para otras parecidas, 🔄 para cuatro "
        "nuevas."
    ),
    "help.pocket": "Qué sabe dibujar",
    "help.pocket.list": (
        "Aquí dibuja Pocket, el pequeño modelo que viene con Fourup. Conoce unas 250 cosas (animales, comida, "
        "plantas, vehículos, caras y lo que hay por casa) en ocho lugares y ocho técnicas; entiende inglés, y de "
        "todo lo demás dibuja lo más parecido que conoce. Para más, quien administra el bot pone a su lado un modelo "
        "grande: `[models.NAME]` en config.toml."
    ),
    "help.prompts": "Cómo se escribe un prompt",
    "help.prompts.list": (
        "**Enlaces a imágenes** primero, luego el texto, luego los parámetros: `https://… a red apple --ar 3:2`\n"
        "**Pesos**: `hot::2 dog::1` dice cuánto cuenta cada parte.\n"
        "**Conjuntos**: `a {{red, green}} apple` hace una cuadrícula de cada uno.\n"
        "**Lo que no quieres**: `--no leaves, sky`\n"
        "Lo que esté mal se te dice solo a ti, con el prompt como debería ser."
    ),
    "help.look": "Parámetros: forma y aspecto",
    "help.pictures": "Parámetros: imágenes de referencia",
    "help.drawing": "Parámetros: cómo se dibuja",
    "help.models": "Parámetros: versión y modelo",
    "help.way": "Parámetros: velocidad y quién lo ve",
    "help.buttons": "Botones, menús y reacciones",
    "help.buttons.list": (
        "**U1 a U4** muestran una imagen sola, **V1 a V4** hacen otras cuatro parecidas, 🔄 dibuja el mismo prompt "
        "otra vez. Cualquiera puede pulsarlos, y siguen funcionando.\n"
        "**Debajo de una imagen sola**: Upscale la hace el doble de grande, Vary la dibuja de nuevo, entera o una "
        "zona, Zoom Out y las flechas muestran más alrededor y a los lados, Custom Zoom pregunta antes por el prompt.\n"
        "❤️ la guarda como favorita, ✏️ cambia el prompt antes de dibujarla de nuevo, 🗑️ la quita (solo quien la "
        "pidió).\n"
        "ℹ️ te dice solo a ti su semilla, sus parámetros y sus números, y te lleva a de dónde viene y qué salió de "
        "ella; también `/show`, que muestra otra vez un trabajo tuyo.\n"
        "**Cancel Job** es para quien lo pidió y para los moderadores.\n"
        "**Clic derecho en un mensaje, Aplicaciones**: Cancel Job, DM Results, Use as image prompt; Use this "
        "picture... hace un estilo, un personaje, una mezcla o una edición de cualquier imagen de cualquier mensaje.\n"
        "**Responde a una imagen, menciona al bot y di en inglés qué debe cambiar**: `make it night`. "
        "`/edit` hace lo mismo con cualquier imagen, `/region` redibuja una parte.\n"
        "`/history` hojea tus imágenes y tus favoritas.\n"
        "**Reacciona** con ✉️ para recibir un resultado por mensaje directo, con ❌ para cancelar tu propio trabajo "
        "o quitar su mensaje."
    ),
}
