"""Portuguese: /ask."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "ask.description": "Uma pergunta sobre este bot, respondida com os próprios textos dele",
    "ask.question": "O que você quer saber",
    "ask.often": "São muitas perguntas de uma vez: respondo à próxima em {seconds} s.",
    "ask.none": (
        "Não encontro nada sobre “{question}” nos meus textos. Pergunte com outras palavras, ou digite /help para "
        "ver o que há."
    ),
    "ask.example": "Exemplo",
    "ask.english": "este texto só existe em inglês",
    "ask.from": "De: {document}",
    "ask.try": "Experimentar",
}
