"""Spanish: why something cannot be drawn, as the engine says it."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "engine.edit.picture": "Una edición necesita una imagen: añade la que hay que cambiar.",
    "engine.edit.mask": "Una región necesita una máscara: marca lo que hay que dibujar de nuevo.",
    "engine.edit.zoom": "No hay nada hacia lo que alejarse: usa --zoom por encima de 1, u otro --ar.",
    "engine.edit.square": "La imagen ya es cuadrada: aléjate o desplázala para ver más.",
    "engine.edit.thin": "La imagen ya es larga y estrecha: desplázala en el otro sentido, o hazla cuadrada.",
    "engine.edit.large": "La imagen ya es tan grande como pueden ser aquí: {pixels} píxeles por lado.",
    "engine.edit.black": "La máscara es toda negra: marca en blanco lo que hay que dibujar de nuevo.",
    "engine.size": "Una imagen de {across}:{down} es demasiado larga y estrecha: usa --ar entre 1:16 y 16:1.",
    "engine.weights": "Los pesos de un prompt deben sumar más de 0: sube uno de ellos, o quita uno.",
    "engine.sampler": "No hay ningún sampler {name}: usa uno de {known}.",
    "engine.mask.alone": "Una máscara solo cuenta para una región de una imagen: quítala.",
    "engine.mask.role": (
        "Solo una imagen de contenido, estilo o personaje se puede limitar a una parte de lo que se dibuja."
    ),
    "engine.mask.edit": (
        "Una referencia solo se limita a una parte de una imagen entera: quita su máscara en una edición."
    ),
    "engine.reference.weight": "El peso de una referencia debe ser mayor que 0: súbelo, o quita la referencia.",
    "engine.picture.pixels": "Una de las imágenes tiene más de {megapixels} megapíxeles.",
    "engine.picture.unreadable": "Una de las imágenes no se puede leer: envíala como PNG, JPEG o WebP.",
    "engine.depth": (
        "Aquí no se puede hallar la profundidad de una foto: da un mapa de profundidad, en grises, con lo cercano "
        "en blanco, o sigue sus líneas con --control lineart."
    ),
    "engine.pose": (
        "Aquí no se puede hallar la pose de una foto: da la figura de OpenPose, de líneas de color sobre negro, o "
        "sigue sus líneas con --control lineart."
    ),
    "engine.lora.gone": "El LoRA {name} ya no está: quítalo, o nombra otro.",
    "engine.lora.unfit": "El LoRA {name} no sirve para este modelo: quítalo, o nombra otro.",
    "engine.cannot.adapter": (
        "El modelo {model} no tiene adaptador para imágenes de referencia, así que no puede dibujar {flag}"
    ),
    "engine.cannot.mask": "El modelo {model} no puede limitar una referencia a una parte de la imagen",
    "engine.cannot.tile": "El modelo {model} no puede dibujar --tile",
    "engine.cannot.control": "El modelo {model} no puede dibujar --control {kind}",
    "engine.cannot.control.others": "El modelo {model} no puede dibujar --control {kind} ({model} sigue {known})",
    "engine.cannot.lora": "El modelo {model} no puede dibujar --lora {name}",
    "engine.cannot.lora.close": "El modelo {model} no puede dibujar --lora {name} (¿querías decir --lora {close}?)",
    "engine.cannot.lora.others": "El modelo {model} no puede dibujar --lora {name} (hay {known})",
    "engine.cannot.lora.many": "El modelo {model} no puede dibujar --lora {name} (hay {known} y otros)",
    "engine.model.cannot": "{why}: quítalo, o nombra otro con --model.",
    "engine.model.cannot.able": "{why}: quítalo, o usa --model {able}, que sí puede.",
    "engine.model.cannot.none": "{why}: quítalo; ningún modelo instalado puede.",
    "engine.model.missing": (
        "No hay ningún modelo instalado: pon uno (en las carpetas de diffusers) en esta máquina, y nómbralo en la "
        "configuración con [models.NAME], family y path."
    ),
    "engine.model.unknown": "No hay ningún modelo {name}: hay {known}.",
    "engine.model.unknown.close": "No hay ningún modelo {name}: ¿querías decir --model {close}?",
    "engine.model.broken": (
        "El modelo {name} no se puede leer ahora mismo; el registro de quien administra este bot dice por qué."
    ),
    "engine.memory": "No hubo memoria suficiente para dibujar esto: pide una imagen más pequeña, o menos a la vez.",
    "engine.disk": "El disco está lleno.",
    "engine.start": "El motor no arranca: {detail}",
}
