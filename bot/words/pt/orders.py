"""Portuguese: orders of several grids."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "order.ask": "Desenho {count} grades?",
    "order.takes": "Juntas, elas ocupam a GPU por cerca de {time}.",
    "order.of_today": "Restam {left} dos seus {most} minutos de hoje.",
    "order.of_month": "Restam {left} dos seus {most} minutos deste mês.",
    "order.more": "… e mais {count}.",
    "order.until": "Esta pergunta termina {at}.",
    "order.yes": "Sim",
    "order.no": "Não",
    "order.goes": "{count} grades estão a caminho. Uma mensagem aqui diz a quantas andam.",
    "order.declined": "Nada é desenhado.",
    "order.gone": "Esta pergunta já foi respondida. Digite o comando de novo se você quiser as grades afinal.",
    "order.late": (
        "Esta pergunta terminou, e nada é desenhado. Digite o comando de novo se você quiser as grades afinal."
    ),
    "order.not_yours": "Só quem pediu as grades pode responder.",
    "order.begun": "Estas grades já estão a caminho.",
    "order.left": "{count} {count:grade foi cancelada|grades foram canceladas}.",
    "order.of": "Uma encomenda de {count} grades:",
    "order.drawn": "{count} {count:desenhada|desenhadas}",
    "order.running": "{count} em andamento",
    "order.waiting": "{count} em espera",
    "order.failed": "{count} {count:falhou|falharam}",
    "order.cancelled": "{count} {count:cancelada|canceladas}",
    "order.time": "Todas em cerca de {time}.",
    "order.refunded": "Devolvidas: {count}. O que não é desenhado não gasta nada dos seus minutos.",
}
