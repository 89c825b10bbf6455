"""Portuguese: what members set for themselves."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "settings.description": "O que vale para todos os seus prompts",
    "settings.title": "Suas configurações",
    "settings.nothing": (
        "Não há nada depois dos seus prompts. O que o próprio prompt diz vale mais do que o definido aqui."
    ),
    "settings.appended": "Depois de cada prompt seu: `{settings}`. O que o próprio prompt diz vale mais.",
    "settings.suffix": (
        "Depois de cada prompt seu: seu sufixo `{suffix}`, no lugar das aparências abaixo. `/prefer suffix` sem "
        "valor o tira."
    ),
    "settings.usual": "O padrão",
    "settings.model": "O modelo {name}",
    "settings.version": "A versão {name} do Midjourney",
    "settings.niji": "Niji, versão {name}",
    "settings.stylize": "Quanto embeleza (--stylize)",
    "settings.low": "Pouco",
    "settings.medium": "Médio",
    "settings.high": "Muito",
    "settings.highest": "Muitíssimo",
    "settings.pictures": "Imagens por vez",
    "settings.speed": "Velocidade",
    "settings.turbo": "Turbo",
    "settings.fast": "Rápido",
    "settings.relax": "Sem pressa",
    "settings.habits": "Hábitos",
    "settings.raw": "Modo RAW",
    "settings.stealth": "Só para mim",
    "settings.remix": "Modo Remix",
    "settings.low_variability": "Pouca variação",
    "settings.auto_dm": "Resultados por DM",
    "settings.language": "Idioma",
    "settings.language.discord": "Como no Discord",
    "settings.language.name": "Português (Brasil)",
    "settings.reset": "Redefinir tudo",
    "prefer.description": "Opções, um sufixo e hábitos seus",
    "prefer.option.description": "Opções: palavras suas para texto e parâmetros",
    "prefer.option.set.description": "Crie uma opção, como --clima, ou mude-a; sem valor, ela é apagada",
    "prefer.option.name": "O nome dela, para digitar como --name em um prompt",
    "prefer.option.value": "O que ela quer dizer: texto, parâmetros, ou os dois",
    "prefer.option.list.description": "Mostre suas opções",
    "prefer.option.kept": "`--{name}` quer dizer `{value}` nos seus prompts a partir de agora.",
    "prefer.option.gone": "`--{name}` foi apagada; ela queria dizer `{value}`.",
    "prefer.option.none": "Você não tem a opção `--{name}`. Dê um valor para criá-la.",
    "prefer.option.empty": "Você ainda não tem opções. `/prefer option set` cria uma.",
    "prefer.option.title": "Suas opções ({count} de {most})",
    "prefer.suffix.description": "Parâmetros que vêm depois de cada prompt; sem valor não há nenhum",
    "prefer.suffix.value": "Parâmetros, como --ar 3:2 --no people",
    "prefer.suffix.kept": (
        "`{suffix}` vem depois de cada prompt seu a partir de agora, no lugar das suas configurações."
    ),
    "prefer.suffix.gone": "Nenhum sufixo vem mais depois dos seus prompts.",
    "prefer.remix.description": "Ligue ou desligue o modo Remix: os botões oferecem antes mudar o prompt",
    "prefer.remix.on": (
        "Modo Remix ligado! Os botões que desenham de novo vão deixar você editar o prompt antes. Digite isto de "
        "novo para desligar."
    ),
    "prefer.remix.off": "Modo Remix desligado! Os botões desenham na hora, com o prompt como está.",
    "prefer.variability.description": "Alterne entre muita e pouca variação para V1 a V4",
    "prefer.variability.on": "Pouca variação: V1 a V4 ficam perto da imagem a partir de agora.",
    "prefer.variability.off": "Muita variação: V1 a V4 vão longe da imagem a partir de agora.",
    "prefer.auto_dm.description": "Ligue ou desligue que cada resultado chegue também por mensagem direta",
    "prefer.auto_dm.on": "A partir de agora cada resultado seu chega também por mensagem direta.",
    "prefer.auto_dm.off": "Seus resultados não chegam mais por mensagem direta, só onde você os pediu.",
    "fast.description": "Desenhe seus prompts no modo rápido",
    "fast.done": "A partir de agora seus prompts são desenhados no modo rápido.",
    "relax.description": "Desenhe seus prompts quando houver tempo",
    "relax.done": "A partir de agora seus prompts são desenhados sem pressa: quando houver tempo.",
    "turbo.description": "Desenhe seus prompts antes dos outros",
    "turbo.done": "A partir de agora seus prompts são desenhados no modo turbo: antes dos outros.",
    "stealth.description": "Só você vê os resultados dos seus prompts",
    "stealth.done": "A partir de agora só você vê os resultados dos seus prompts.",
    "public.description": "Todos veem os resultados dos seus prompts",
    "public.done": "A partir de agora todos no canal veem os resultados dos seus prompts.",
    "remix.title": "Remix: mudar o prompt",
    "zoom.title": "Afastar: --zoom 1 a 2",
    "remix.prompt": "Seu prompt",
    "remix.again": "Editar de novo",
    "remix.long": "O prompt passa dos {most} caracteres de uma janela, então foi desenhado como está.",
}
