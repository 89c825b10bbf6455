"""Portuguese: /admin, and what was done in a server."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "admin.description": "Defina as regras deste servidor e veja o que foi feito",
    "admin.managers_only": "Só membros que podem gerenciar este servidor fazem isso: peça a um deles.",
    "admin.elsewhere": "As regras são definidas em um servidor: digite isso lá.",
    "admin.log.description": "O que foi feito neste servidor, por quem, e como desfazer",
    "admin.log.title": "O que foi feito aqui",
    "admin.log.none": "Nada ainda. O que for mudado com /admin vai aparecer aqui e poderá ser desfeito.",
    "admin.log.undo": "Desfazer",
    "admin.log.older": "Mais antigos",
    "admin.log.nothing": "nada",
    "admin.log.undoes": "desfez {number}: {what}",
    "admin.log.undone_by": "Desfeito por {number}.",
    "admin.undo.description": "Desfaça o que foi feito",
    "admin.undo.number": "O número que vem antes dele em /admin log",
    "admin.undo.done": "{number} foi desfeito. Desfaça {again} para ter de volta.",
    "admin.undo.unknown": "Não há registro {number} no histórico deste servidor: /admin log mostra os números.",
    "admin.undo.again": "O registro {number} já foi desfeito.",
    "admin.undo.final": "O registro {number} não pode ser desfeito.",
    "admin.undo.changed": "O que o registro {number} fez mudou depois: desfaça primeiro os registros seguintes.",
    "audit.cancel": "cancelou o pedido {job} em {channel}",
}
