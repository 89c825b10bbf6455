"""German: words that are not wanted, warned members, hidden pictures, reports."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "words.minor": (
        "Sexuelles mit Minderjährigen wird hier nicht gemacht, und keine Einstellung ändert das. Wünsch dir etwas"
        " anderes."
    ),
    "words.refused": (
        "Dieser Server möchte {words} nicht in Prompts. Nimm es heraus, oder frag jemanden von der Moderation, "
        "wenn es gut gemeint war."
    ),
    "words.confirm": (
        "Dieser Server fragt nach, ob {words} wirklich gemeint ist. Bis du das sagst, wird nichts gezeichnet."
    ),
    "words.confirm.button": "Ja, zeichne es",
    "words.description": "Wörter, die hier in Prompts nicht erwünscht sind",
    "words.add": "Auf ein Wort achten",
    "words.word": "Ein Wort, eine Wendung, ein Platzhalter wie blut* oder /ein Ausdruck/",
    "words.weight": "Was folgt; sonst wird abgelehnt",
    "words.as.note": "ins Protokoll schreiben",
    "words.as.confirm": "fragen, ob es gemeint ist",
    "words.as.refuse": "ablehnen",
    "words.as.tell": "ablehnen und der Moderation sagen",
    "words.as.allow": "erlauben, obwohl es einem anderen ähnelt",
    "words.remove": "Ein Wort aus der Liste nehmen",
    "words.list": "Worauf hier geachtet wird",
    "words.test": "Sehen, was in einem Text träfe und warum",
    "words.text": "Ein Prompt oder irgendein Text",
    "words.import": "Die Wörter einer Datei hinzufügen, je Zeile: refuse: Wort",
    "words.file": "Eine Textdatei, wie /admin words export sie gibt",
    "words.export": "Die Liste als Datei",
    "words.builtin": "Eine mitgelieferte Liste benutzen oder nicht",
    "words.builtin.name": "explicit oder gore",
    "words.builtin.on": "Ob sie benutzt wird",
    "words.builtin.is_on": "Die Liste {name} wird ab jetzt benutzt.",
    "words.builtin.is_off": (
        "Die Liste {name} wird nicht mehr benutzt. Sexuelles mit Minderjährigen bleibt abgelehnt."
    ),
    "words.builtin.explicit": "Nacktheit und Sex werden außerhalb altersbeschränkter Kanäle abgelehnt",
    "words.builtin.gore": "bei Grausamkeit wird gefragt",
    "words.lists": "Mitgelieferte Listen:",
    "words.own": "Eigene dieses Servers: {count}",
    "words.added": "Erledigt: {count} in der Liste.",
    "words.there": "Das steht schon in der Liste.",
    "words.removed": "Auf `{word}` wird nicht mehr geachtet.",
    "words.not_there": "`{word}` steht nicht in der Liste: /admin words list zeigt, was darin steht.",
    "words.too_many": "Die Liste eines Servers hat höchstens {most} Regeln: nimm erst welche heraus.",
    "words.too_many_patterns": (
        "Die Liste eines Servers hat höchstens {most} Platzhalter und Ausdrücke: schreib stattdessen Wörter."
    ),
    "words.import.large": "Die Datei ist größer als 256 KiB: teile sie.",
    "words.import.text": "Die Datei ist kein UTF-8-Text: speichere sie so.",
    "words.test.minor": "⛔ Sexuelles mit Minderjährigen (`{minor}` neben `{sexual}`): immer abgelehnt.",
    "words.test.own": "der Liste dieses Servers",
    "words.test.builtin": "einer mitgelieferten Liste",
    "words.test.plain": "`{typed}` trifft `{rule}` aus {where}: {follows}.",
    "words.test.disguised": "`{typed}` wird gelesen als `{rule}` aus {where}: {follows}.",
    "words.test.nothing": "Nichts trifft: das darf gewünscht werden.",
    "member.description": "Mitglieder verwarnen, stummschalten, sperren, und sehen, wie sie stehen",
    "member.warn": "Jemanden verwarnen, der es vor dem nächsten Bild bestätigen muss",
    "member.mute": "Jemanden eine Zeit lang keine Bilder machen lassen",
    "member.unmute": "Eine Stummschaltung beenden",
    "member.ban": "Jemanden hier keine Bilder mehr machen lassen",
    "member.unban": "Eine Sperre beenden",
    "member.show": "Wie jemand steht",
    "member.who": "Wer",
    "member.reason": "Warum; das Mitglied liest es",
    "member.time": "Wie lange: 30m, 2h, 1d, 2w",
    "member.wrong_time": "Schreib die Zeit als `30m`, `2h`, `1d` oder `2w`; ein Jahr ist das längste.",
    "member.is_bot": "Bots machen hier keine Bilder.",
    "member.was_so": "{member} steht schon genau so.",
    "member.done": "Erledigt, und {member} weiß es. `/admin undo {number}` nimmt es zurück.",
    "member.done_untold": (
        "Erledigt. {member} nimmt keine Direktnachrichten an und liest es beim nächsten Bild. `/admin undo "
        "{number}` nimmt es zurück."
    ),
    "member.lifted": "Beendet: {member} darf wieder Bilder machen.",
    "member.is_free": "{member} ist schon frei.",
    "member.stands": "So steht {member} hier:",
    "member.stands.well": "Nichts liegt vor.",
    "member.stands.warning": "⚠️ Verwarnt, noch nicht bestätigt: {reason}",
    "member.stands.mute": "🔇 Stumm bis {until}: {reason}",
    "member.stands.ban": "⛔ Gesperrt: {reason}",
    "member.told.warning": (
        "Die Moderation von {server} möchte dir etwas sagen: {reason}\nBitte bestätige es dort mit deinem "
        "nächsten Bild."
    ),
    "member.told.mute": "Die Moderation von {server} bittet dich, bis {until} zu pausieren. Der Grund: {reason}",
    "member.told.ban": "Die Moderation von {server} hat deine Nutzung dieses Bots dort beendet. Der Grund: {reason}",
    "member.is_banned": (
        "Du kannst diesen Bot hier bis {until} nicht benutzen. Der Grund: {reason} Frag die Moderation, wenn das "
        "falsch ist."
    ),
    "member.is_banned.for_good": (
        "Du kannst diesen Bot hier nicht mehr benutzen. Der Grund: {reason} Frag die Moderation, wenn das falsch ist."
    ),
    "member.is_muted": (
        "Du kannst nach {until} wieder Bilder machen. Der Grund: {reason} Frag die Moderation, wenn das falsch ist."
    ),
    "member.is_muted.for_good": (
        "Du kannst hier zurzeit keine Bilder machen. Der Grund: {reason} Frag die Moderation, wenn das falsch ist."
    ),
    "member.is_warned": "Die Moderation hat dir etwas zu sagen. Bitte bestätige es, bevor es weitergeht: {reason}",
    "member.acknowledge": "Ich habe es gelesen",
    "member.acknowledged": "Danke. Wünsch dir noch einmal, was du wolltest.",
    "picture.hidden": "Die Moderation hat dieses Bild verborgen: frag sie, wenn du es brauchst.",
    "picture.explicit": "Dieses Bild ist nur für altersbeschränkte Kanäle: frag in einem von denen danach.",
    "picture.withheld": (
        "Die Bilder wirken anstößig, darum werden sie hier nicht gezeigt und kosten dich nichts. Wünsch dir etwas "
        "anderes oder frag in einem altersbeschränkten Kanal."
    ),
    "picture.unchecked": (
        "Die Bilder konnten nicht geprüft werden, darum werden sie nicht gezeigt und kosten dich nichts. Versuch es "
        "noch einmal, oder sag es dem Gastgeber dieses Bots."
    ),
    "picture.denied": (
        "Ein mitgegebenes Bild wirkt anstößig, und daraus wird hier nichts gezeichnet. Nimm ein anderes, oder frag in "
        "einem altersbeschränkten Kanal."
    ),
    "pictures.description": "Wie Bilder hier geprüft werden",
    "pictures.check": "Bilder auf Nacktheit prüfen oder nicht",
    "pictures.check.on": "Ob sie geprüft werden",
    "pictures.is_on": "Bilder werden ab jetzt geprüft: anstößige sind nur in altersbeschränkten Kanälen zu sehen.",
    "pictures.is_off": "Bilder werden nicht mehr geprüft. Sexuelles mit Minderjährigen bleibt abgelehnt.",
    "pictures.channel": "Wählen, wohin anstößige Bilder kommen; ohne Kanal werden sie zurückgehalten",
    "pictures.channel.which": "Ein altersbeschränkter Kanal",
    "pictures.withheld": "Anstößige Bilder werden ab jetzt zurückgehalten und kosten nichts.",
    "pictures.not_restricted": (
        "{channel} ist nicht altersbeschränkt: stell das erst in Discord ein, oder wähl einen anderen."
    ),
    "pictures.not_there": (
        "Der Bot darf in {channel} nichts posten: lass ihn den Kanal sehen, Nachrichten senden und Dateien anhängen."
    ),
    "pictures.moved": "Anstößige Bilder kommen ab jetzt nach {channel}.",
    "picture.was_hidden": "Dieses Bild hat die Moderation verborgen.",
    "reports.description": "Wohin Meldungen der Mitglieder gehen",
    "reports.channel": "Den Kanal für Meldungen wählen; ohne einen enden sie",
    "reports.channel.which": "Ein Kanal, den nur die Moderation sieht",
    "reports.on": "Meldungen gehen ab jetzt nach {channel}.",
    "reports.off": "Meldungen gehen nirgendwo mehr hin, und das wird Mitgliedern gesagt.",
    "reports.not_there": (
        "Der Bot darf in {channel} nicht schreiben: lass ihn den Kanal sehen, Nachrichten senden und Links einbetten."
    ),
    "report.elsewhere": "Bilder werden in einem Server gemeldet: hier gibt es keine Moderation.",
    "report.no_channel": "Dieser Server hat noch keinen Ort für Meldungen: sag es jemandem von der Moderation.",
    "report.not_sent": "Die Meldung ging gerade nicht durch: sag es bitte jemandem von der Moderation.",
    "report.done": "Danke. Die Moderation weiß es, und sonst niemand.",
    "report.title": "Ein Bild wurde gemeldet",
    "report.told": "{by} hat ein Bild von {member} gemeldet: {link}\n{prompt}",
    "report.words.title": "Beobachtete Wörter",
    "report.words": "{member} hat sich in {channel} {words} gewünscht. Es wurde abgelehnt.\n{prompt}",
    "report.reason": "Ein Bild von dir wurde gemeldet, und die Moderation stimmt zu.",
    "report.moderators_only": "Das kann nur die Moderation.",
    "report.button.hide": "Verbergen",
    "report.button.delete": "Löschen",
    "report.button.warn": "Verwarnen",
    "report.button.mute": "Einen Tag stumm",
    "report.was.hide": "Verborgen von {moderator} {at}",
    "report.was.delete": "Gelöscht von {moderator} {at}",
    "report.was.warn": "Verwarnt von {moderator} {at}",
    "report.was.mute": "Einen Tag stumm, von {moderator} {at}",
    "audit.words": "hat sich in {channel} {subject} gewünscht",
    "audit.word": "hat das Wort {subject} geändert",
    "audit.allowed": "hat das erlaubte Wort {subject} geändert",
    "audit.builtin": "hat die Liste {subject} geändert",
    "audit.warning": "hat die Verwarnung von <@{subject}> geändert",
    "audit.mute": "hat die Stummschaltung von <@{subject}> geändert",
    "audit.ban": "hat die Sperre von <@{subject}> geändert",
    "audit.hidden": "hat das Bild {subject} verborgen",
    "audit.reports": "hat geändert, wohin Meldungen gehen",
    "audit.pictures": "hat geändert, wie Bilder geprüft werden",
}
