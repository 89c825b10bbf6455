"""Portuguese: what stands at results and on the way to them."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "delivery.next": "O próximo da fila.",
    "delivery.next.time": "O próximo da fila, cerca de {time}.",
    "delivery.position": "Número {position} da fila.",
    "delivery.position.time": "Número {position} da fila, cerca de {time}.",
    "delivery.loading": "O modelo está carregando.",
    "delivery.loading.left": "O modelo está carregando: faltam cerca de {seconds} s.",
    "delivery.loading.model": "O modelo {model} está carregando.",
    "delivery.loading.model.left": "O modelo {model} está carregando: faltam cerca de {seconds} s.",
    "delivery.loading.room": "O modelo {model} será carregado assim que houver espaço, depois do que já está andando.",
    "delivery.cut": "O prompt não cabe em uma mensagem; `/show {job_id}` o mostra inteiro.",
    "delivery.alt.grid": "Uma grade de {count} imagens: {prompt}",
    "delivery.alt.picture": "Uma imagem: {prompt}",
    "delivery.elsewhere": "Não posso postar imagens em {channel}, então aqui estão elas.",
    "delivery.nowhere": (
        "As imagens estão prontas, mas não consigo postá-las em {channel} nem enviá-las para você. Permita que eu "
        "envie mensagens e anexe arquivos lá, ou aceite mensagens diretas; depois digite `/show {job_id}`."
    ),
    "delivery.refused": "O Discord não aceitou as imagens. Digite `/show {job_id}` para que sejam postadas de novo.",
    "delivery.lost": "As imagens sumiram do disco do bot. Peça mais uma vez, por favor.",
    "delivery.restarted": "Fui reiniciado antes de poder responder a você. Peça de novo, por favor.",
    "dm.sent": "Enviado: veja suas mensagens diretas.",
    "dm.closed": (
        "Você não aceita mensagens diretas deste servidor. Permita nas configurações de privacidade dele e peça de "
        "novo."
    ),
    "dm.nothing": "Este pedido ainda não tem imagens. Peça de novo quando ele estiver pronto.",
    "progress.lost": "Seu pedido está em andamento, e as imagens vão chegar; só não dá para mostrar o quanto falta.",
}
