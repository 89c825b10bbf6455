"""Portuguese: answers to what cannot be done."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "error.outdated": "Este comando mudou desde que o Discord o carregou. Digite / e escolha de novo.",
    "error.unexpected": (
        "Algo deu errado do nosso lado. Tente de novo, por favor; se continuar, passe este número para quem hospeda "
        "o bot: {incident}."
    ),
    "wrong.cure": "Assim funcionaria",
    "wrong.submit": "Enviar este",
    "wrong.submitted": "Enviado",
    "wrong.again": "Este já foi enviado: as imagens estão vindo, ou já vieram.",
    "wrong.lost": "O prompt corrigido não está mais aqui. Digite /imagine mais uma vez, por favor.",
    "wrong.more": "… e mais {count}.",
    "job.unknown": "Este bot não sabe mais nada desse pedido. Digite /imagine para fazer um novo.",
    "job.is.waiting": "O pedido ainda espera a vez.",
    "job.is.running": "O pedido ainda está sendo desenhado.",
    "job.is.rendered": "As imagens já estão desenhadas e a caminho.",
    "job.is.delivered": "O pedido já está pronto.",
    "job.is.failed": "O pedido já falhou; não há mais o que fazer com ele.",
    "job.is.cancelled": "O pedido já está cancelado.",
    "error.store": "O bot não consegue gravar nada agora. Nada se perdeu; tente de novo em um minuto, por favor.",
    "error.button": "Este botão é mais velho que o bot e não faz mais nada. Digite / para ver o que há.",
    "closed.server": (
        "Este bot é para outros servidores e não aceita pedidos aqui. Quem o hospeda pode liberar este servidor."
    ),
    "closed.elsewhere": "Este bot desenha para membros dos próprios servidores. Entre em um deles e peça de novo.",
    "job.no_picture": "Este pedido não tem imagem {index}: ele não chegou até lá, ou acabou antes.",
}
