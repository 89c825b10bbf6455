"""Portuguese: what /help says, and the greeting."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "help.description": "O que é este bot e o que dá para fazer com ele",
    "help.title": "Fourup",
    "help.what": (
        "Um bot que faz imagens a partir de palavras, hospedado pelo pessoal de uma comunidade na própria máquina."
    ),
    "help.commands": "Comandos",
    "help.where": "Onde ele responde",
    "help.where.list": (
        "Em um servidor em que foi adicionado, em uma mensagem direta para ele, e em qualquer conversa depois que "
        "você o adiciona à sua própria conta."
    ),
    "help.more": "Versão {version}. Digite / para ver os comandos a qualquer momento.",
    "arrival.hello": (
        "Olá! Eu faço imagens do que você descreve. Digite {imagine} e diga o que deve aparecer, por exemplo `a red "
        "apple --ar 3:2`; chegam quatro imagens, com botões para continuar a partir delas. {help} conta o resto."
    ),
    "help.choose": "Ler mais",
    "help.start": "O que ele é, e o que digitar",
    "help.first": "O que digitar primeiro",
    "help.first.list": (
        "{imagine} `a red apple on a table --ar 3:2`\n"
        "Chegam quatro imagens. Aperte U1 a U4 para ver uma sozinha, V1 a V4 para outras parecidas, 🔄 para quatro "
        "novas."
    ),
    "help.pocket": "O que ele sabe desenhar",
    "help.pocket.list": (
        "Aqui quem desenha é o Pocket, o pequeno modelo que vem com o Fourup. Ele conhece umas 250 coisas (animais, "
        "comida, plantas, veículos, rostos e o que há pela casa) em oito lugares e oito técnicas; entende inglês, e "
        "de todo o resto desenha o que conhece de mais parecido. Para ir além, quem hospeda põe um modelo grande ao "
        "lado: `[models.NAME]` em config.toml."
    ),
    "help.prompts": "Como se escreve um prompt",
    "help.prompts.list": (
        "**Links para imagens** primeiro, depois o texto, depois os parâmetros: `https://… a red apple --ar 3:2`\n"
        "**Pesos**: `hot::2 dog::1` diz quanto vale cada parte.\n"
        "**Conjuntos**: `a {{red, green}} apple` faz uma grade de cada.\n"
        "**O que você não quer**: `--no leaves, sky`\n"
        "O que estiver errado é dito só a você, com o prompt como deveria ser."
    ),
    "help.look": "Parâmetros: forma e aparência",
    "help.pictures": "Parâmetros: imagens de referência",
    "help.drawing": "Parâmetros: como é desenhado",
    "help.models": "Parâmetros: versão e modelo",
    "help.way": "Parâmetros: velocidade, e quem vê",
    "help.buttons": "Botões, menus e reações",
    "help.buttons.list": (
        "**U1 a U4** mostram uma imagem sozinha, **V1 a V4** fazem mais quatro parecidas, 🔄 desenha o mesmo prompt "
        "de novo. Qualquer pessoa pode apertar, e eles continuam funcionando.\n"
        "**Embaixo de uma imagem sozinha**: Upscale a deixa duas vezes maior, Vary a desenha de novo, inteira ou uma "
        "área, Zoom Out e as setas mostram mais em volta e ao lado, Custom Zoom pergunta antes pelo prompt.\n"
        "❤️ a guarda como favorita, ✏️ muda o prompt antes de desenhar de novo, 🗑️ a retira (só quem pediu).\n"
        "ℹ️ conta só a você a semente, os parâmetros e os números dela, e leva até de onde ela vem e ao que veio "
        "dela; `/show` também, e mostra mais uma vez um pedido seu.\n"
        "**Cancel Job** é para quem pediu, e para a moderação.\n"
        "**Clique com o botão direito em uma mensagem, Aplicativos**: Cancel Job, DM Results, Use as image prompt; "
        "Use this picture... faz um estilo, um personagem, uma mistura ou uma edição de qualquer imagem de qualquer "
        "mensagem.\n"
        "**Responda a uma imagem, mencione o bot e diga em inglês o que deve mudar**: `make it night`. "
        "`/edit` faz o mesmo com qualquer imagem, `/region` redesenha uma parte.\n"
        "`/history` folheia suas imagens e suas favoritas.\n"
        "**Reaja** com ✉️ para receber um resultado por mensagem direta, com ❌ para cancelar seu próprio pedido ou "
        "tirar a mensagem dele."
    ),
}
