"""Portuguese: looking for pictures that were made."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "history.description": "Folheie suas imagens, suas favoritas, ou as de outro membro",
    "history.words": "Palavras do prompt",
    "history.only_favourites": "Só as que ganharam um ❤️ seu, de quem quer que sejam",
    "history.member": "De quem: dos outros, o que está aqui para todos",
    "history.title.own": "Suas imagens",
    "history.title.favourites": "Suas favoritas",
    "history.title.of": "Imagens de {member}",
    "history.place": "{first} a {last} de {total}, as mais recentes primeiro",
    "history.look": "Ver uma",
    "history.newer": "Mais novas",
    "history.older": "Mais antigas",
    "history.favourites": "Só favoritas",
    "history.find": "Procurar palavras",
    "history.no_words": "Todas têm que estar no prompt; deixe vazio para ver todas as imagens",
    "history.none.own": "Você ainda não tem imagens. Digite `/imagine` e diga o que deve aparecer.",
    "history.none.words": "Nenhuma imagem daqui tem todas essas palavras. Procure menos, ou nenhuma.",
    "history.none.favourites": (
        "Ainda não há favoritas. Aperte ❤️ embaixo de uma imagem sozinha, ou ℹ️ embaixo de uma grade e ❤️ ali."
    ),
    "history.none.of": (
        "Não há nada de {member} para ver aqui. As imagens dos outros são vistas no servidor em que estão."
    ),
}
