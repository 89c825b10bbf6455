"""Portuguese: edits in words, what was done about them, and what nothing understands."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "revise.done.follows": "O modelo seguiu estas palavras sozinho.",
    "revise.done.frame": "Feito como faz o botão desse nome.",
    "revise.done.whole": "A imagem inteira foi redesenhada, em {percent} %.",
    "revise.done.region": "Redesenhado em {percent} % só aqui: {where}.",
    "revise.done.graded": "Antes mudaram a luz e as cores.",
    "revise.guess": "É um palpite: diga onde (`in the left third`), ou marque com Vary (Region).",
    "revise.unseen": (
        "Este modelo não sabe onde está “{things}”: diga onde (`in the top third`), e só isso é redesenhado."
    ),
    "revise.at.top": "metade de cima",
    "revise.at.bottom": "metade de baixo",
    "revise.at.around": "tudo menos o centro",
    "revise.at.edge": "bordas",
    "revise.at.both": "metade de cima, metade de baixo",
    "revise.unread": (
        "“{clause}” não é uma mudança que eu entenda. Em inglês ou alemão, entendo: `make the colours "
        "warmer` · `make it night` · `sharper` · `more detail in the background` · `remove the hat in the "
        "top third` · `turn the sky pink` · `replace the dog with a cat` · `as a watercolor` · `zoom out` · "
        "`a bit more`. Para o resto: Vary (Region), ou ✏️ para o prompt inteiro."
    ),
    "revise.one": "Uma coisa de cada vez: primeiro o quadro ou o tamanho, depois o resto, respondendo ao que vier.",
    "revise.back": "Nada se perdeu: continue da imagem anterior, respondendo a ela.",
    "revise.first": "Mais do quê? Diga primeiro para esta imagem, por exemplo: `make the colours warmer`.",
}
