"""English: what is wrong with a prompt, and what its author should know of one that is right."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "mistake.unknown": "Unrecognized parameter(s): `{name}`. Did you mean `{suggestion}`?",
    "mistake.unknown.far": (
        "Unrecognized parameter(s): `{name}`. Nothing that is known is spelled like it; text goes before the "
        "parameters, without dashes."
    ),
    "mistake.case": "Unrecognized parameter(s): `{name}`. Parameters are written in small letters: `{suggestion}`.",
    "mistake.glued": (
        "Unrecognized parameter(s): `{name}`. A space belongs between a parameter and its value: `{suggestion}`."
    ),
    "mistake.space": "There is a space after `{dashes}`. A parameter is written in one: `{suggestion}`.",
    "mistake.dash": (
        "`{parameter}` starts with a dash that is no parameter's ({dash}): write two hyphens, `{suggestion}`."
    ),
    "mistake.hyphen": "`{parameter}` has one hyphen where a parameter has two: `{suggestion}`.",
    "mistake.glued.after": "`{value}` runs into the next parameter: put a space before `{suggestion}`.",
    "mistake.missing": "`{parameter}` needs {wanted} after it.",
    "mistake.value": "Invalid value provided for argument `{parameter}`: `{value}`. It needs {wanted}.",
    "mistake.aspect": "Invalid aspect ratio `{value}`. `{parameter}` needs {wanted}.",
    "mistake.range": "`{parameter}` must be {wanted} with `{version}`; `{value}` is not.",
    "mistake.many": "`{parameter}` takes {wanted}; here are {value}.",
    "mistake.stray": (
        "Unrecognized parameter(s): `{value}`. Nothing can follow `{after}` but another parameter; text and links "
        "go before the first one."
    ),
    "mistake.stray.name": (
        "Unrecognized parameter(s): `{value}`. It stands after `{after}` without its dashes: `{suggestion}`."
    ),
    "mistake.version": "`{parameter}` is not compatible with `{version}`; it goes with {wanted}.",
    "mistake.version.weights": "`::` is not compatible with `{version}`; it goes with {wanted}.",
    "mistake.refused": "`{parameter}` cannot be used here: {reason}.",
    "mistake.lonely": (
        "Cannot use `{version}` with only a single image prompt. Please add another image prompt, or a text prompt."
    ),
    "mistake.textless": "Cannot use `{parameter}` without a text prompt. Please say in words what is to be seen.",
    "mistake.together.tile": (
        "`{parameter}` cannot be used with `--edit`: a picture that is edited keeps its edges. Leave one of them out."
    ),
    "mistake.together.quality": (
        "`{parameter} 4` cannot be used with `--oref`: use `{suggestion}`, or leave the reference out."
    ),
    "mistake.together.draft": (
        "`{parameter}` cannot be used with `--oref`: a draft is too quick to keep a thing as it is. Leave one of "
        "them out."
    ),
    "mistake.together.sv": (
        "`{parameter}` must be 4 or 6 for style codes with `{version}`: use `{suggestion}`, or a picture."
    ),
    "mistake.together.textless": "`{parameter}` cannot be used with pictures alone: add a text, or leave it out.",
    "mistake.together.relax": (
        "You can not submit batch jobs in relax mode: use `{suggestion}` for more than one grid, or ask for one."
    ),
    "mistake.empty": "There is nothing to draw: write what is to be seen, or give links to two pictures.",
    "mistake.weights": "The weights after `::` add up to {value}; together they must be above 0.",
    "mistake.weights.size": "The weight `{value}` is too large: weights are numbers from -{most} to {most}.",
    "mistake.weights.whole": "The weight `{value}` must be a whole number with `{version}`.",
    "mistake.weights.image": "The weight `{value}` of a picture must be above 0.",
    "mistake.braces.open": "The `{{` after `{value}` is never closed. Write `\\{{` where a brace is meant as text.",
    "mistake.braces.close": "The `}}` after `{value}` was never opened. Write `\\}}` where a brace is meant as text.",
    "mistake.braces.deep": "The braces are nested deeper than {most}.",
    "mistake.length": "The prompt has {value} characters; it may have {most}.",
    "mistake.jobs": "The prompt makes {value} grids; one command may make {most}.",
    "mistake.link.glued": "The link in `{value}` touches other words: put a space before and after it.",
    "mistake.link.scheme": "`{value}` looks like a link and is none: a link to a picture starts with https://.",
    "mistake.link.local": (
        "`{value}` is a link that only your own device can open. Send the picture first, then copy its link."
    ),
    "mistake.link.broken": "`{value}` is no complete link: it names no server.",
    "notice.again": "`{parameter}` is given more than once; once is enough.",
    "notice.twice": "`{parameter}` is given more than once: the last one counts, `{value}`.",
    "notice.replaced": "`{first}` and `{last}` exclude each other: the last one counts.",
    "notice.translated": "`{parameter}` is read as `{other}`, its name with `{version}`.",
    "notice.glued": "`{value}` is read as text: a parameter needs a space before its dashes.",
    "notice.nothing": "The weight `{value}` has no text before it, so it has no effect.",
    "notice.zoom": "`--zoom` has an effect in the Custom Zoom window, and with `--edit` and a picture.",
    "wanted.one": "one of {range}",
    "wanted.whole": "a whole number {range}",
    "wanted.number": "a number {range}",
    "wanted.or": "{others} or {last}",
    "wanted.between": "between {low} and {high}",
    "wanted.link": "one link",
    "wanted.links": "{most} links at most",
    "wanted.weightless": "links without weights",
    "wanted.bare": "words, without weights and links",
    "wanted.codes": "codes from 0 to {most}",
    "wanted.version": "one of the versions {known}",
    "wanted.version.number": "version {runs}",
    "wanted.version.numbers": "versions {runs}",
    "wanted.version.niji": "niji {runs}",
    "wanted.and": "{first} and {last}",
    "wanted.to": "{first} to {last}",
    "wanted.also": "{before}, {each}",
    "wanted.countless": "countless",
    "wanted.start": "start",
    "wanted.kind.flag": "nothing",
    "wanted.kind.aspect": "a ratio of whole numbers such as 3:2",
    "wanted.kind.version": "a version",
    "wanted.kind.niji": "a niji version",
    "wanted.kind.raw": "the word raw",
    "wanted.kind.words": "words",
    "wanted.kind.link": "a link to a picture",
    "wanted.kind.links": "links to pictures",
    "wanted.kind.styles": "links to pictures, style codes or the word random",
    "wanted.kind.choice": "one of these words: {words}",
    "wanted.kind.name": "a name",
    "wanted.kind.lora": "a name and a weight, such as ink:0.8",
    "wanted.kind.control": "a kind and a link, such as lineart https://…: {words}",
    "refused.style": "of Midjourney's styles only `--style raw` has a counterpart",
    "refused.still": "Fourup draws still pictures and no videos",
    "refused.legacy": "it belongs to Midjourney's first versions, which nothing here answers to",
    "refused.profile": "there are no personal profiles to draw with; use `--sref` with pictures that you like",
    "dash.en": "an en dash",
    "dash.minus": "a minus sign",
    "dash.em": "an em dash",
    "dash.hyphens": "hyphens",
    "dash.wide": "a full-width hyphen",
    "dash.vowel": "a long vowel's mark",
    "dash.other": "another kind of dash",
    "notice.void": "`{parameter}` has no effect here.",
    "notice.model": "No installed model answers to version {version}, so {model} draws.",
}
