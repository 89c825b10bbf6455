"""Portuguese: commands that show what there is."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "show.description": "Mostre mais uma vez, aqui, um dos seus pedidos",
    "show.job_id": "O número do pedido, ou um link para a mensagem dele",
    "show.not_yours": "Só quem fez um pedido pode mostrá-lo de novo.",
    "show.unfinished": "Ele ainda não está pronto; as imagens chegam onde você as pediu.",
    "info.description": "O que você já usou, e o que está em andamento para você",
    "menu.title": "Usar como prompt de imagem",
    "menu.prompt": "Seu prompt",
    "menu.picture": "Imagem",
    "menu.no_picture": "Não há imagem nessa mensagem. Escolha uma que tenha.",
}
