"""Portuguese: /edit, /region, and replies that mention the bot."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "editing.edit": "Mude qualquer imagem com palavras, em inglês ou alemão: make it night, sharper",
    "editing.instruction": "O que deve mudar, em inglês ou alemão: make it night, sharper, as a watercolor",
    "editing.region": "Redesenha uma parte de qualquer imagem",
    "editing.prompt": "O que a imagem deve mostrar depois, sobretudo onde está marcada",
    "editing.image": "A imagem",
    "editing.link": "Ou um link para ela, ou para uma mensagem deste bot com ela",
    "editing.where": "Onde: em cima à esquerda, terço direito, tudo menos o centro",
    "editing.mask": "Ou uma imagem da mesma forma: o branco é redesenhado, o preto fica",
    "editing.places": (
        "metade esquerda, metade direita, metade de cima, metade de baixo, centro, menos o centro, terço "
        "esquerdo, terço direito, terço de cima, terço de baixo, em cima à esquerda, em cima à direita, "
        "embaixo à esquerda, embaixo à direita, bordas"
    ),
    "editing.no_picture": "Qual imagem? Anexe uma como image, ou dê um link para uma.",
    "editing.not_ours": (
        "Esse link leva a uma mensagem sem imagens minhas. Anexe a imagem, ou clique com o botão direito na "
        "mensagem: Aplicativos, Use this picture..."
    ),
    "linked.unread": (
        "Essa mensagem eu não posso ler, ou você não pode: dê um link de uma em um canal que nós dois lemos."
    ),
    "linked.which": (
        "Essa mensagem mostra {most} {most:imagem|imagens}: diga qual com o número atrás do link, por exemplo "
        "{example}."
    ),
    "editing.which.attached": "Qual das {most} imagens? Comece pelo número: `2: make it night`.",
    "editing.which": "Qual das {most}? Comece pelo número, `2: make it night`, ou antes tire uma com U1 a U4.",
    "editing.how": (
        "Responda a uma imagem, mencione-me e diga o que deve mudar: `make the colours warmer`, `remove the "
        "hat in the top third`. Ou anexe uma imagem à sua mensagem. /imagine desenha novas."
    ),
    "editing.unseen": (
        "Não vejo nenhuma imagem aí: numa resposta, o Discord só me mostra as minhas. Clique com o botão "
        "direito nessa mensagem: Aplicativos, Use this picture... Ou anexe a imagem à sua própria mensagem."
    ),
    "editing.long": "É longo demais para uma edição: no máximo {most} caracteres.",
    "editing.private": "Está sendo desenhada, e chega por mensagem direta.",
}
