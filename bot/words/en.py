"""English: the source that every other locale translates."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "help.description": "What this bot is and what you can do with it",
    "help.title": "Fourup",
    "help.what": "A bot for making pictures from words, hosted by the people of a community on their own machine.",
    "help.commands": "Commands",
    "help.where": "Where it answers",
    "help.where.list": (
        "In a server that it was added to, in a direct message to it, and everywhere you chat once you have added it "
        "to your own account."
    ),
    "help.more": "Version {version}. Type / to see the commands at any time.",
    "error.outdated": "This command has changed since Discord last loaded it. Type / and pick it again.",
    "error.unexpected": (
        "Something went wrong on our side. Please try again; if it stays, tell the host this number: {incident}."
    ),
    "delivery.next": "Next in the queue.",
    "delivery.position": "Number {position} in the queue.",
    "delivery.loading": "The model is being loaded.",
    "delivery.loading.left": "The model is being loaded: about {seconds} s more.",
    "delivery.cut": "The prompt is longer than a message; `/show {job_id}` has all of it.",
    "delivery.alt.grid": "A grid of {count} pictures: {prompt}",
    "delivery.alt.picture": "A picture: {prompt}",
    "delivery.elsewhere": "I may not post pictures in {channel}, so here they are.",
    "delivery.nowhere": (
        "The pictures are done, but I can neither post them in {channel} nor send them to you. Let me send messages "
        "and attach files there, or allow direct messages; then type `/show {job_id}`."
    ),
    "delivery.refused": "Discord did not take the pictures. Type `/show {job_id}` to have them posted again.",
    "delivery.lost": "The pictures are gone from the bot's disk. Please ask for them once more.",
    "imagine.description": "Make four pictures of what you describe",
    "imagine.prompt": "What is to be seen, then parameters such as --ar 3:2",
    "imagine.image": "A picture to begin from, beside the words",
    "imagine.style": "A picture whose style is taken (--sref)",
    "imagine.character": "A picture of the character to draw (--cref)",
    "wrong.cure": "This would work",
    "wrong.submit": "Submit this one",
    "wrong.lost": "The corrected prompt is not here any more. Type /imagine once more, please.",
    "wrong.more": "… and {count} more.",
    "cancel.done": "The job is cancelled.",
    "upscale.there": "Picture {index} stands by itself already: {link}",
    "upscale.coming": "Picture {index} is on its way already.",
    "job.unknown": "This bot knows nothing of that job any more. Type /imagine to make a new one.",
    "job.is.waiting": "The job is still waiting for its turn.",
    "job.is.running": "The job is still being drawn.",
    "job.is.rendered": "The pictures are drawn already, and on their way.",
    "job.is.delivered": "The job is finished already.",
    "job.is.failed": "The job has failed already; there is nothing left to do with it.",
    "job.is.cancelled": "The job is cancelled already.",
    "error.store": "The bot cannot write to its memory right now. Nothing was lost; please try again in a minute.",
    "error.button": "This button is older than the bot and does nothing any more. Type / to see what there is.",
    "closed.server": "This bot is run for other servers and takes no jobs here. Its host can allow this server.",
    "closed.elsewhere": "This bot draws for members of its own servers. Join one of them, then ask again.",
    "imagine.no_model": (
        "There is no model to draw with yet: the host of this bot can add one, as the readme says under models."
    ),
    "imagine.cannot": "This cannot be drawn. {reason}",
    "imagine.unavailable": (
        "The engine does not start just now, so nothing can be drawn; please tell the host of this bot. ({reason})"
    ),
    "imagine.blamed": (
        "The engine broke down over this job more than once, so it was given up; a smaller or simpler one may work."
    ),
    "blend.count": "A blend takes {fewest} to {most} pictures: add or leave out some.",
    "blend.twice": "The same picture is there twice: choose another one for each place.",
    "queue.full": "Your job queue is full. Please wait for a job to finish first, then resubmit this one.",
    "queue.waits": (
        "You have reached the maximum allowed number of concurrent jobs. Don't worry, this job will start as soon as "
        "another one finishes!"
    ),
    "job.no_picture": "There is no picture {index} of this job: it has not come that far, or ended before.",
    "cancel.not_yours": "Only the author of a job and moderators can cancel it.",
    "cancel.too_late": "This job has ended already, so there is nothing left to cancel.",
    "picture.no_link": "{link} is no link to a picture: give one that starts with https://, or attach the picture.",
    "picture.private": (
        "{link} leads to an address that is not public, and those are not fetched: attach the picture instead."
    ),
    "picture.gone": (
        "{link} is not there any more, or not for everybody: open it in a private window, or attach the picture."
    ),
    "picture.unreachable": "{link} cannot be reached: check the link, or attach the picture.",
    "picture.slow": "{link} took too long to answer: try again, or attach the picture.",
    "picture.too_large": "{link} is larger than 25 MiB: give a smaller picture.",
    "picture.not_a_picture": (
        "{link} is no picture that can be read: give a direct link to a PNG, JPEG, WebP or GIF file."
    ),
    "picture.too_many_pixels": "{link} has more than 64 megapixels: give a smaller picture.",
    "picture.broken": "{link} is damaged or cut off: save the picture anew, as PNG or JPEG, and send that.",
    "blend.description": "Blend two to five pictures into new ones",
    "blend.image": "A picture",
    "blend.more": "One more picture",
    "blend.dimensions": "The shape of the new pictures",
    "blend.portrait": "Portrait",
    "blend.square": "Square",
    "blend.landscape": "Landscape",
    "show.description": "Show one of your jobs once more, here",
    "show.job_id": "The id of the job, or a link to its message",
    "show.not_yours": "Only the member who asked for a job can show it again.",
    "show.unfinished": "It is not finished yet; the pictures come where you asked for them.",
    "info.description": "What you have used, and what is under way for you",
    "dm.sent": "Sent: look into your direct messages.",
    "dm.closed": "You take no direct messages from this server. Allow them in its privacy settings, then ask again.",
    "dm.nothing": "This job has no pictures yet. Ask again when it is finished.",
    "menu.title": "Use as image prompt",
    "menu.prompt": "Prompt",
    "menu.picture": "Picture",
    "menu.no_picture": "There is no picture in that message. Pick one that has one.",
    "arrival.hello": (
        "Hello! I make pictures of what you describe. Type {imagine} and say what is to be seen, for example `a "
        "red apple --ar 3:2`; four pictures come, and buttons to go on from. {help} tells the rest."
    ),
    "help.choose": "More to read",
    "help.start": "What it is, and what to type",
    "help.first": "What to type first",
    "help.first.list": (
        "{imagine} `a red apple on a table --ar 3:2`\n"
        "Four pictures come. Press U1 to U4 for one by itself, V1 to V4 for more like it, 🔄 for four new ones."
    ),
    "help.prompts": "How a prompt is written",
    "help.prompts.list": (
        "**Links to pictures** first, then the text, then the parameters: `https://… a red apple --ar 3:2`\n"
        "**Weights**: `hot::2 dog::1` tells how much each part counts.\n"
        "**Sets**: `a {{red, green}} apple` makes a grid of each.\n"
        "**Not wanted**: `--no leaves, sky`\n"
        "What is wrong is told to you alone, with the prompt as it should be."
    ),
    "help.look": "Parameters: shape and look",
    "help.pictures": "Parameters: pictures to go by",
    "help.drawing": "Parameters: how it is drawn",
    "help.models": "Parameters: version and model",
    "help.way": "Parameters: speed, and who sees it",
    "help.buttons": "Buttons, menus and reactions",
    "help.buttons.list": (
        "**U1 to U4** show one picture by itself, **V1 to V4** make four more like it, 🔄 draws the same prompt "
        "again. Anybody may press them, and they go on working.\n"
        "**Cancel Job** is for the one who asked, and for moderators.\n"
        "**Right click on a message, Apps**: Cancel Job, DM Results, Use as image prompt.\n"
        "**React** with ✉️ to get a result by direct message, with ❌ to cancel your own job or take its message "
        "away."
    ),
    "imagine.stealth": (
        "`--stealth` cannot be kept in a server yet, where everybody sees the result: leave it out, or ask the bot in "
        "a direct message."
    ),
    "progress.lost": "Your job is on its way, and its pictures will come; only its progress cannot be shown.",
}
