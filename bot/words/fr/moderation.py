"""French: words that are not wanted, warned members, hidden pictures, reports."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "words.minor": (
        "On ne fait rien de sexuel avec des mineurs ici, et aucun réglage n'y change rien. Demande autre chose."
    ),
    "words.refused": (
        "Ce serveur ne veut pas de {words} dans les prompts. Enlève-le, ou demande à la modération si c'était bien "
        "intentionné."
    ),
    "words.confirm": (
        "Ce serveur demande si tu veux vraiment dire {words}. Rien n'est dessiné tant que tu ne le dis pas."
    ),
    "words.confirm.button": "Oui, dessine-le",
    "words.description": "Les mots qu'on ne veut pas dans les prompts ici",
    "words.add": "Surveiller un mot",
    "words.word": "Un mot ou une phrase, un joker comme blood*, ou /une expression/",
    "words.weight": "Ce qui s'ensuit ; d'habitude, c'est refusé",
    "words.as.note": "le noter dans le journal",
    "words.as.confirm": "demander si c'est voulu",
    "words.as.refuse": "le refuser",
    "words.as.tell": "le refuser et prévenir la modération",
    "words.as.allow": "l'autoriser bien qu'il ressemble à un autre",
    "words.remove": "Retirer un mot de la liste",
    "words.list": "Ce qui est surveillé ici",
    "words.test": "Voir ce qui correspondrait dans un texte, et pourquoi",
    "words.text": "Un prompt, ou n'importe quel texte",
    "words.import": "Ajouter les mots d'un fichier, un par ligne : refuse: mot",
    "words.file": "Un fichier texte comme en donne /admin words export",
    "words.export": "La liste en fichier",
    "words.builtin": "Utiliser ou non une liste fournie avec le bot",
    "words.builtin.name": "explicit ou gore",
    "words.builtin.on": "Si elle est utilisée",
    "words.builtin.is_on": "La liste {name} est désormais utilisée.",
    "words.builtin.is_off": "La liste {name} n'est plus utilisée. Le sexuel avec des mineurs reste refusé.",
    "words.builtin.explicit": "la nudité et le sexe sont refusés hors des salons soumis à une limite d'âge",
    "words.builtin.gore": "une question est posée sur la cruauté",
    "words.lists": "Les listes fournies avec le bot :",
    "words.own": "Propres à ce serveur : {count}",
    "words.added": "C'est fait : {count} dans la liste.",
    "words.there": "C'est déjà dans la liste.",
    "words.removed": "`{word}` n'est plus surveillé.",
    "words.not_there": "`{word}` n'est pas dans la liste : /admin words list montre ce qui y est.",
    "words.too_many": "La liste d'un serveur a {most} règles au plus : retires-en d'abord.",
    "words.too_many_patterns": (
        "La liste d'un serveur a {most} jokers et expressions au plus : écris plutôt des mots simples."
    ),
    "words.import.large": "Le fichier dépasse 256 KiB : coupe-le en plusieurs.",
    "words.import.text": "Le fichier n'est pas du texte UTF-8 : enregistre-le ainsi.",
    "words.test.minor": "⛔ Du sexuel avec des mineurs (`{minor}` à côté de `{sexual}`) : toujours refusé.",
    "words.test.own": "la liste de ce serveur",
    "words.test.builtin": "une liste fournie avec le bot",
    "words.test.plain": "`{typed}` correspond à `{rule}` de {where} : {follows}.",
    "words.test.disguised": "`{typed}` se lit comme `{rule}` de {where} : {follows}.",
    "words.test.nothing": "Rien ne correspond : cela peut être demandé.",
    "member.description": "Avertis, rends muets et bannis des membres, et vois où ils en sont",
    "member.warn": "Avertir quelqu'un, qui devra confirmer l'avoir lu avant la prochaine image",
    "member.mute": "Empêcher quelqu'un de faire des images pendant un temps",
    "member.unmute": "Mettre fin à une mise en sourdine",
    "member.ban": "Empêcher quelqu'un de faire encore des images ici",
    "member.unban": "Mettre fin à un bannissement",
    "member.show": "Où en est quelqu'un",
    "member.who": "Qui",
    "member.reason": "Pourquoi ; le membre le lit",
    "member.time": "Combien de temps : 30m, 2h, 1d, 2w",
    "member.wrong_time": "Écris la durée comme `30m`, `2h`, `1d` ou `2w` ; un an est le plus long.",
    "member.is_bot": "Les bots ne font pas d'images ici.",
    "member.was_so": "{member} en est déjà exactement là.",
    "member.done": "C'est fait, et {member} le sait. `/admin undo {number}` revient en arrière.",
    "member.done_untold": (
        "C'est fait. {member} n'accepte pas de messages privés, et le lira avec sa prochaine image. `/admin undo "
        "{number}` revient en arrière."
    ),
    "member.lifted": "C'est terminé : {member} peut de nouveau faire des images.",
    "member.is_free": "{member} est déjà libre.",
    "member.stands": "Où en est {member} ici :",
    "member.stands.well": "Il n'y a rien à lui reprocher.",
    "member.stands.warning": "⚠️ Avertissement, pas encore confirmé : {reason}",
    "member.stands.mute": "🔇 En sourdine jusqu'au {until} : {reason}",
    "member.stands.ban": "⛔ Bannissement : {reason}",
    "member.told.warning": (
        "La modération de {server} a quelque chose à te dire : {reason}\n"
        "Merci de le confirmer là-bas avec ta prochaine image."
    ),
    "member.told.mute": (
        "La modération de {server} te demande de faire une pause jusqu'au {until}. La raison : {reason}"
    ),
    "member.told.ban": "La modération de {server} a mis fin à ton usage de ce bot là-bas. La raison : {reason}",
    "member.is_banned": (
        "Tu ne peux pas utiliser ce bot ici jusqu'au {until}. La raison : {reason} Demande à la modération si c'est "
        "une erreur."
    ),
    "member.is_banned.for_good": (
        "Tu ne peux plus utiliser ce bot ici. La raison : {reason} Demande à la modération si c'est une erreur."
    ),
    "member.is_muted": (
        "Tu pourras de nouveau faire des images après le {until}. La raison : {reason} Demande à la modération si "
        "c'est une erreur."
    ),
    "member.is_muted.for_good": (
        "Tu ne peux pas faire d'images ici pour le moment. La raison : {reason} Demande à la modération si c'est une "
        "erreur."
    ),
    "member.is_warned": (
        "Un message de la modération t'attend. Merci de le confirmer avant de continuer à utiliser le bot. Il dit : "
        "{reason}"
    ),
    "member.acknowledge": "Je l'ai lu",
    "member.acknowledged": "Merci. Redemande ce que tu voulais.",
    "picture.hidden": "La modération a masqué cette image : demande-lui si tu en as besoin.",
    "picture.explicit": "Cette image est réservée aux salons soumis à une limite d'âge : demande-la dans l'un d'eux.",
    "picture.withheld": (
        "Les images semblent explicites, alors elles ne sont pas montrées ici, et ne te coûtent rien. Demande autre "
        "chose, ou demande dans un salon soumis à une limite d'âge."
    ),
    "picture.unchecked": (
        "Les images n'ont pas pu être vérifiées, alors elles ne sont pas montrées, et ne te coûtent rien. Réessaie, "
        "ou préviens l'hébergeur de ce bot."
    ),
    "picture.denied": (
        "Une image que tu as donnée semble explicite, et rien n'en est dessiné ici. Donnes-en une autre, ou demande "
        "dans un salon soumis à une limite d'âge."
    ),
    "pictures.description": "Comment les images sont vérifiées ici",
    "pictures.check": "Vérifier ou non s'il y a de la nudité dans les images",
    "pictures.check.on": "Si elles sont vérifiées",
    "pictures.is_on": (
        "Les images sont désormais vérifiées : les explicites ne se voient que dans les salons soumis à une limite "
        "d'âge."
    ),
    "pictures.is_off": "Les images ne sont plus vérifiées. Le sexuel avec des mineurs reste refusé.",
    "pictures.channel": "Choisir où vont les images explicites ; sans salon, elles sont retenues",
    "pictures.channel.which": "Un salon soumis à une limite d'âge",
    "pictures.withheld": "Les images explicites sont désormais retenues, et ne coûtent rien.",
    "pictures.not_restricted": (
        "{channel} n'est pas soumis à une limite d'âge : règle cela d'abord dans Discord, ou choisis-en un autre."
    ),
    "pictures.not_there": (
        "Le bot ne peut pas publier dans {channel} : laisse-le voir le salon, envoyer des messages et joindre des "
        "fichiers là-bas."
    ),
    "pictures.moved": "Les images explicites vont désormais dans {channel}.",
    "picture.was_hidden": "La modération a masqué cette image.",
    "reports.description": "Où vont les signalements des membres",
    "reports.channel": "Choisir le salon des signalements ; sans salon, ils prennent fin",
    "reports.channel.which": "Un salon que seule la modération voit",
    "reports.on": "Les signalements vont désormais dans {channel}.",
    "reports.off": "Les signalements ne vont plus nulle part, et c'est ce qu'on dit aux membres.",
    "reports.not_there": (
        "Le bot ne peut pas écrire dans {channel} : laisse-le voir le salon, envoyer des messages et intégrer des "
        "liens là-bas."
    ),
    "report.elsewhere": "Les images se signalent dans un serveur : il n'y a pas de modération ici.",
    "report.no_channel": "Ce serveur n'a pas encore de lieu pour les signalements : dis-le à sa modération.",
    "report.not_sent": "Le signalement n'a pas pu être envoyé à l'instant : dis-le à la modération, s'il te plaît.",
    "report.done": "Merci. La modération est prévenue, et personne d'autre.",
    "report.title": "Une image a été signalée",
    "report.told": "{by} a signalé une image de {member} : {link}\n{prompt}",
    "report.words.title": "Mots surveillés",
    "report.words": "{member} a demandé {words} dans {channel}. C'est refusé.\n{prompt}",
    "report.reason": "Une image de toi a été signalée, et la modération est d'accord.",
    "report.moderators_only": "Seule la modération peut faire cela.",
    "report.button.hide": "Masquer",
    "report.button.delete": "Supprimer",
    "report.button.warn": "Avertir",
    "report.button.mute": "En sourdine un jour",
    "report.was.hide": "Masquée par {moderator} {at}",
    "report.was.delete": "Supprimée par {moderator} {at}",
    "report.was.warn": "Avertissement de {moderator} {at}",
    "report.was.mute": "En sourdine un jour, par {moderator} {at}",
    "audit.words": "a demandé {subject} dans {channel}",
    "audit.word": "a changé le mot {subject}",
    "audit.allowed": "a changé le mot autorisé {subject}",
    "audit.builtin": "a changé la liste {subject}",
    "audit.warning": "a changé l'avertissement de <@{subject}>",
    "audit.mute": "a changé la mise en sourdine de <@{subject}>",
    "audit.ban": "a changé le bannissement de <@{subject}>",
    "audit.hidden": "a masqué l'image {subject}",
    "audit.reports": "a changé où vont les signalements",
    "audit.pictures": "a changé comment les images sont vérifiées",
}
