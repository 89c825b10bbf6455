"""Portuguese: what is asked of pictures and links."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "imagine.description": "Faça quatro imagens do que você descreve",
    "imagine.prompt": "O que deve aparecer, depois parâmetros como --ar 3:2",
    "imagine.image": "Uma imagem de onde partir, ao lado das palavras",
    "imagine.style": "Uma imagem cujo estilo é usado (--sref)",
    "imagine.character": "Uma imagem do personagem a desenhar (--cref)",
    "upscale.there": "A imagem {index} já está aqui, sozinha: {link}",
    "upscale.coming": "A imagem {index} já está a caminho.",
    "imagine.no_model": (
        "Ainda não há modelo com que desenhar: quem hospeda este bot pode adicionar um, como diz o readme em modelos."
    ),
    "imagine.cannot": "Isto não pode ser desenhado. {reason}",
    "imagine.unavailable": (
        "O motor não está dando partida agora, então nada pode ser desenhado; avise quem hospeda este bot, por "
        "favor. ({reason})"
    ),
    "imagine.blamed": (
        "O motor caiu mais de uma vez com este pedido, então ele foi abandonado; um menor ou mais simples talvez "
        "funcione."
    ),
    "blend.count": "Uma mistura leva de {fewest} a {most} imagens: adicione ou tire algumas.",
    "blend.twice": "A mesma imagem está duas vezes: escolha uma diferente para cada lugar.",
    "picture.no_link": "{link} não é um link para uma imagem: dê um que comece com https://, ou anexe a imagem.",
    "picture.private": "{link} leva a um endereço que não é público, e esses não são buscados: anexe a imagem.",
    "picture.gone": "{link} não está mais lá, ou não para todos: abra em uma janela anônima, ou anexe a imagem.",
    "picture.unreachable": "{link} está inacessível: confira o link, ou anexe a imagem.",
    "picture.slow": "{link} demorou demais para responder: tente de novo, ou anexe a imagem.",
    "picture.too_large": "{link} passa de 25 MiB: dê uma imagem menor.",
    "picture.not_a_picture": (
        "{link} não é uma imagem que se possa ler: dê um link direto para um arquivo PNG, JPEG, WebP ou GIF."
    ),
    "picture.too_many_pixels": "{link} tem mais de 64 megapixels: dê uma imagem menor.",
    "picture.broken": "{link} está danificada ou cortada: salve a imagem de novo, como PNG ou JPEG, e envie essa.",
    "picture.lost": "Uma imagem necessária não está mais onde foi guardada: desenhe-a de novo.",
    "blend.description": "Misture de duas a cinco imagens em novas",
    "blend.image": "Uma imagem",
    "blend.more": "Mais uma imagem",
    "blend.dimensions": "A forma das novas imagens",
    "blend.portrait": "Retrato",
    "blend.square": "Quadrada",
    "blend.landscape": "Paisagem",
}
