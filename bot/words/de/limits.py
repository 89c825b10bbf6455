"""German: limits, what they are called, how they are set, and what they refuse."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "limit.gpu_day": "GPU-Minuten am Tag",
    "limit.gpu_month": "GPU-Minuten im Monat",
    "limit.running": "Aufträge zugleich",
    "limit.boost": "Anteil an der GPU",
    "limit.waiting": "Wartende Aufträge",
    "limit.grids": "Raster je Befehl",
    "limit.megapixels": "Megapixel eines Bildes",
    "limit.disk": "Megabyte an Bildern",
    "limit.steps": "Schritte",
    "limit.cooldown": "Sekunden zwischen Aufträgen",
    "limit.drawing": "Es wird gemalt",
    "limit.models": "Modelle",
    "limit.commands": "Befehle und Knöpfe",
    "limit.quiet": "Ruhezeiten",
    "limit.private": "Ergebnisse als Direktnachricht",
    "limit.suffix": "Jedem Prompt angehängt",
    "limit.timezone": "Zeitzone",
    "limit.how.number": "Eine Zahl von {least} bis {most}",
    "limit.how.or_unlimited": "{how}, oder unlimited",
    "limit.how.switch": "An oder aus",
    "limit.how.private": "An: was entsteht, bekommt nur, wer es wollte, wie mit --stealth",
    "limit.how.models": "Namen mit Kommas, oder all: {names}",
    "limit.how.commands": "Namen mit Kommas, oder alle: {names}",
    "limit.how.hours": "Etwa 22:00-07:00, nach der Zeitzone des Servers; oder none",
    "limit.how.suffix": "Parameter, etwa --no blood --ar 3:2; was im Prompt steht, geht vor",
    "limit.how.timezone": "Etwa Europe/Berlin; danach gehen Tage, Monate und Ruhezeiten",
    "limit.value.unlimited": "unbegrenzt",
    "limit.value.all": "alle",
    "limit.value.none": "keine",
    "limit.value.on": "An",
    "limit.value.off": "Aus",
    "limit.wrong.number": "`{typed}` passt hier nicht: schreibe eine ganze Zahl von {least} bis {most}.",
    "limit.wrong.number_or_unlimited": (
        "`{typed}` passt hier nicht: schreibe eine Zahl von {least} bis {most}, oder `unlimited`."
    ),
    "limit.wrong.switch": "`{typed}` passt hier nicht: schreibe `on` oder `off`.",
    "limit.wrong.names": "`{typed}` kennt hier niemand: schreibe Namen mit Kommas dazwischen, von {known}; oder `all`.",
    "limit.wrong.hours": "`{typed}` passt hier nicht: schreibe Stunden wie `22:00-07:00`, oder `none`.",
    "limit.wrong.timezone": "`{typed}` ist keine Zeitzone: schreibe eine wie `Europe/Berlin` oder `UTC`.",
    "limit.wrong.suffix": "Das kann nicht hinter jedem Prompt stehen. {reason}",
    "limit.not_here": (
        "Hier wird nicht gemalt, so haben es die Moderatoren dieses Servers festgelegt: versuche es in einem anderen "
        "Kanal, oder frage sie."
    ),
    "limit.not_this": "`{command}` steht dir hier nicht offen. Offen sind: {allowed}.",
    "limit.is_quiet": "Die Ruhezeiten dieses Servers sind {hours} ({zone}): frage wieder um {at}.",
    "limit.not_by": "Das Modell `{model}` steht dir hier nicht offen: nenne mit `--model` eines von {allowed}.",
    "limit.too_large": (
        "Bilder von {size} Pixeln sind hier zu groß, wo höchstens {most} Megapixel gelten: lass `--hd` weg, oder wähle "
        "ein kleineres Modell."
    ),
    "limit.too_many_steps": "{steps} Schritte sind hier zu viele: schreibe `--steps {most}`, oder ein kleineres `--q`.",
    "limit.too_soon": "Ein Auftrag in {seconds} s steht dir hier offen: frage wieder um {at}.",
    "limit.no_time.day": (
        "Du hast {used} von deinen {most} GPU-Minuten für heute gebraucht, und das hier passt nicht mehr in den Rest. "
        "Neue gibt es um {at}, Mitternacht in {zone}; `/info` zeigt, was übrig ist."
    ),
    "limit.no_time.month": (
        "Du hast {used} von deinen {most} GPU-Minuten für diesen Monat gebraucht, und das hier passt nicht mehr in den "
        "Rest. Neue gibt es um {at}, wenn in {zone} der Monat beginnt; `/info` zeigt, was übrig ist."
    ),
    "limit.no_disk": (
        "Deine Bilder auf diesem Server belegen {used} von den {most} Megabyte, die du hier hast. Bitte die "
        "Moderation um mehr; Platz gibt es auch wieder, wenn alte gelöscht sind, alle auf einmal mit `/privacy "
        "forget`."
    ),
    "admin.limits.description": "Was hier gemalt werden darf, wie viel davon, und von wem",
    "admin.limits.set.description": "Lege eine Grenze fest für den Server, eine Rolle, einen Kanal, ein Mitglied",
    "admin.limits.clear.description": "Nicht mehr festlegen: es gilt wieder, was für Kanal, Rolle oder Server gilt",
    "admin.limits.list.description": "Alles, was in diesem Server festgelegt ist",
    "admin.limits.setting": "Was festgelegt wird",
    "admin.limits.value": "Zahl, on, off, unlimited, Namen mit Kommas, oder Stunden wie 22:00-07:00",
    "admin.limits.role": "Für Mitglieder mit dieser Rolle",
    "admin.limits.channel": "Für diesen Kanal mit seinen Threads; oder für eine Kategorie",
    "admin.limits.member": "Für dieses Mitglied",
    "admin.limits.one_only": "Nenne eine Rolle, einen Kanal oder ein Mitglied, nur eines; oder nichts, für den Server.",
    "admin.limits.not_for": "„{setting}“ lässt sich dafür nicht festlegen: lass Rolle, Kanal und Mitglied weg.",
    "admin.limits.only_for": "„{setting}“ gilt für eine Rolle oder ein Mitglied: nenne eines davon.",
    "admin.limits.done": "{setting}, {place}: ab jetzt {value}. `/admin undo {number}` nimmt es zurück.",
    "admin.limits.cleared": "{setting}, {place}: nicht mehr festgelegt. `/admin undo {number}` nimmt es zurück.",
    "admin.limits.same": "{setting}, {place}: so war es schon.",
    "admin.limits.none": "Nichts ist festgelegt: für alle gelten die Vorgaben. `/admin panel` zeigt sie.",
    "admin.limits.server": "der ganze Server",
    "admin.panel.description": "Die Regeln dieses Servers, zum Ansehen und zum Ändern",
    "admin.panel.title": "Was gilt: {place}",
    "admin.panel.change": "Etwas ändern …",
    "admin.panel.role": "Für eine Rolle …",
    "admin.panel.channel": "Für einen Kanal …",
    "admin.panel.member": "Für ein Mitglied …",
    "admin.panel.server": "Der ganze Server",
    "admin.panel.value": "Ab jetzt",
    "admin.panel.inherits": "hier nicht festgelegt",
    "admin.panel.order": (
        "Was für ein Mitglied gilt, geht vor einem Kanal, ein Kanal vor einer Rolle (von mehreren die großzügigste), "
        "eine Rolle vor dem Server."
    ),
    "admin.panel.others": "Auch für {places} ist etwas festgelegt.",
    "audit.retention": "änderte, wie viele Tage Aufträge aufbewahrt werden",
    "audit.other": "tat {action} {subject}",
    "audit.limit": "legte fest: {subject}",
    "info.limits": "Was hier für dich gilt",
    "info.day": "Von {most} GPU-Minuten für heute sind {left} übrig; neue kommen {at}.",
    "info.month": "Von {most} GPU-Minuten für diesen Monat sind {left} übrig; neue kommen {at}.",
    "info.queue": (
        "{running} {running:Auftrag wird|Aufträge werden} zugleich gemalt, {waiting} {waiting:darf|dürfen} warten; ein "
        "Befehl macht höchstens {grids} Raster."
    ),
    "admin.retention.description": "Wie viele Tage die Aufträge dieses Servers aufbewahrt werden",
    "admin.retention.days": "Tage; 0 bewahrt sie für immer auf; ohne Angabe gilt, was der Betreiber sagt",
    "admin.retention.done": (
        "Aufträge dieses Servers werden ab jetzt {days} {days:Tag|Tage} aufbewahrt. `/admin undo {number}` nimmt es "
        "zurück."
    ),
    "admin.retention.forever": (
        "Aufträge dieses Servers werden ab jetzt für immer aufbewahrt. `/admin undo {number}` nimmt es zurück."
    ),
    "admin.retention.host": (
        "Wie lange Aufträge aufbewahrt werden, sagt ab jetzt der Betreiber. `/admin undo {number}` nimmt es zurück."
    ),
}
