"""French: room on the disk, and results that only their author sees."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "imagine.full": (
        "Le bot n'a plus de place pour d'autres images en ce moment, alors il ne prend pas de nouvelles demandes ; "
        "rien n'est perdu. Préviens son hébergeur, s'il te plaît, ou réessaie plus tard."
    ),
    "delivery.full": "[Taille réelle](<{link}>)",
    "stealth.here": "Il n'y a que toi qui vois ceci ; les images arrivent en message privé.",
    "stealth.sent": "Tes images sont dans tes messages privés.",
    "stealth.nowhere": (
        "Les images sont prêtes, mais tu n'acceptes pas de messages privés de ce serveur, alors elles ne peuvent pas "
        "t'arriver à l'abri des regards. Autorise-les dans ses paramètres de confidentialité, ou tape `/show "
        "{job_id}` : il n'y a que toi qui vois la réponse."
    ),
}
