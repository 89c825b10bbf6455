"""French: what is wrong with a prompt, and what its author should know of one that is right."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "mistake.unknown": "Paramètres inconnus : `{name}`. Voulais-tu dire `{suggestion}` ?",
    "mistake.unknown.far": (
        "Paramètres inconnus : `{name}`. Rien de connu ne s’écrit ainsi ; le texte vient avant les paramètres, "
        "sans tirets."
    ),
    "mistake.case": "Paramètres inconnus : `{name}`. Les paramètres s’écrivent en minuscules : `{suggestion}`.",
    "mistake.glued": (
        "Paramètres inconnus : `{name}`. Il faut une espace entre un paramètre et sa valeur : `{suggestion}`."
    ),
    "mistake.space": "Il y a une espace après `{dashes}`. Un paramètre s’écrit en un mot : `{suggestion}`.",
    "mistake.dash": (
        "`{parameter}` commence par un tiret qui n’est celui d’aucun paramètre ({dash}) : écris deux traits "
        "d’union, `{suggestion}`."
    ),
    "mistake.hyphen": "`{parameter}` a un trait d’union là où un paramètre en a deux : `{suggestion}`.",
    "mistake.glued.after": "`{value}` touche le paramètre suivant : mets une espace avant `{suggestion}`.",
    "mistake.missing": "Après `{parameter}`, il manque {wanted}.",
    "mistake.value": "Valeur non valable pour `{parameter}` : `{value}`. Il faut {wanted}.",
    "mistake.aspect": "Format non valable : `{value}`. Pour `{parameter}`, il faut {wanted}.",
    "mistake.range": "`{parameter}` doit être {wanted} avec `{version}` ; `{value}` ne l’est pas.",
    "mistake.many": "`{parameter}` accepte {wanted} ; il y en a {value}.",
    "mistake.stray": (
        "Paramètres inconnus : `{value}`. Après `{after}` ne peut venir qu’un autre paramètre ; texte et liens "
        "viennent avant le premier."
    ),
    "mistake.stray.name": "Paramètres inconnus : `{value}`. Il est sans ses tirets après `{after}` : `{suggestion}`.",
    "mistake.version": "`{parameter}` n’est pas compatible avec `{version}` ; il va avec {wanted}.",
    "mistake.version.weights": "`::` n’est pas compatible avec `{version}` ; il va avec {wanted}.",
    "mistake.refused": "`{parameter}` ne s’utilise pas ici : {reason}.",
    "mistake.lonely": "Avec `{version}`, une seule image ne suffit pas. Ajoute une autre image, ou un texte.",
    "mistake.textless": "`{parameter}` ne s’utilise pas sans texte. Dis avec des mots ce qu’on doit voir.",
    "mistake.together.tile": (
        "`{parameter}` ne va pas avec `--edit` : une image retouchée garde ses bords. Enlève l’un des deux."
    ),
    "mistake.together.quality": (
        "`{parameter} 4` ne va pas avec `--oref` : prends `{suggestion}`, ou enlève la référence."
    ),
    "mistake.together.draft": (
        "`{parameter}` ne va pas avec `--oref` : un brouillon est trop rapide pour garder une chose. Enlève l’un "
        "des deux."
    ),
    "mistake.together.sv": (
        "`{parameter}` doit être 4 ou 6 pour les codes de style avec `{version}` : prends `{suggestion}`, ou une image."
    ),
    "mistake.together.textless": "`{parameter}` ne va pas avec des images seules : ajoute un texte, ou enlève-le.",
    "mistake.together.relax": (
        "En mode lent, une seule grille à la fois : prends `{suggestion}` pour plusieurs, ou n’en demande qu’une."
    ),
    "mistake.empty": "Il n’y a rien à dessiner : écris ce qu’on doit voir, ou donne des liens vers deux images.",
    "mistake.weights": "Les poids après `::` font {value} en tout ; il faut plus de 0.",
    "mistake.weights.size": "Le poids `{value}` est trop grand : les poids vont de -{most} à {most}.",
    "mistake.weights.whole": "Le poids `{value}` doit être un nombre entier avec `{version}`.",
    "mistake.weights.image": "Le poids `{value}` d’une image doit dépasser 0.",
    "mistake.braces.open": (
        "L’accolade `{{` après `{value}` n’est jamais fermée. Écris `\\{{` si elle fait partie du texte."
    ),
    "mistake.braces.close": (
        "L’accolade `}}` après `{value}` n’a jamais été ouverte. Écris `\\}}` si elle fait partie du texte."
    ),
    "mistake.braces.deep": "Les accolades sont imbriquées à plus de {most} niveaux.",
    "mistake.length": "Le prompt a {value} caractères ; il peut en avoir {most}.",
    "mistake.jobs": "Le prompt donne {value} grilles ; une commande peut en donner {most}.",
    "mistake.link.glued": "Le lien dans `{value}` touche d’autres mots : mets une espace avant et après.",
    "mistake.link.scheme": (
        "`{value}` ressemble à un lien et n’en est pas un : un lien vers une image commence par https://."
    ),
    "mistake.link.local": (
        "`{value}` est un lien que seul ton appareil peut ouvrir. Envoie d’abord l’image, puis copie son lien."
    ),
    "mistake.link.broken": "`{value}` n’est pas un lien complet : il ne nomme aucun serveur.",
    "notice.again": "`{parameter}` est là plusieurs fois ; une suffit.",
    "notice.twice": "`{parameter}` est là plusieurs fois : le dernier compte, `{value}`.",
    "notice.replaced": "`{first}` et `{last}` s’excluent : le dernier compte.",
    "notice.translated": "`{parameter}` est lu comme `{other}`, son nom avec `{version}`.",
    "notice.glued": "`{value}` est lu comme du texte : il faut une espace avant les tirets d’un paramètre.",
    "notice.nothing": "Le poids `{value}` n’a pas de texte devant lui, il n’a donc aucun effet.",
    "notice.zoom": "`--zoom` agit dans la fenêtre de Custom Zoom, et avec `--edit` et une image.",
    "wanted.one": "l’un de {range}",
    "wanted.whole": "un nombre entier {range}",
    "wanted.number": "un nombre {range}",
    "wanted.or": "{others} ou {last}",
    "wanted.between": "entre {low} et {high}",
    "wanted.link": "un lien",
    "wanted.links": "{most} liens au plus",
    "wanted.weightless": "un lien sans poids",
    "wanted.bare": "du texte, sans poids ni liens",
    "wanted.codes": "un code de 0 à {most}",
    "wanted.version": "l’une des versions {known}",
    "wanted.version.number": "la version {runs}",
    "wanted.version.numbers": "les versions {runs}",
    "wanted.version.niji": "niji {runs}",
    "wanted.and": "{first} et {last}",
    "wanted.to": "{first} à {last}",
    "wanted.also": "{before}, {each}",
    "wanted.countless": "d’innombrables",
    "wanted.start": "le début",
    "wanted.kind.flag": "rien",
    "wanted.kind.aspect": "un rapport de nombres entiers comme 3:2",
    "wanted.kind.version": "une version",
    "wanted.kind.niji": "une version de niji",
    "wanted.kind.raw": "le mot raw",
    "wanted.kind.words": "un mot ou plusieurs",
    "wanted.kind.link": "un lien vers une image",
    "wanted.kind.links": "un lien vers une image, ou plusieurs",
    "wanted.kind.styles": "un lien vers une image, un code de style ou le mot random",
    "wanted.kind.choice": "l’un de ces mots : {words}",
    "wanted.kind.name": "un nom",
    "wanted.kind.lora": "un nom et un poids, comme ink:0.8",
    "wanted.kind.control": "un genre et un lien, comme lineart https://… : {words}",
    "refused.style": "des styles de Midjourney, seul `--style raw` a un équivalent",
    "refused.still": "Fourup dessine des images fixes, pas de vidéos",
    "refused.legacy": "il est des premières versions de Midjourney, auxquelles rien ne répond ici",
    "refused.profile": "il n’y a pas de profils personnels ; prends `--sref` avec des images qui te plaisent",
    "dash.en": "un tiret demi-cadratin",
    "dash.minus": "un signe moins",
    "dash.em": "un tiret cadratin",
    "dash.hyphens": "des traits d’union",
    "dash.wide": "un trait d’union pleine chasse",
    "dash.vowel": "un signe de voyelle longue",
    "dash.other": "une autre sorte de tiret",
    "notice.void": "`{parameter}` n’a aucun effet ici.",
    "notice.model": "Aucun modèle installé ne répond à la version {version}, c’est donc {model} qui dessine.",
}
