"""English: limits, what they are called, how they are set, and what they refuse."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "limit.gpu_day": "GPU minutes a day",
    "limit.gpu_month": "GPU minutes a month",
    "limit.running": "Jobs drawn at once",
    "limit.boost": "Share of the GPU",
    "limit.waiting": "Jobs waiting",
    "limit.grids": "Grids of one command",
    "limit.megapixels": "Megapixels of a picture",
    "limit.disk": "Megabytes of pictures",
    "limit.steps": "Steps",
    "limit.cooldown": "Seconds between jobs",
    "limit.drawing": "Pictures are made",
    "limit.models": "Models",
    "limit.commands": "Commands and buttons",
    "limit.quiet": "Quiet hours",
    "limit.private": "Results by direct message",
    "limit.suffix": "Added to every prompt",
    "limit.timezone": "Time zone",
    "limit.how.number": "A number from {least} to {most}",
    "limit.how.or_unlimited": "{how}, or unlimited",
    "limit.how.switch": "On or off",
    "limit.how.private": "On: what is made goes to its author alone, as with --stealth",
    "limit.how.models": "Names with commas, or all: {names}",
    "limit.how.commands": "Names with commas, or all: {names}",
    "limit.how.hours": "Such as 22:00-07:00, by the server's time zone; or none",
    "limit.how.suffix": "Parameters, such as --no blood --ar 3:2; the prompt's own count before them",
    "limit.how.timezone": "Such as Europe/Berlin; days, months and quiet hours go by it",
    "limit.value.unlimited": "unlimited",
    "limit.value.all": "all",
    "limit.value.none": "none",
    "limit.value.on": "On",
    "limit.value.off": "Off",
    "limit.wrong.number": "`{typed}` does not fit here: write a whole number from {least} to {most}.",
    "limit.wrong.number_or_unlimited": (
        "`{typed}` does not fit here: write a number from {least} to {most}, or `unlimited`."
    ),
    "limit.wrong.switch": "`{typed}` does not fit here: write `on` or `off`.",
    "limit.wrong.names": "`{typed}` is not known here: write names with commas between them, of {known}; or `all`.",
    "limit.wrong.hours": "`{typed}` does not fit here: write hours such as `22:00-07:00`, or `none`.",
    "limit.wrong.timezone": "`{typed}` is no time zone: write one such as `Europe/Berlin` or `UTC`.",
    "limit.wrong.suffix": "This cannot stand behind every prompt. {reason}",
    "limit.not_here": (
        "Pictures are not made here, as the moderators of this server have set it: try another channel, or ask them."
    ),
    "limit.not_this": "`{command}` is not open to you here. What is: {allowed}.",
    "limit.is_quiet": "The quiet hours of this server are {hours} ({zone}): ask again at {at}.",
    "limit.not_by": "The model `{model}` is not open to you here: name one of {allowed} with `--model`.",
    "limit.too_large": (
        "Pictures of {size} pixels are too large here, where {most} megapixels are the most: leave out `--hd`, or "
        "choose a smaller model."
    ),
    "limit.too_many_steps": "{steps} steps are too many here: write `--steps {most}`, or a lower `--q`.",
    "limit.too_soon": "One job in {seconds} s is what is open to you here: ask again at {at}.",
    "limit.no_time.day": (
        "You have used {used} of your {most} GPU minutes of today, and this does not fit into what is left. There are "
        "new ones at {at}, midnight in {zone}; `/info` shows what is left."
    ),
    "limit.no_time.month": (
        "You have used {used} of your {most} GPU minutes of this month, and this does not fit into what is left. There "
        "are new ones at {at}, when the month begins in {zone}; `/info` shows what is left."
    ),
    "limit.no_disk": (
        "Your pictures in this server take {used} of the {most} megabytes that you have here. Ask its moderators "
        "for more; there is also room again once old ones are deleted, all of them with `/privacy forget`."
    ),
    "admin.limits.description": "What may be made here, how much of it, and by whom",
    "admin.limits.set.description": "Set a limit for the whole server, a role, a channel or a member",
    "admin.limits.clear.description": "Set it no longer: what is set for channel, role or server holds again",
    "admin.limits.list.description": "All that is set in this server",
    "admin.limits.setting": "What to set",
    "admin.limits.value": "A number, on, off, unlimited, names with commas, or hours such as 22:00-07:00",
    "admin.limits.role": "For members with this role",
    "admin.limits.channel": "For this channel, with its threads; or for a category",
    "admin.limits.member": "For this member",
    "admin.limits.one_only": "Name a role, a channel or a member, one of them; or none, for the whole server.",
    "admin.limits.not_for": "“{setting}” cannot be set for that: leave out the role, the channel and the member.",
    "admin.limits.only_for": "“{setting}” is set for a role or a member: name one of them.",
    "admin.limits.done": "{setting}, {place}: {value} from now on. `/admin undo {number}` takes it back.",
    "admin.limits.cleared": "{setting}, {place}: not set any more. `/admin undo {number}` takes it back.",
    "admin.limits.same": "{setting}, {place}: it was so already.",
    "admin.limits.none": "Nothing is set: the defaults hold for everybody. `/admin panel` shows them.",
    "admin.limits.server": "the whole server",
    "admin.panel.description": "The rules of this server, to look at and to change",
    "admin.panel.title": "What holds for {place}",
    "admin.panel.change": "Change something …",
    "admin.panel.role": "For a role …",
    "admin.panel.channel": "For a channel …",
    "admin.panel.member": "For a member …",
    "admin.panel.server": "The whole server",
    "admin.panel.value": "From now on",
    "admin.panel.inherits": "not set here",
    "admin.panel.order": (
        "What is set for a member counts before a channel, a channel before a role (of several the most generous), a "
        "role before the server."
    ),
    "admin.panel.others": "Something is set for {places} too.",
    "audit.retention": "changed how many days jobs are kept",
    "audit.other": "did {action} {subject}",
    "audit.limit": "set {subject}",
    "info.limits": "What holds for you here",
    "info.day": "{left} of {most} GPU minutes of today are left; new ones come {at}.",
    "info.month": "{left} of {most} GPU minutes of this month are left; new ones come {at}.",
    "info.queue": "{running} {running:job is|jobs are} drawn at once and {waiting} may wait; one command makes {grids} "
    "{grids:grid|grids} at most.",
    "admin.retention.description": "How many days the jobs of this server are kept",
    "admin.retention.days": "Days; 0 keeps them for ever; leave it out to go by the host's own rule",
    "admin.retention.done": (
        "Jobs of this server are kept for {days} {days:day|days} from now on. `/admin undo {number}` takes it back."
    ),
    "admin.retention.forever": (
        "Jobs of this server are kept for ever from now on. `/admin undo {number}` takes it back."
    ),
    "admin.retention.host": (
        "Jobs of this server are kept as its host says from now on. `/admin undo {number}` takes it back."
    ),
}
