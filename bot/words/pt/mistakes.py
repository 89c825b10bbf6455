"""Portuguese: what is wrong with a prompt, and what its author should know of one that is right."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "mistake.unknown": "Parâmetros desconhecidos: `{name}`. Você quis dizer `{suggestion}`?",
    "mistake.unknown.far": (
        "Parâmetros desconhecidos: `{name}`. Nada que existe se escreve parecido; o texto vem antes dos "
        "parâmetros, sem hífens."
    ),
    "mistake.case": "Parâmetros desconhecidos: `{name}`. Parâmetros são escritos em minúsculas: `{suggestion}`.",
    "mistake.glued": (
        "Parâmetros desconhecidos: `{name}`. Entre um parâmetro e seu valor vai um espaço: `{suggestion}`."
    ),
    "mistake.space": "Há um espaço depois de `{dashes}`. Um parâmetro se escreve junto: `{suggestion}`.",
    "mistake.dash": (
        "`{parameter}` começa com um traço que não é de parâmetro nenhum ({dash}): escreva dois hífens, `{suggestion}`."
    ),
    "mistake.hyphen": "`{parameter}` tem um hífen onde um parâmetro leva dois: `{suggestion}`.",
    "mistake.glued.after": "`{value}` se junta ao parâmetro seguinte: ponha um espaço antes de `{suggestion}`.",
    "mistake.missing": "Depois de `{parameter}` falta {wanted}.",
    "mistake.value": "Valor inválido para `{parameter}`: `{value}`. É preciso {wanted}.",
    "mistake.aspect": "Proporção inválida: `{value}`. Para `{parameter}` é preciso {wanted}.",
    "mistake.range": "`{parameter}` precisa ser {wanted} com `{version}`; `{value}` não é.",
    "mistake.many": "`{parameter}` aceita {wanted}; aqui há {value}.",
    "mistake.stray": (
        "Parâmetros desconhecidos: `{value}`. Depois de `{after}` só pode vir outro parâmetro; texto e links vêm "
        "antes do primeiro."
    ),
    "mistake.stray.name": (
        "Parâmetros desconhecidos: `{value}`. Está sem seus hífens depois de `{after}`: `{suggestion}`."
    ),
    "mistake.version": "`{parameter}` não é compatível com `{version}`; serve com {wanted}.",
    "mistake.version.weights": "`::` não é compatível com `{version}`; serve com {wanted}.",
    "mistake.refused": "`{parameter}` não pode ser usado aqui: {reason}.",
    "mistake.lonely": "Com `{version}` uma única imagem não basta. Acrescente outra imagem, ou um texto.",
    "mistake.textless": "`{parameter}` não pode ser usado sem texto. Diga em palavras o que se deve ver.",
    "mistake.together.tile": (
        "`{parameter}` não vai com `--edit`: uma imagem editada conserva suas bordas. Tire um dos dois."
    ),
    "mistake.together.quality": "`{parameter} 4` não vai com `--oref`: use `{suggestion}`, ou tire a referência.",
    "mistake.together.draft": (
        "`{parameter}` não vai com `--oref`: um rascunho é rápido demais para conservar uma coisa. Tire um dos dois."
    ),
    "mistake.together.sv": (
        "`{parameter}` precisa ser 4 ou 6 para códigos de estilo com `{version}`: use `{suggestion}`, ou uma imagem."
    ),
    "mistake.together.textless": "`{parameter}` não vai só com imagens: acrescente um texto, ou tire-o.",
    "mistake.together.relax": "No modo lento se faz uma grade por vez: use `{suggestion}` para várias, ou peça uma.",
    "mistake.empty": "Não há nada para desenhar: escreva o que se deve ver, ou dê links de duas imagens.",
    "mistake.weights": "Os pesos depois de `::` somam {value}; juntos precisam passar de 0.",
    "mistake.weights.size": "O peso `{value}` é grande demais: pesos são números de -{most} a {most}.",
    "mistake.weights.whole": "O peso `{value}` precisa ser um número inteiro com `{version}`.",
    "mistake.weights.image": "O peso `{value}` de uma imagem precisa ser maior que 0.",
    "mistake.braces.open": "A `{{` depois de `{value}` nunca é fechada. Escreva `\\{{` onde a chave for texto.",
    "mistake.braces.close": "A `}}` depois de `{value}` nunca foi aberta. Escreva `\\}}` onde a chave for texto.",
    "mistake.braces.deep": "Há chaves dentro de chaves em mais de {most} níveis.",
    "mistake.length": "O prompt tem {value} caracteres; pode ter {most}.",
    "mistake.jobs": "O prompt dá {value} grades; um comando pode dar {most}.",
    "mistake.link.glued": "O link em `{value}` encosta em outras palavras: ponha um espaço antes e depois.",
    "mistake.link.scheme": "`{value}` parece um link e não é: um link de imagem começa com https://.",
    "mistake.link.local": (
        "`{value}` é um link que só o seu próprio aparelho abre. Envie primeiro a imagem e depois copie o link dela."
    ),
    "mistake.link.broken": "`{value}` não é um link completo: não diz nenhum servidor.",
    "notice.again": "`{parameter}` aparece mais de uma vez; uma basta.",
    "notice.twice": "`{parameter}` aparece mais de uma vez: vale o último, `{value}`.",
    "notice.replaced": "`{first}` e `{last}` se excluem: vale o último.",
    "notice.translated": "`{parameter}` é lido como `{other}`, seu nome com `{version}`.",
    "notice.glued": "`{value}` é lido como texto: um parâmetro precisa de um espaço antes dos hífens.",
    "notice.nothing": "O peso `{value}` não tem texto antes dele, então não faz nada.",
    "notice.zoom": "`--zoom` tem efeito na janela de Custom Zoom, e com `--edit` e uma imagem.",
    "wanted.one": "um de {range}",
    "wanted.whole": "um número inteiro {range}",
    "wanted.number": "um número {range}",
    "wanted.or": "{others} ou {last}",
    "wanted.between": "entre {low} e {high}",
    "wanted.link": "um link",
    "wanted.links": "{most} links no máximo",
    "wanted.weightless": "um link sem peso",
    "wanted.bare": "texto sem pesos nem links",
    "wanted.codes": "um código de 0 a {most}",
    "wanted.version": "uma das versões {known}",
    "wanted.version.number": "a versão {runs}",
    "wanted.version.numbers": "as versões {runs}",
    "wanted.version.niji": "niji {runs}",
    "wanted.and": "{first} e {last}",
    "wanted.to": "{first} a {last}",
    "wanted.also": "{before}, {each}",
    "wanted.countless": "incontáveis",
    "wanted.start": "início",
    "wanted.kind.flag": "nada",
    "wanted.kind.aspect": "uma proporção de números inteiros como 3:2",
    "wanted.kind.version": "uma versão",
    "wanted.kind.niji": "uma versão de niji",
    "wanted.kind.raw": "a palavra raw",
    "wanted.kind.words": "uma palavra ou várias",
    "wanted.kind.link": "um link de imagem",
    "wanted.kind.links": "um link de imagem ou vários",
    "wanted.kind.styles": "um link de imagem, um código de estilo ou a palavra random",
    "wanted.kind.choice": "uma destas palavras: {words}",
    "wanted.kind.name": "um nome",
    "wanted.kind.lora": "um nome e um peso, como ink:0.8",
    "wanted.kind.control": "um tipo e um link, como lineart https://…: {words}",
    "refused.style": "dos estilos do Midjourney só `--style raw` tem equivalente",
    "refused.still": "Fourup desenha imagens paradas, não vídeos",
    "refused.legacy": "é das primeiras versões do Midjourney, às quais nada aqui responde",
    "refused.profile": "não há perfis pessoais; use `--sref` com imagens de que você gosta",
    "dash.en": "uma meia-risca",
    "dash.minus": "um sinal de menos",
    "dash.em": "um travessão",
    "dash.hyphens": "hífens",
    "dash.wide": "um hífen de largura inteira",
    "dash.vowel": "um sinal de vogal longa",
    "dash.other": "outro tipo de traço",
    "notice.void": "`{parameter}` não tem efeito aqui.",
    "notice.model": "Nenhum modelo instalado responde à versão {version}, então {model} desenha.",
}
