"""Spanish: edits in words, what was done about them, and what nothing understands."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "revise.done.follows": "El modelo siguió estas palabras por sí mismo.",
    "revise.done.frame": "Hecho como lo hace el botón de ese nombre.",
    "revise.done.whole": "Se redibujó toda la imagen, un {percent} %.",
    "revise.done.region": "Redibujado un {percent} % solo aquí: {where}.",
    "revise.done.graded": "Antes se cambiaron la luz y los colores.",
    "revise.guess": "Es una suposición: di dónde (`in the left third`), o márcalo con Vary (Region).",
    "revise.unseen": (
        "Este modelo no sabe dónde está «{things}»: di dónde (`in the top third`), y solo se redibuja eso."
    ),
    "revise.at.top": "mitad superior",
    "revise.at.bottom": "mitad inferior",
    "revise.at.around": "todo menos el centro",
    "revise.at.edge": "bordes",
    "revise.at.both": "mitad superior, mitad inferior",
    "revise.unread": (
        "«{clause}» no es un cambio que entienda. En inglés o alemán entiendo: `make the colours warmer` · "
        "`make it night` · `sharper` · `more detail in the background` · `remove the hat in the top third` · "
        "`turn the sky pink` · `replace the dog with a cat` · `as a watercolor` · `zoom out` · `a bit more`. "
        "Para lo demás: Vary (Region), o ✏️ para todo el prompt."
    ),
    "revise.one": (
        "Una cosa tras otra: primero el encuadre o el tamaño, luego el resto, respondiendo a lo que llegue."
    ),
    "revise.back": "No se ha perdido nada: sigue desde la imagen anterior, respondiendo a ella.",
    "revise.first": "¿Más de qué? Dilo primero para esta imagen, por ejemplo: `make the colours warmer`.",
}
