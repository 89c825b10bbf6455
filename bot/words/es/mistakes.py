"""Spanish: what is wrong with a prompt, and what its author should know of one that is right."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "mistake.unknown": "Parámetros desconocidos: `{name}`. ¿Querías decir `{suggestion}`?",
    "mistake.unknown.far": (
        "Parámetros desconocidos: `{name}`. Nada de lo que existe se escribe parecido; el texto va antes de los "
        "parámetros, sin guiones."
    ),
    "mistake.case": "Parámetros desconocidos: `{name}`. Los parámetros se escriben en minúsculas: `{suggestion}`.",
    "mistake.glued": "Parámetros desconocidos: `{name}`. Entre un parámetro y su valor va un espacio: `{suggestion}`.",
    "mistake.space": "Hay un espacio después de `{dashes}`. Un parámetro se escribe junto: `{suggestion}`.",
    "mistake.dash": (
        "`{parameter}` empieza con una raya que no es de ningún parámetro ({dash}): escribe dos guiones, "
        "`{suggestion}`."
    ),
    "mistake.hyphen": "`{parameter}` tiene un guion donde un parámetro lleva dos: `{suggestion}`.",
    "mistake.glued.after": "`{value}` se junta con el parámetro siguiente: pon un espacio antes de `{suggestion}`.",
    "mistake.missing": "Después de `{parameter}` falta {wanted}.",
    "mistake.value": "Valor no válido para `{parameter}`: `{value}`. Hace falta {wanted}.",
    "mistake.aspect": "Proporción no válida: `{value}`. Para `{parameter}` hace falta {wanted}.",
    "mistake.range": "`{parameter}` tiene que ser {wanted} con `{version}`; `{value}` no lo es.",
    "mistake.many": "`{parameter}` admite {wanted}; aquí hay {value}.",
    "mistake.stray": (
        "Parámetros desconocidos: `{value}`. Tras `{after}` solo puede seguir otro parámetro; el texto y los "
        "enlaces van antes del primero."
    ),
    "mistake.stray.name": (
        "Parámetros desconocidos: `{value}`. Está sin sus guiones después de `{after}`: `{suggestion}`."
    ),
    "mistake.version": "`{parameter}` no es compatible con `{version}`; sirve con {wanted}.",
    "mistake.version.weights": "`::` no es compatible con `{version}`; sirve con {wanted}.",
    "mistake.refused": "`{parameter}` no se puede usar aquí: {reason}.",
    "mistake.lonely": "Con `{version}` no basta una sola imagen. Añade otra imagen, o un texto.",
    "mistake.textless": "`{parameter}` no se puede usar sin texto. Di con palabras qué se debe ver.",
    "mistake.together.tile": (
        "`{parameter}` no se puede usar con `--edit`: una imagen que se edita conserva sus bordes. Quita uno de "
        "los dos."
    ),
    "mistake.together.quality": (
        "`{parameter} 4` no se puede usar con `--oref`: usa `{suggestion}`, o quita la referencia."
    ),
    "mistake.together.draft": (
        "`{parameter}` no se puede usar con `--oref`: un borrador es demasiado rápido para conservar una cosa. "
        "Quita uno de los dos."
    ),
    "mistake.together.sv": (
        "`{parameter}` tiene que ser 4 o 6 para códigos de estilo con `{version}`: usa `{suggestion}`, o una imagen."
    ),
    "mistake.together.textless": "`{parameter}` no se puede usar solo con imágenes: añade un texto, o quítalo.",
    "mistake.together.relax": (
        "En modo lento solo se hace una cuadrícula a la vez: usa `{suggestion}` para varias, o pide una."
    ),
    "mistake.empty": "No hay nada que dibujar: escribe qué se debe ver, o da enlaces a dos imágenes.",
    "mistake.weights": "Los pesos tras `::` suman {value}; juntos tienen que pasar de 0.",
    "mistake.weights.size": "El peso `{value}` es demasiado grande: los pesos son números de -{most} a {most}.",
    "mistake.weights.whole": "El peso `{value}` tiene que ser un número entero con `{version}`.",
    "mistake.weights.image": "El peso `{value}` de una imagen tiene que ser mayor que 0.",
    "mistake.braces.open": "La `{{` después de `{value}` no se cierra nunca. Escribe `\\{{` donde la llave sea texto.",
    "mistake.braces.close": "La `}}` después de `{value}` no se abrió nunca. Escribe `\\}}` donde la llave sea texto.",
    "mistake.braces.deep": "Hay llaves dentro de llaves a más de {most} niveles.",
    "mistake.length": "El prompt tiene {value} caracteres; puede tener {most}.",
    "mistake.jobs": "El prompt da {value} cuadrículas; un comando puede dar {most}.",
    "mistake.link.glued": "El enlace en `{value}` toca otras palabras: pon un espacio antes y después.",
    "mistake.link.scheme": "`{value}` parece un enlace y no lo es: un enlace a una imagen empieza con https://.",
    "mistake.link.local": (
        "`{value}` es un enlace que solo tu propio dispositivo puede abrir. Envía primero la imagen y copia luego "
        "su enlace."
    ),
    "mistake.link.broken": "`{value}` no es un enlace completo: no nombra ningún servidor.",
    "notice.again": "`{parameter}` aparece más de una vez; con una basta.",
    "notice.twice": "`{parameter}` aparece más de una vez: vale el último, `{value}`.",
    "notice.replaced": "`{first}` y `{last}` se excluyen: vale el último.",
    "notice.translated": "`{parameter}` se lee como `{other}`, su nombre con `{version}`.",
    "notice.glued": "`{value}` se lee como texto: un parámetro necesita un espacio antes de sus guiones.",
    "notice.nothing": "El peso `{value}` no tiene texto delante, así que no hace nada.",
    "notice.zoom": "`--zoom` tiene efecto en la ventana de Custom Zoom, y con `--edit` y una imagen.",
    "wanted.one": "uno de {range}",
    "wanted.whole": "un número entero {range}",
    "wanted.number": "un número {range}",
    "wanted.or": "{others} o {last}",
    "wanted.between": "entre {low} y {high}",
    "wanted.link": "un enlace",
    "wanted.links": "{most} enlaces como máximo",
    "wanted.weightless": "un enlace sin peso",
    "wanted.bare": "texto sin pesos ni enlaces",
    "wanted.codes": "un código de 0 a {most}",
    "wanted.version": "una de las versiones {known}",
    "wanted.version.number": "la versión {runs}",
    "wanted.version.numbers": "las versiones {runs}",
    "wanted.version.niji": "niji {runs}",
    "wanted.and": "{first} y {last}",
    "wanted.to": "{first} a {last}",
    "wanted.also": "{before}, {each}",
    "wanted.countless": "incontables",
    "wanted.start": "inicio",
    "wanted.kind.flag": "nada",
    "wanted.kind.aspect": "una proporción de números enteros como 3:2",
    "wanted.kind.version": "una versión",
    "wanted.kind.niji": "una versión de niji",
    "wanted.kind.raw": "la palabra raw",
    "wanted.kind.words": "una palabra o varias",
    "wanted.kind.link": "un enlace a una imagen",
    "wanted.kind.links": "un enlace a una imagen o varios",
    "wanted.kind.styles": "un enlace a una imagen, un código de estilo o la palabra random",
    "wanted.kind.choice": "una de estas palabras: {words}",
    "wanted.kind.name": "un nombre",
    "wanted.kind.lora": "un nombre y un peso, como ink:0.8",
    "wanted.kind.control": "un tipo y un enlace, como lineart https://…: {words}",
    "refused.style": "de los estilos de Midjourney solo `--style raw` tiene equivalente",
    "refused.still": "Fourup dibuja imágenes fijas, no vídeos",
    "refused.legacy": "es de las primeras versiones de Midjourney, a las que aquí nada responde",
    "refused.profile": "no hay perfiles personales; usa `--sref` con imágenes que te gusten",
    "dash.en": "una semirraya",
    "dash.minus": "un signo menos",
    "dash.em": "una raya",
    "dash.hyphens": "guiones",
    "dash.wide": "un guion de ancho completo",
    "dash.vowel": "un signo de vocal larga",
    "dash.other": "otro tipo de raya",
    "notice.void": "`{parameter}` no tiene efecto aquí.",
    "notice.model": "Ningún modelo instalado responde a la versión {version}, así que dibuja {model}.",
}
