"""Portuguese: Vary (Region): its button's answers, its window, and the page on which a region is marked."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "region.invite": "Marque na página o que deve ser desenhado de novo. O link é só seu, e vale por 14 minutos.",
    "region.open": "Marcar a área",
    "region.words": "Com palavras",
    "region.sent": "A área está sendo desenhada de novo.",
    "region.title": "Desenhar uma área de novo",
    "region.place": "Onde",
    "region.where.example": "metade esquerda, terço superior, embaixo à direita, centro, tudo menos o centro",
    "region.mask": "Ou uma máscara",
    "region.mask.about": "Uma imagem da mesma forma: o branco é desenhado de novo, o preto fica.",
    "region.empty": "Nada está marcado: marque o que deve ser desenhado de novo, em branco se for uma máscara.",
    "region.full": "A imagem toda está marcada: deixe uma parte, ou use Vary (Strong) para uma nova.",
    "region.shape": "A máscara tem outra forma que a imagem: faça-a com {width} por {height} pixels, ou o dobro disso.",
    "region.nowhere": (
        "Diga onde: metade esquerda, terço superior, centro. Ou junte uma máscara, branca onde deve vir algo novo."
    ),
    "region.where": "“{word}” não é um lugar: metade esquerda, terço superior, centro servem, e vários com vírgula.",
    "editor.title": "Desenhar uma área de novo",
    "editor.tools_label": "Ferramentas",
    "editor.brush": "Pincel",
    "editor.eraser": "Borracha",
    "editor.box": "Retângulo",
    "editor.lasso": "Laço",
    "editor.hand": "Mover a imagem",
    "editor.undo": "Desfazer",
    "editor.redo": "Refazer",
    "editor.invert": "Inverter",
    "editor.clear": "Limpar",
    "editor.fit": "Mostrar tudo",
    "editor.preview": "Prévia: o que sai",
    "editor.size": "Tamanho",
    "editor.place": "Marcar uma área",
    "editor.place.left": "Metade esquerda",
    "editor.place.right": "Metade direita",
    "editor.place.top": "Metade superior",
    "editor.place.bottom": "Metade inferior",
    "editor.place.center": "Centro",
    "editor.place.edges": "Bordas",
    "editor.canvas": "A imagem: pinte sobre o que deve ser desenhado de novo",
    "editor.hint": (
        "As setas movem um cursor, com Shift mais longe; a barra de espaço começa e termina um traço; a roda do "
        "mouse ou dois dedos mudam o tamanho."
    ),
    "editor.prompt_label": "O que a imagem mostra então",
    "editor.submit": "Desenhar",
    "editor.back": "O que você marcou da última vez está aqui de novo.",
    "editor.empty": "Nada está marcado ainda: pinte sobre o que deve ser desenhado de novo.",
    "editor.full": "A imagem toda está marcada: deixe uma parte, ou use Vary (Strong) para uma nova.",
    "editor.sending": "A caminho …",
    "editor.offline": "Não dá para chegar ao bot. O que você marcou fica guardado aqui: tente de novo daqui a pouco.",
    "editor.leaving": "O link venceu. O que você marcou fica guardado: aperte Vary (Region) mais uma vez.",
    "editor.soon": "O link vence em dois minutos.",
    "editor.sent": "Está sendo desenhado: a imagem chega no Discord.",
    "editor.expired": (
        "Este link venceu. Aperte Vary (Region) no Discord para um novo; o que você marcou fica guardado."
    ),
    "editor.used": "Este link já foi usado: a imagem chega no Discord. Aperte Vary (Region) lá para outra.",
    "editor.foreign": "Este link foi aberto em outro navegador. Aperte Vary (Region) no Discord para um seu.",
}
