"""Spanish: words that are not wanted, warned members, hidden pictures, reports."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "words.minor": "Aquí no se hace nada sexual con menores, y ningún ajuste lo cambia. Pide otra cosa.",
    "words.refused": (
        "Este servidor no quiere {words} en los prompts. Quítalo, o pregunta a un moderador si tu intención era buena."
    ),
    "words.confirm": "Este servidor pregunta si de verdad quieres decir {words}. No se dibuja nada hasta que lo digas.",
    "words.confirm.button": "Sí, dibújalo",
    "words.description": "Palabras que aquí no se quieren en los prompts",
    "words.add": "Vigilar una palabra",
    "words.word": "Una palabra o frase, un comodín como blood*, o /una expresión/",
    "words.weight": "Qué pasa entonces; lo normal es rechazarlo",
    "words.as.note": "anotarlo en el registro",
    "words.as.confirm": "preguntar si va en serio",
    "words.as.refuse": "rechazarlo",
    "words.as.tell": "rechazarlo y avisar a los moderadores",
    "words.as.allow": "permitirlo aunque se parezca a otra",
    "words.remove": "Quitar una palabra de la lista",
    "words.list": "Lo que se vigila aquí",
    "words.test": "Ver qué coincidiría en un texto, y por qué",
    "words.text": "Un prompt, o cualquier texto",
    "words.import": "Añadir las palabras de un archivo, una por línea: refuse: palabra",
    "words.file": "Un archivo de texto como el que da /admin words export",
    "words.export": "La lista como archivo",
    "words.builtin": "Usar o no una lista que viene con el bot",
    "words.builtin.name": "explicit o gore",
    "words.builtin.on": "Si se usa",
    "words.builtin.is_on": "Desde ahora se usa la lista {name}.",
    "words.builtin.is_off": "Ya no se usa la lista {name}. Lo sexual con menores se sigue rechazando.",
    "words.builtin.explicit": "los desnudos y el sexo se rechazan fuera de los canales con restricción de edad",
    "words.builtin.gore": "se pregunta por la crueldad",
    "words.lists": "Listas que vienen con el bot:",
    "words.own": "Propias de este servidor: {count}",
    "words.added": "Hecho: {count} en la lista.",
    "words.there": "Eso ya está en la lista.",
    "words.removed": "Ya no se vigila `{word}`.",
    "words.not_there": "`{word}` no está en la lista: /admin words list muestra lo que hay.",
    "words.too_many": "La lista de un servidor tiene como mucho {most} reglas: quita antes algunas.",
    "words.too_many_patterns": (
        "La lista de un servidor tiene como mucho {most} comodines y expresiones: escribe palabras normales."
    ),
    "words.import.large": "El archivo pasa de 256 KiB: divídelo.",
    "words.import.text": "El archivo no es texto UTF-8: guárdalo así.",
    "words.test.minor": "⛔ Contenido sexual con menores (`{minor}` junto a `{sexual}`): se rechaza siempre.",
    "words.test.own": "la lista de este servidor",
    "words.test.builtin": "una lista que viene con el bot",
    "words.test.plain": "`{typed}` coincide con `{rule}` de {where}: {follows}.",
    "words.test.disguised": "`{typed}` se lee como `{rule}` de {where}: {follows}.",
    "words.test.nothing": "No coincide nada: esto se puede pedir.",
    "member.description": "Advierte, silencia y banea a miembros, y mira cómo están",
    "member.warn": "Advertir a alguien, que tendrá que confirmarlo antes de la próxima imagen",
    "member.mute": "No dejar que alguien haga imágenes durante un tiempo",
    "member.unmute": "Terminar un silencio",
    "member.ban": "No dejar que alguien haga más imágenes aquí",
    "member.unban": "Terminar un baneo",
    "member.show": "Cómo está alguien",
    "member.who": "Quién",
    "member.reason": "Por qué; el miembro lo lee",
    "member.time": "Cuánto tiempo: 30m, 2h, 1d, 2w",
    "member.wrong_time": "Escribe el tiempo como `30m`, `2h`, `1d` o `2w`; lo máximo es un año.",
    "member.is_bot": "Aquí los bots no hacen imágenes.",
    "member.was_so": "{member} ya está exactamente así.",
    "member.done": "Hecho, y {member} lo sabe. `/admin undo {number}` lo deshace.",
    "member.done_untold": (
        "Hecho. {member} no acepta mensajes directos y lo leerá con la próxima imagen. `/admin undo {number}` lo "
        "deshace."
    ),
    "member.lifted": "Terminado: {member} puede hacer imágenes otra vez.",
    "member.is_free": "{member} ya está libre.",
    "member.stands": "Cómo está {member} aquí:",
    "member.stands.well": "No hay nada en su contra.",
    "member.stands.warning": "⚠️ Con advertencia, aún sin confirmar: {reason}",
    "member.stands.mute": "🔇 En silencio hasta {until}: {reason}",
    "member.stands.ban": "⛔ Con baneo: {reason}",
    "member.told.warning": (
        "Los moderadores de {server} quieren decirte algo: {reason}\nPor favor, confírmalo allí con tu próxima imagen."
    ),
    "member.told.mute": "Los moderadores de {server} te piden una pausa hasta {until}. El motivo: {reason}",
    "member.told.ban": "Los moderadores de {server} han terminado tu uso de este bot allí. El motivo: {reason}",
    "member.is_banned": (
        "No puedes usar este bot aquí hasta {until}. El motivo: {reason} Pregunta a los moderadores si no es correcto."
    ),
    "member.is_banned.for_good": (
        "Ya no puedes usar este bot aquí. El motivo: {reason} Pregunta a los moderadores si no es correcto."
    ),
    "member.is_muted": (
        "Podrás hacer imágenes otra vez después de {until}. El motivo: {reason} Pregunta a los moderadores si no es "
        "correcto."
    ),
    "member.is_muted.for_good": (
        "Por ahora no puedes hacer imágenes aquí. El motivo: {reason} Pregunta a los moderadores si no es correcto."
    ),
    "member.is_warned": (
        "Tienes un mensaje de los moderadores pendiente. Por favor, confírmalo antes de seguir usando el bot. Dice: "
        "{reason}"
    ),
    "member.acknowledge": "Lo he leído",
    "member.acknowledged": "Gracias. Vuelve a pedir lo que querías.",
    "picture.hidden": "Los moderadores han ocultado esta imagen: pregúntales si la necesitas.",
    "picture.explicit": "Esta imagen es solo para canales con restricción de edad: pídela en uno de ellos.",
    "picture.withheld": (
        "Las imágenes parecen explícitas, así que no se muestran aquí, y no te cuestan nada. Pide otra cosa, o "
        "pídelo en un canal con restricción de edad."
    ),
    "picture.unchecked": (
        "Las imágenes no se pudieron revisar, así que no se muestran, y no te cuestan nada. Inténtalo otra vez, o "
        "avisa a quien administra este bot."
    ),
    "picture.denied": (
        "Una imagen que diste parece explícita, y aquí no se dibuja nada a partir de ella. Da otra, o pídelo en un "
        "canal con restricción de edad."
    ),
    "pictures.description": "Cómo se revisan aquí las imágenes",
    "pictures.check": "Revisar o no si hay desnudos en las imágenes",
    "pictures.check.on": "Si se revisan",
    "pictures.is_on": (
        "Desde ahora las imágenes se revisan: las explícitas solo se ven en canales con restricción de edad."
    ),
    "pictures.is_off": "Las imágenes ya no se revisan. Lo sexual con menores se sigue rechazando.",
    "pictures.channel": "Elegir a dónde van las imágenes explícitas; sin canal, se retienen",
    "pictures.channel.which": "Un canal con restricción de edad",
    "pictures.withheld": "Desde ahora las imágenes explícitas se retienen, y no cuestan nada.",
    "pictures.not_restricted": "{channel} no tiene restricción de edad: ponla antes en Discord, o elige otro.",
    "pictures.not_there": (
        "El bot no puede publicar en {channel}: déjale ver el canal, enviar mensajes y adjuntar archivos allí."
    ),
    "pictures.moved": "Desde ahora las imágenes explícitas van a {channel}.",
    "picture.was_hidden": "Los moderadores han ocultado esta imagen.",
    "reports.description": "A dónde van los reportes de los miembros",
    "reports.channel": "Elegir el canal de los reportes; sin canal, se terminan",
    "reports.channel.which": "Un canal que solo ven los moderadores",
    "reports.on": "Desde ahora los reportes van a {channel}.",
    "reports.off": "Los reportes ya no van a ninguna parte, y así se les dice a los miembros.",
    "reports.not_there": (
        "El bot no puede escribir en {channel}: déjale ver el canal, enviar mensajes e insertar enlaces allí."
    ),
    "report.elsewhere": "Las imágenes se reportan en un servidor: aquí no hay moderadores.",
    "report.no_channel": "Este servidor aún no tiene un lugar para reportes: díselo a uno de sus moderadores.",
    "report.not_sent": "El reporte no se pudo enviar ahora mismo: díselo a un moderador, por favor.",
    "report.done": "Gracias. Los moderadores ya lo saben, y nadie más.",
    "report.title": "Se ha reportado una imagen",
    "report.told": "{by} reportó una imagen de {member}: {link}\n{prompt}",
    "report.words.title": "Palabras vigiladas",
    "report.words": "{member} pidió {words} en {channel}. Se rechazó.\n{prompt}",
    "report.reason": "Se reportó una imagen tuya, y los moderadores están de acuerdo.",
    "report.moderators_only": "Eso solo pueden hacerlo los moderadores.",
    "report.button.hide": "Ocultar",
    "report.button.delete": "Borrar",
    "report.button.warn": "Advertir",
    "report.button.mute": "Silenciar un día",
    "report.was.hide": "La ocultó {moderator} {at}",
    "report.was.delete": "La borró {moderator} {at}",
    "report.was.warn": "Advertencia de {moderator} {at}",
    "report.was.mute": "Silencio de un día, de {moderator} {at}",
    "audit.words": "pidió {subject} en {channel}",
    "audit.word": "cambió la palabra {subject}",
    "audit.allowed": "cambió la palabra permitida {subject}",
    "audit.builtin": "cambió la lista {subject}",
    "audit.warning": "cambió la advertencia de <@{subject}>",
    "audit.mute": "cambió el silencio de <@{subject}>",
    "audit.ban": "cambió el baneo de <@{subject}>",
    "audit.hidden": "ocultó la imagen {subject}",
    "audit.reports": "cambió a dónde van los reportes",
    "audit.pictures": "cambió cómo se revisan las imágenes",
}
