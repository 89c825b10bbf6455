"""Portuguese: what is done with a picture once it is there."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "picture.stealth": "Só quem pediu vê esta imagem: peça uma sua com /imagine.",
    "picture.binned": "Quem pediu esta imagem a retirou. Digite /imagine para fazer uma sua.",
    "bin.not_yours": (
        "Só quem pediu uma imagem pode retirá-la. Há algo errado com ela? Clique com o botão direito na mensagem, "
        "depois em Aplicativos, Report picture."
    ),
    "bin.done": "A imagem foi retirada. `/show job_id:{job_id}` a traz de volta.",
    "once.long": (
        "O prompt passa dos {most} caracteres de uma janela. ℹ️ o entrega como arquivo, para mudar e digitar de novo."
    ),
    "about.title": "Sobre esta imagem",
    "about.title.grid": "Sobre estas imagens",
    "about.in_file": "O prompt inteiro está no arquivo abaixo, pronto para ser digitado de novo.",
    "about.seed": "Semente (seed)",
    "about.of_grid": "da grade `{seed}`",
    "about.parameters": "Parâmetros",
    "about.none": "nenhum",
    "about.numbers": "Desenhada com",
    "about.model": "Modelo",
    "about.size": "Tamanho",
    "about.asked": "Pedida",
    "about.gpu": "Tempo de GPU",
    "about.free": "nenhum: ela já existia",
    "about.from": "Vem de",
    "about.children": "Deu origem a",
    "about.id": "Pedido",
    "about.binned": "Você a retirou; Mostrar aqui a traz de volta.",
    "about.link": "[esta]({link})",
    "about.no_message": "o pedido `{job_id}`",
    "about.unseen": "uma que não está mais aqui, ou que não é para você",
    "about.from.brought": "outro lugar: ela foi trazida",
    "about.from.prompt": "o que foi digitado",
    "about.from.reroll": "{name}, desenhada mais uma vez",
    "about.from.upscale": "a imagem {index} de {name}",
    "about.from.picture": "a imagem {index} de {name}: {done}",
    "about.parent": "De onde ela vem",
    "about.down": "O que veio dela",
    "about.once": "Mudar o prompt",
    "about.show": "Mostrar aqui",
    "about.not_for_you": "Essa imagem não está mais aqui, ou não é para você.",
}
