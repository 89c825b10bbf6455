"""Portuguese: /describe, /shorten."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "describe.description": "Quatro prompts para uma imagem, e do que ela é feita",
    "describe.image": "A imagem",
    "describe.link": "Ou um link para ela, ou para uma mensagem deste bot com ela",
    "describe.one": "Anexe uma imagem ou dê um link para uma: um dos dois.",
    "describe.failed": (
        "Não foi possível ler a imagem agora: tente de novo em instantes ou avise quem hospeda este bot."
    ),
    "describe.all": "Desenhar todos",
    "describe.form": "Para qual modelo",
    "describe.for": "Escrito para {model}",
    "describe.breakdown": "Do que ela é feita",
    "describe.subject": "Assunto",
    "describe.medium": "Técnica e estilo",
    "describe.setting": "Lugar e hora",
    "describe.lighting": "Luz",
    "describe.composition": "Composição",
    "describe.mood": "Clima",
    "describe.palette": "Paleta",
    "describe.outside": (
        "**Isto está fora do que sei nomear.** Conheço {count} coisas, todas desenhadas; o assunto, a "
        "técnica e o lugar aqui são apenas o mais próximo. Luz, composição, clima e paleta são medidos e "
        "valem."
    ),
    "describe.world": "Reconhecido por {by}, que conhece {count} coisas desenhadas · luz, clima e paleta são medidos",
    "describe.by": "Reconhecido por {by} · luz, clima e paleta são medidos",
    "shorten.description": "Quais palavras de um prompt importam, e outros mais curtos",
    "shorten.prompt": "O prompt inteiro",
    "shorten.nothing": "Não há palavras: escreva o que deve aparecer.",
    "shorten.one": "Uma só palavra não pode ser encurtada.",
    "shorten.parts": "Dê uma parte do prompt por vez, sem `::`: as palavras são pesadas dentro da sua parte.",
    "shorten.long": "O prompt é longo demais: no máximo {most} palavras e 1.500 caracteres. Dê uma parte.",
    "shorten.failed": (
        "Não foi possível ler o prompt agora: tente de novo em instantes ou avise quem hospeda este bot."
    ),
    "shorten.important": "Palavras importantes",
    "shorten.shorter": "Prompts encurtados",
    "shorten.press": "Pressione um número para desenhar esse prompt.",
    "shorten.show": "Ver detalhes",
    "shorten.details": "Quanto pesa cada palavra",
    "shorten.how": (
        "Quanto o significado gira, em graus, quando falta uma palavra; medido com o codificador de texto de {by}."
    ),
    "use.describe": "Descrever",
}
