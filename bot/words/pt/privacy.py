"""Portuguese: what is kept of a member, and forgetting it."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "privacy.description": "O que este bot guarda de você",
    "privacy.export.description": "Receba tudo o que este bot guarda de você, em arquivos que só você vê",
    "privacy.forget.description": "Mande apagar tudo o que você fez com este bot",
    "privacy.page": "Qual arquivo, quando um não basta: 1 é o mais recente",
    "privacy.exported": (
        "Arquivo {number} de {pages}: seus prompts, configurações e imagens, até onde este bot os guarda. Ninguém "
        "mais vê."
    ),
    "privacy.next": "O próximo: `/privacy export page:{number}`.",
    "privacy.left_out": (
        "{count} {count:imagem não está|imagens não estão} em nenhum dos arquivos, pois {count:ela|cada uma} é maior "
        "do que o Discord aceita: `/show` {count:a|as} tem."
    ),
    "privacy.question": (
        "**Este bot deve esquecer você?** Todos os seus pedidos ({count}) com seus prompts e imagens, o que você "
        "anexou, suas configurações e macros são apagados, assim como as mensagens deste bot que os trazem, até onde "
        "o Discord deixa. O que está sendo desenhado é cancelado. Isso não pode ser desfeito: `/privacy export` "
        "salva tudo antes.\n"
        "O que fica: o que a moderação anotou (advertências, banimentos, quem fez o quê), quanto tempo a GPU foi "
        "usada onde um limite conta isso, imagens que outros fizeram a partir das suas, e as cópias de quem hospeda "
        "até serem substituídas."
    ),
    "privacy.yes": "Apagar tudo",
    "privacy.no": "Manter",
    "privacy.not_yours": "Só quem perguntou pode responder. Digite /privacy para perguntar por você.",
    "privacy.kept": "Nada foi apagado.",
    "privacy.forgotten": (
        "Está sendo apagado; as mensagens vão uma depois da outra, o que leva um tempo. Você pode usar este bot de "
        "novo quando quiser."
    ),
    "job.start_gone": "A imagem de onde esta parte foi apagada. Parta de outra, por favor.",
}
