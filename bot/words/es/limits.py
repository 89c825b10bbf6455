"""Spanish: limits, what they are called, how they are set, and what they refuse."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "limit.gpu_day": "Minutos de GPU al día",
    "limit.gpu_month": "Minutos de GPU al mes",
    "limit.running": "Trabajos dibujados a la vez",
    "limit.boost": "Parte de la GPU",
    "limit.waiting": "Trabajos en espera",
    "limit.grids": "Cuadrículas por comando",
    "limit.megapixels": "Megapíxeles por imagen",
    "limit.disk": "Megabytes de imágenes",
    "limit.steps": "Pasos",
    "limit.cooldown": "Segundos entre trabajos",
    "limit.drawing": "Se hacen imágenes",
    "limit.models": "Modelos",
    "limit.commands": "Comandos y botones",
    "limit.quiet": "Horas de silencio",
    "limit.private": "Resultados por mensaje directo",
    "limit.suffix": "Añadido a cada prompt",
    "limit.timezone": "Zona horaria",
    "limit.how.number": "Un número de {least} a {most}",
    "limit.how.or_unlimited": "{how}, o unlimited",
    "limit.how.switch": "Sí o no",
    "limit.how.private": "Sí: lo que se hace llega solo a quien lo pidió, como con --stealth",
    "limit.how.models": "Nombres con comas, o all: {names}",
    "limit.how.commands": "Nombres con comas, o all: {names}",
    "limit.how.hours": "Por ejemplo 22:00-07:00, en la zona horaria del servidor; o none",
    "limit.how.suffix": "Parámetros, como --no blood --ar 3:2; los del propio prompt cuentan antes",
    "limit.how.timezone": "Por ejemplo Europe/Berlin; por ella van días, meses y horas de silencio",
    "limit.value.unlimited": "sin límite",
    "limit.value.all": "todos",
    "limit.value.none": "ninguno",
    "limit.value.on": "Sí",
    "limit.value.off": "No",
    "limit.wrong.number": "`{typed}` no encaja aquí: escribe un número entero de {least} a {most}.",
    "limit.wrong.number_or_unlimited": (
        "`{typed}` no encaja aquí: escribe un número de {least} a {most}, o `unlimited`."
    ),
    "limit.wrong.switch": "`{typed}` no encaja aquí: escribe `on` u `off`.",
    "limit.wrong.names": "`{typed}` no se conoce aquí: escribe nombres separados por comas, de entre {known}; o `all`.",
    "limit.wrong.hours": "`{typed}` no encaja aquí: escribe unas horas como `22:00-07:00`, o `none`.",
    "limit.wrong.timezone": "`{typed}` no es una zona horaria: escribe una como `Europe/Berlin` o `UTC`.",
    "limit.wrong.suffix": "Esto no puede ir detrás de cada prompt. {reason}",
    "limit.not_here": (
        "Aquí no se hacen imágenes, así lo han puesto los moderadores de este servidor: prueba en otro canal, o "
        "pregúntales."
    ),
    "limit.not_this": "`{command}` no está abierto para ti aquí. Lo que sí: {allowed}.",
    "limit.is_quiet": "Las horas de silencio de este servidor son {hours} ({zone}): vuelve a pedirlo a las {at}.",
    "limit.not_by": "El modelo `{model}` no está abierto para ti aquí: nombra uno de {allowed} con `--model`.",
    "limit.too_large": (
        "Las imágenes de {size} píxeles son demasiado grandes aquí, donde el máximo son {most} megapíxeles: quita "
        "`--hd`, o elige un modelo más pequeño."
    ),
    "limit.too_many_steps": "{steps} pasos son demasiados aquí: escribe `--steps {most}`, o un `--q` más bajo.",
    "limit.too_soon": "Aquí puedes pedir un trabajo cada {seconds} s: vuelve a pedirlo a las {at}.",
    "limit.no_time.day": (
        "Has usado {used} de tus {most} minutos de GPU de hoy, y esto no cabe en lo que queda. Hay nuevos a las "
        "{at}, medianoche en {zone}; `/info` muestra lo que queda."
    ),
    "limit.no_time.month": (
        "Has usado {used} de tus {most} minutos de GPU de este mes, y esto no cabe en lo que queda. Hay nuevos a las "
        "{at}, cuando empieza el mes en {zone}; `/info` muestra lo que queda."
    ),
    "limit.no_disk": (
        "Tus imágenes en este servidor ocupan {used} de los {most} megabytes que tienes aquí. Pide más a quienes "
        "lo moderan; también hay sitio de nuevo cuando se borran las antiguas, todas a la vez con `/privacy "
        "forget`."
    ),
    "admin.limits.description": "Qué se puede hacer aquí, cuánto y quién",
    "admin.limits.set.description": "Pon un límite para todo el servidor, un rol, un canal o un miembro",
    "admin.limits.clear.description": "Quítalo: vuelve a valer lo que haya para el canal, el rol o el servidor",
    "admin.limits.list.description": "Todo lo que está puesto en este servidor",
    "admin.limits.setting": "Qué poner",
    "admin.limits.value": "Un número, on, off, unlimited, nombres con comas, u horas como 22:00-07:00",
    "admin.limits.role": "Para los miembros con este rol",
    "admin.limits.channel": "Para este canal, con sus hilos; o para una categoría",
    "admin.limits.member": "Para este miembro",
    "admin.limits.one_only": "Nombra un rol, un canal o un miembro, uno solo; o ninguno, para todo el servidor.",
    "admin.limits.not_for": "«{setting}» no se puede poner para eso: quita el rol, el canal y el miembro.",
    "admin.limits.only_for": "«{setting}» se pone para un rol o un miembro: nombra uno de ellos.",
    "admin.limits.done": "{setting}, {place}: {value} desde ahora. `/admin undo {number}` lo deshace.",
    "admin.limits.cleared": "{setting}, {place}: ya no está puesto. `/admin undo {number}` lo deshace.",
    "admin.limits.same": "{setting}, {place}: ya era así.",
    "admin.limits.none": "No hay nada puesto: para todos vale lo predeterminado. `/admin panel` lo muestra.",
    "admin.limits.server": "todo el servidor",
    "admin.panel.description": "Las reglas de este servidor, para verlas y cambiarlas",
    "admin.panel.title": "Qué vale para {place}",
    "admin.panel.change": "Cambiar algo …",
    "admin.panel.role": "Para un rol …",
    "admin.panel.channel": "Para un canal …",
    "admin.panel.member": "Para un miembro …",
    "admin.panel.server": "Todo el servidor",
    "admin.panel.value": "Desde ahora",
    "admin.panel.inherits": "sin poner aquí",
    "admin.panel.order": (
        "Lo que se pone para un miembro va antes que un canal, un canal antes que un rol (de varios, el más "
        "generoso), un rol antes que el servidor."
    ),
    "admin.panel.others": "También hay algo puesto para {places}.",
    "audit.retention": "cambió cuántos días se guardan los trabajos",
    "audit.other": "hizo {action} {subject}",
    "audit.limit": "puso {subject}",
    "info.limits": "Qué vale para ti aquí",
    "info.day": "Te quedan {left} de {most} minutos de GPU de hoy; hay nuevos {at}.",
    "info.month": "Te quedan {left} de {most} minutos de GPU de este mes; hay nuevos {at}.",
    "info.queue": (
        "Se {running:dibuja|dibujan} {running} {running:trabajo|trabajos} a la vez y {waiting:puede|pueden} esperar "
        "{waiting}; un comando hace como mucho {grids} {grids:cuadrícula|cuadrículas}."
    ),
    "admin.retention.description": "Cuántos días se guardan los trabajos de este servidor",
    "admin.retention.days": (
        "Días; 0 los guarda para siempre; déjalo vacío para seguir la regla de quien administra el bot"
    ),
    "admin.retention.done": (
        "Los trabajos de este servidor se guardan {days} {days:día|días} desde ahora. `/admin undo {number}` lo "
        "deshace."
    ),
    "admin.retention.forever": (
        "Los trabajos de este servidor se guardan para siempre desde ahora. `/admin undo {number}` lo deshace."
    ),
    "admin.retention.host": (
        "Los trabajos de este servidor se guardan desde ahora como diga quien administra el bot. `/admin undo "
        "{number}` lo deshace."
    ),
}
