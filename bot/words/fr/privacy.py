"""French: what is kept of a member, and forgetting it."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "privacy.description": "Ce que ce bot garde de toi",
    "privacy.export.description": "Reçois tout ce que ce bot garde de toi, en fichiers visibles par toi seulement",
    "privacy.forget.description": "Fais supprimer tout ce que tu as fait avec ce bot",
    "privacy.page": "Quel fichier, quand un seul ne suffit pas : 1 est le plus récent",
    "privacy.exported": (
        "Fichier {number} sur {pages} : tes prompts, paramètres et images, pour autant que ce bot les garde. "
        "Personne d'autre ne le voit."
    ),
    "privacy.next": "Le suivant : `/privacy export page:{number}`.",
    "privacy.left_out": (
        "{count} {count:image n'est|images ne sont} dans aucun des fichiers, car {count:elle|chacune} est plus "
        "grande que ce que Discord accepte : `/show` {count:l'a|les a}."
    ),
    "privacy.question": (
        "**Ce bot doit-il t'oublier ?** Toutes tes demandes ({count}) avec leurs prompts et leurs images, ce que tu "
        "as joint, tes paramètres et tes macros sont supprimés, tout comme les messages de ce bot qui les portent, "
        "pour autant que Discord le permette. Ce qui est en train d'être dessiné est annulé. Cela ne peut pas être "
        "défait : `/privacy export` le sauvegarde avant.\n"
        "Ce qui reste : ce que la modération a noté (avertissements, bannissements, qui a fait quoi), combien de "
        "temps le GPU a servi là où une limite le compte, les images que d'autres ont faites des tiennes, et les "
        "copies de l'hébergeur jusqu'à ce qu'elles soient remplacées."
    ),
    "privacy.yes": "Tout supprimer",
    "privacy.no": "Tout garder",
    "privacy.not_yours": "Seule la personne qui a demandé peut répondre. Tape /privacy pour demander pour toi.",
    "privacy.kept": "Rien n'a été supprimé.",
    "privacy.forgotten": (
        "La suppression est en cours ; les messages partent l'un après l'autre, ce qui prend un moment. Tu peux de "
        "nouveau utiliser ce bot à tout moment."
    ),
    "job.start_gone": "L'image dont celle-ci part a été supprimée. Pars d'une autre, s'il te plaît.",
}
