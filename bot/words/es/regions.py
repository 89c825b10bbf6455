"""Spanish: Vary (Region): its button's answers, its window, and the page on which a region is marked."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "region.invite": "Marca en la página lo que se dibujará de nuevo. El enlace es solo tuyo, y vale 14 minutos.",
    "region.open": "Marcar la zona",
    "region.words": "Con palabras",
    "region.sent": "La zona se está dibujando de nuevo.",
    "region.title": "Dibujar una zona de nuevo",
    "region.place": "Dónde",
    "region.where.example": "mitad izquierda, tercio superior, abajo a la derecha, centro, todo menos el centro",
    "region.mask": "O una máscara",
    "region.mask.about": "Una imagen de la misma forma: lo blanco se dibuja de nuevo, lo negro se queda.",
    "region.empty": "No hay nada marcado: marca lo que se dibujará de nuevo, en blanco si es una máscara.",
    "region.full": "Está marcada toda la imagen: deja una parte, o usa Vary (Strong) para una nueva.",
    "region.shape": "La máscara tiene otra forma que la imagen: hazla de {width} por {height} píxeles, o del doble.",
    "region.nowhere": (
        "Di dónde: mitad izquierda, tercio superior, centro. O añade una máscara, blanca donde deba haber algo nuevo."
    ),
    "region.where": "«{word}» no es un lugar: valen mitad izquierda, tercio superior, centro, y varios con una coma.",
    "editor.title": "Dibujar una zona de nuevo",
    "editor.tools_label": "Herramientas",
    "editor.brush": "Pincel",
    "editor.eraser": "Borrador",
    "editor.box": "Rectángulo",
    "editor.lasso": "Lazo",
    "editor.hand": "Mover la imagen",
    "editor.undo": "Deshacer",
    "editor.redo": "Rehacer",
    "editor.invert": "Invertir",
    "editor.clear": "Limpiar",
    "editor.fit": "Mostrar todo",
    "editor.preview": "Vista previa: lo que se va",
    "editor.size": "Tamaño",
    "editor.place": "Marcar un área",
    "editor.place.left": "Mitad izquierda",
    "editor.place.right": "Mitad derecha",
    "editor.place.top": "Mitad superior",
    "editor.place.bottom": "Mitad inferior",
    "editor.place.center": "Centro",
    "editor.place.edges": "Bordes",
    "editor.canvas": "La imagen: pinta sobre lo que se dibujará de nuevo",
    "editor.hint": (
        "Las flechas mueven un cursor, con Mayús más lejos; la barra espaciadora empieza y termina un trazo; la "
        "rueda o dos dedos cambian el tamaño."
    ),
    "editor.prompt_label": "Lo que muestra entonces la imagen",
    "editor.submit": "Dibujar",
    "editor.back": "Lo que marcaste la última vez está aquí de nuevo.",
    "editor.empty": "Aún no hay nada marcado: pinta sobre lo que se dibujará de nuevo.",
    "editor.full": "Está marcada toda la imagen: deja una parte, o usa Vary (Strong) para una nueva.",
    "editor.sending": "En camino …",
    "editor.offline": "No se puede llegar al bot. Lo que marcaste se conserva aquí: inténtalo de nuevo en un momento.",
    "editor.leaving": "El enlace ha caducado. Lo que marcaste se conserva: pulsa Vary (Region) una vez más.",
    "editor.soon": "El enlace caduca en dos minutos.",
    "editor.sent": "Se está dibujando: la imagen llega en Discord.",
    "editor.expired": (
        "Este enlace ha caducado. Pulsa Vary (Region) en Discord para uno nuevo; lo que marcaste se conserva."
    ),
    "editor.used": "Este enlace ya se usó: la imagen llega en Discord. Pulsa allí Vary (Region) para otra.",
    "editor.foreign": "Este enlace se abrió en otro navegador. Pulsa Vary (Region) en Discord para uno tuyo.",
}
