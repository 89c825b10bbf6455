"""Portuguese: room on the disk, and results that only their author sees."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "imagine.full": (
        "O bot está sem espaço para mais imagens agora, então não aceita pedidos novos; nada se perdeu. Avise quem o "
        "hospeda, por favor, ou tente mais tarde."
    ),
    "delivery.full": "[Tamanho original](<{link}>)",
    "stealth.here": "Só você vê isto; as imagens chegam por mensagem direta.",
    "stealth.sent": "Suas imagens estão nas suas mensagens diretas.",
    "stealth.nowhere": (
        "As imagens estão prontas, mas você não aceita mensagens diretas deste servidor, então elas não têm como "
        "chegar sem que outros vejam. Permita nas configurações de privacidade dele, ou digite `/show {job_id}`: só "
        "você vê a resposta."
    ),
}
