"""Portuguese: /translate."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "imagine.window": "Desenhar",
    "imagine.empty": "Não há nada para desenhar: escreva o que deve aparecer.",
    "translate.description": "Um prompt na sintaxe de outro modelo, com pesos e negativos",
    "translate.prompt": "O prompt, como se escreve para o primeiro modelo",
    "translate.from": "A sintaxe em que está escrito",
    "translate.to": "A sintaxe que você quer",
    "translate.source": "Escrito para {source}",
    "translate.other": "Outra sintaxe",
    "translate.imagine": "Desenhar",
    "translate.unknown": (
        "Não conheço a sintaxe `{value}`: escolha midjourney, stable-diffusion, flux ou dall-e na lista."
    ),
    "translate.nothing": "Não há nada para traduzir: escreva em palavras o que deve aparecer.",
    "translate.long": "O prompt tem mais de {most} caracteres: traduza uma parte.",
    "translate.file": "O prompt não cabe numa mensagem: está no arquivo.",
    "translate.settings": "Ficou de fora, porque não há nada parecido: `{value}`.",
    "translate.images": "Imagens não são texto: entregue-as junto com o prompt ({value}).",
    "translate.heavy": "Acima de 1.5, os pesos estragam as imagens do Stable Diffusion: {value}.",
    "translate.degrees": "Frases não têm números: os pesos são ditos em cinco graus.",
    "translate.negative": "Sem prompt negativo, bastam palavras na frase, que podem passar despercebidas: {value}.",
    "translate.parts": "O Midjourney pesa partes do prompt; por isso o texto é cortado onde o peso muda.",
    "translate.switching": "Texto que muda durante o desenho fica como termina: `{value}`.",
    "translate.alternating": "Texto que se alterna é lido todo junto: `{value}`.",
}
