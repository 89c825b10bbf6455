"""Spanish: /admin, and what was done in a server."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "admin.description": "Pon las reglas de este servidor y mira qué se ha hecho",
    "admin.managers_only": "Eso solo pueden hacerlo miembros que gestionan este servidor: pídeselo a uno de ellos.",
    "admin.elsewhere": "Las reglas se ponen en un servidor: escríbelo allí.",
    "admin.log.description": "Qué se ha hecho en este servidor, quién lo hizo y cómo deshacerlo",
    "admin.log.title": "Qué se ha hecho aquí",
    "admin.log.none": "Todavía nada. Lo que se cambie con /admin aparecerá aquí y se podrá deshacer.",
    "admin.log.undo": "Deshacer",
    "admin.log.older": "Anteriores",
    "admin.log.nothing": "nada",
    "admin.log.undoes": "deshizo {number}: {what}",
    "admin.log.undone_by": "Deshecho por {number}.",
    "admin.undo.description": "Deshaz algo que se hizo",
    "admin.undo.number": "El número que lleva delante en /admin log",
    "admin.undo.done": "{number} está deshecho. Deshaz {again} para recuperarlo.",
    "admin.undo.unknown": (
        "En el registro de este servidor no hay ninguna entrada {number}: /admin log tiene los números."
    ),
    "admin.undo.again": "La entrada {number} ya está deshecha.",
    "admin.undo.final": "La entrada {number} no se puede deshacer.",
    "admin.undo.changed": "Lo que hizo la entrada {number} se cambió después: deshaz primero las entradas posteriores.",
    "audit.cancel": "canceló el trabajo {job} en {channel}",
}
