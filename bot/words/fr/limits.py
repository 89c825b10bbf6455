"""French: limits, what they are called, how they are set, and what they refuse."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "limit.gpu_day": "Minutes de GPU par jour",
    "limit.gpu_month": "Minutes de GPU par mois",
    "limit.running": "Demandes dessinées à la fois",
    "limit.boost": "Part du GPU",
    "limit.waiting": "Demandes en attente",
    "limit.grids": "Grilles par commande",
    "limit.megapixels": "Mégapixels par image",
    "limit.disk": "Mégaoctets d'images",
    "limit.steps": "Étapes",
    "limit.cooldown": "Secondes entre les demandes",
    "limit.drawing": "On fait des images",
    "limit.models": "Modèles",
    "limit.commands": "Commandes et boutons",
    "limit.quiet": "Heures calmes",
    "limit.private": "Résultats en message privé",
    "limit.suffix": "Ajouté à chaque prompt",
    "limit.timezone": "Fuseau horaire",
    "limit.how.number": "Un nombre de {least} à {most}",
    "limit.how.or_unlimited": "{how}, ou unlimited",
    "limit.how.switch": "Oui ou non",
    "limit.how.private": "Oui : le résultat ne va qu'à la personne qui demande, comme avec --stealth",
    "limit.how.models": "Des noms avec des virgules, ou all : {names}",
    "limit.how.commands": "Des noms avec des virgules, ou all : {names}",
    "limit.how.hours": "Par exemple 22:00-07:00, dans le fuseau horaire du serveur ; ou none",
    "limit.how.suffix": "Des paramètres, comme --no blood --ar 3:2 ; ceux du prompt comptent avant eux",
    "limit.how.timezone": "Par exemple Europe/Berlin ; jours, mois et heures calmes le suivent",
    "limit.value.unlimited": "sans limite",
    "limit.value.all": "tous",
    "limit.value.none": "aucune",
    "limit.value.on": "Oui",
    "limit.value.off": "Non",
    "limit.wrong.number": "`{typed}` ne va pas ici : écris un nombre entier de {least} à {most}.",
    "limit.wrong.number_or_unlimited": "`{typed}` ne va pas ici : écris un nombre de {least} à {most}, ou `unlimited`.",
    "limit.wrong.switch": "`{typed}` ne va pas ici : écris `on` ou `off`.",
    "limit.wrong.names": (
        "`{typed}` n'est pas connu ici : écris des noms séparés par des virgules, parmi {known} ; ou `all`."
    ),
    "limit.wrong.hours": "`{typed}` ne va pas ici : écris des heures comme `22:00-07:00`, ou `none`.",
    "limit.wrong.timezone": "`{typed}` n'est pas un fuseau horaire : écris-en un comme `Europe/Berlin` ou `UTC`.",
    "limit.wrong.suffix": "Cela ne peut pas suivre chaque prompt. {reason}",
    "limit.not_here": (
        "On ne fait pas d'images ici, la modération de ce serveur l'a fixé ainsi : essaie un autre salon, ou "
        "demande-lui."
    ),
    "limit.not_this": "`{command}` ne t'est pas ouvert ici. Ce qui l'est : {allowed}.",
    "limit.is_quiet": "Les heures calmes de ce serveur sont {hours} ({zone}) : redemande à {at}.",
    "limit.not_by": "Le modèle `{model}` ne t'est pas ouvert ici : nomme l'un de {allowed} avec `--model`.",
    "limit.too_large": (
        "Des images de {size} pixels sont trop grandes ici, où {most} mégapixels sont le maximum : enlève `--hd`, ou "
        "choisis un modèle plus petit."
    ),
    "limit.too_many_steps": "{steps} étapes, c'est trop ici : écris `--steps {most}`, ou un `--q` plus bas.",
    "limit.too_soon": "Une demande toutes les {seconds} s, c'est ce qui t'est ouvert ici : redemande à {at}.",
    "limit.no_time.day": (
        "Tu as utilisé {used} de tes {most} minutes de GPU d'aujourd'hui, et ceci ne tient pas dans ce qui reste. Il "
        "y en a de nouvelles à {at}, minuit à {zone} ; `/info` montre ce qui reste."
    ),
    "limit.no_time.month": (
        "Tu as utilisé {used} de tes {most} minutes de GPU de ce mois, et ceci ne tient pas dans ce qui reste. Il y "
        "en a de nouvelles à {at}, quand le mois commence à {zone} ; `/info` montre ce qui reste."
    ),
    "limit.no_disk": (
        "Tes images sur ce serveur prennent {used} des {most} mégaoctets que tu as ici. Demandes-en plus à la "
        "modération ; il y a aussi de nouveau de la place quand les anciennes sont supprimées, toutes avec "
        "`/privacy forget`."
    ),
    "admin.limits.description": "Ce qu'on peut faire ici, combien, et qui",
    "admin.limits.set.description": "Fixe une limite pour tout le serveur, un rôle, un salon ou un membre",
    "admin.limits.clear.description": "Ne plus la fixer : ce qui vaut pour le salon, le rôle ou le serveur reprend",
    "admin.limits.list.description": "Tout ce qui est fixé dans ce serveur",
    "admin.limits.setting": "Ce qu'il faut fixer",
    "admin.limits.value": "Un nombre, on, off, unlimited, des noms avec des virgules, ou des heures : 22:00-07:00",
    "admin.limits.role": "Pour les membres avec ce rôle",
    "admin.limits.channel": "Pour ce salon, avec ses fils ; ou pour une catégorie",
    "admin.limits.member": "Pour ce membre",
    "admin.limits.one_only": "Nomme un rôle, un salon ou un membre, un seul ; ou rien, pour tout le serveur.",
    "admin.limits.not_for": "« {setting} » ne se fixe pas pour cela : enlève le rôle, le salon et le membre.",
    "admin.limits.only_for": "« {setting} » se fixe pour un rôle ou un membre : nomme l'un d'eux.",
    "admin.limits.done": "{setting}, {place} : {value} désormais. `/admin undo {number}` revient en arrière.",
    "admin.limits.cleared": "{setting}, {place} : plus rien de fixé. `/admin undo {number}` revient en arrière.",
    "admin.limits.same": "{setting}, {place} : c'était déjà le cas.",
    "admin.limits.none": (
        "Rien n'est fixé : les valeurs par défaut valent pour tout le monde. `/admin panel` les montre."
    ),
    "admin.limits.server": "tout le serveur",
    "admin.panel.description": "Les règles de ce serveur, à regarder et à changer",
    "admin.panel.title": "Ce qui vaut pour {place}",
    "admin.panel.change": "Changer quelque chose …",
    "admin.panel.role": "Pour un rôle …",
    "admin.panel.channel": "Pour un salon …",
    "admin.panel.member": "Pour un membre …",
    "admin.panel.server": "Tout le serveur",
    "admin.panel.value": "Désormais",
    "admin.panel.inherits": "pas fixé ici",
    "admin.panel.order": (
        "Ce qui est fixé pour un membre passe avant un salon, un salon avant un rôle (de plusieurs, le plus "
        "généreux), un rôle avant le serveur."
    ),
    "admin.panel.others": "Quelque chose est fixé pour {places} aussi.",
    "audit.retention": "a changé combien de jours les demandes sont gardées",
    "audit.other": "a fait {action} {subject}",
    "audit.limit": "a fixé {subject}",
    "info.limits": "Ce qui vaut pour toi ici",
    "info.day": "Il te reste {left} de {most} minutes de GPU d'aujourd'hui ; de nouvelles arrivent {at}.",
    "info.month": "Il te reste {left} de {most} minutes de GPU de ce mois ; de nouvelles arrivent {at}.",
    "info.queue": (
        "{running} {running:demande est dessinée|demandes sont dessinées} à la fois et {waiting} "
        "{waiting:peut|peuvent} attendre ; une commande fait {grids} {grids:grille|grilles} au plus."
    ),
    "admin.retention.description": "Combien de jours les demandes de ce serveur sont gardées",
    "admin.retention.days": "Des jours ; 0 les garde pour toujours ; laisse vide pour suivre la règle de l'hébergeur",
    "admin.retention.done": (
        "Les demandes de ce serveur sont désormais gardées {days} {days:jour|jours}. `/admin undo {number}` revient "
        "en arrière."
    ),
    "admin.retention.forever": (
        "Les demandes de ce serveur sont désormais gardées pour toujours. `/admin undo {number}` revient en arrière."
    ),
    "admin.retention.host": (
        "Les demandes de ce serveur sont désormais gardées comme le dit son hébergeur. `/admin undo {number}` "
        "revient en arrière."
    ),
}
