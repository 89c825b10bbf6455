"""Portuguese: what can be made of any picture in any message."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "use.title": "Usar esta imagem",
    "use.number": "Imagem {number}",
    "use.what": "Só você vê isto. O que fazer com a grande?",
    "use.grid": (
        "Só você vê isto. São várias imagens em uma: aperte antes U1 a U4 embaixo delas para ampliar ou variar uma "
        "só, ou para usá-la sozinha."
    ),
    "use.image": "Prompt de imagem",
    "use.style": "Usar como estilo",
    "use.character": "Usar como personagem",
    "use.blend": "Misturar com...",
    "use.edit": "Editar",
    "use.subtle": "Upscale (sutil)",
    "use.creative": "Upscale (criativo)",
    "use.low": "Vary (sutil)",
    "use.high": "Vary (forte)",
    "use.region": "Vary (área)",
    "use.shows": "O que ela mostra (ou deixe vazio)",
    "use.words.shows": "Algumas palavras ajudam: o que é ampliado ou variado é desenhado conforme elas.",
    "use.words.region": "O que a imagem deve mostrar depois, sobretudo onde está marcada",
    "use.window.image": "Usar como prompt de imagem",
    "use.window.style": "Usar como estilo",
    "use.window.character": "Usar como personagem",
    "use.window.blend": "Misturar com...",
    "use.words.image": "O que deve aparecer além do que a imagem mostra",
    "use.words.style": "O que deve ser desenhado com a aparência da imagem",
    "use.words.character": "O que o personagem da imagem deve fazer, e onde",
    "use.words.edit": "Com palavras em inglês: luz, cores, hora, técnica, coisas",
    "use.told": "O que deve mudar",
    "use.example.edit": "p. ex. make it night · sharper",
    "use.more": "De uma a quatro imagens a mais",
}
