"""English: words that are not wanted, warned members, hidden pictures, reports."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "words.minor": (
        "Sexual content with minors is not made here, and no setting changes that. Ask for something else."
    ),
    "words.refused": (
        "This server does not want {words} in prompts. Take it out, or ask a moderator if it was meant well."
    ),
    "words.confirm": "This server asks whether {words} is really meant. Nothing is drawn until you say so.",
    "words.confirm.button": "Yes, draw it",
    "words.description": "Words that are not wanted in prompts here",
    "words.add": "Watch for a word",
    "words.word": "A word or phrase, a wildcard such as blood*, or /an expression/",
    "words.weight": "What follows; usually it is refused",
    "words.as.note": "note it in the log",
    "words.as.confirm": "ask whether it is meant",
    "words.as.refuse": "refuse it",
    "words.as.tell": "refuse it and tell the moderators",
    "words.as.allow": "allow it though it looks like another",
    "words.remove": "Take a word out of the list",
    "words.list": "What is watched for here",
    "words.test": "See what would match in a text, and why",
    "words.text": "A prompt, or any text",
    "words.import": "Add the words of a file, a line each: refuse: word",
    "words.file": "A text file such as /admin words export gives",
    "words.export": "The list as a file",
    "words.builtin": "Use a list that comes with the bot, or do not",
    "words.builtin.name": "explicit or gore",
    "words.builtin.on": "Whether it is used",
    "words.builtin.is_on": "The list {name} is used from now on.",
    "words.builtin.is_off": "The list {name} is not used any more. Sexual content with minors stays refused.",
    "words.builtin.explicit": "nudity and sex are refused outside of age-restricted channels",
    "words.builtin.gore": "cruelty is asked about",
    "words.lists": "Lists that come with the bot:",
    "words.own": "Of this server's own: {count}",
    "words.added": "Done: {count} in the list.",
    "words.there": "That stands in the list already.",
    "words.removed": "`{word}` is not watched for any more.",
    "words.not_there": "`{word}` is not in the list: /admin words list has what is.",
    "words.too_many": "A server's list has {most} rules at most: take some out first.",
    "words.too_many_patterns": (
        "A server's list has {most} wildcards and expressions at most: write plain words instead."
    ),
    "words.import.large": "The file is larger than 256 KiB: split it.",
    "words.import.text": "The file is no UTF-8 text: save it as that.",
    "words.test.minor": "⛔ Sexual content with minors (`{minor}` beside `{sexual}`): refused always.",
    "words.test.own": "this server's list",
    "words.test.builtin": "a list that comes with the bot",
    "words.test.plain": "`{typed}` matches `{rule}` of {where}: {follows}.",
    "words.test.disguised": "`{typed}` is read as `{rule}` of {where}: {follows}.",
    "words.test.nothing": "Nothing matches: this may be asked for.",
    "member.description": "Warn, mute and ban members, and see how they stand",
    "member.warn": "Warn somebody, who has to acknowledge it before the next picture",
    "member.mute": "Let somebody make no pictures for a while",
    "member.unmute": "End a mute",
    "member.ban": "Let somebody make no pictures here any more",
    "member.unban": "End a ban",
    "member.show": "How somebody stands",
    "member.who": "Who",
    "member.reason": "Why; the member reads it",
    "member.time": "How long: 30m, 2h, 1d, 2w",
    "member.wrong_time": "Write the time as `30m`, `2h`, `1d` or `2w`; a year is the longest.",
    "member.is_bot": "Bots make no pictures here.",
    "member.was_so": "{member} stands just so already.",
    "member.done": "Done, and {member} was told. `/admin undo {number}` takes it back.",
    "member.done_untold": (
        "Done. {member} takes no direct messages, and will read it at the next picture. `/admin undo {number}` takes "
        "it back."
    ),
    "member.lifted": "Ended: {member} may make pictures again.",
    "member.is_free": "{member} is free already.",
    "member.stands": "How {member} stands here:",
    "member.stands.well": "Nothing against them.",
    "member.stands.warning": "⚠️ Warned, not acknowledged yet: {reason}",
    "member.stands.mute": "🔇 Muted until {until}: {reason}",
    "member.stands.ban": "⛔ Banned: {reason}",
    "member.told.warning": (
        "The moderators of {server} have a word for you: {reason}\nPlease acknowledge it there with your next picture."
    ),
    "member.told.mute": "The moderators of {server} ask you to pause until {until}. The reason: {reason}",
    "member.told.ban": "The moderators of {server} have ended your use of this bot there. The reason: {reason}",
    "member.is_banned": (
        "You cannot use this bot here until {until}. The reason: {reason} Ask the moderators if that is wrong."
    ),
    "member.is_banned.for_good": (
        "You cannot use this bot here any more. The reason: {reason} Ask the moderators if that is wrong."
    ),
    "member.is_muted": (
        "You can make pictures again after {until}. The reason: {reason} Ask the moderators if that is wrong."
    ),
    "member.is_muted.for_good": (
        "You cannot make pictures here for now. The reason: {reason} Ask the moderators if that is wrong."
    ),
    "member.is_warned": (
        "You have a pending moderation message. Please acknowledge it before using the bot further. It says: {reason}"
    ),
    "member.acknowledge": "I have read it",
    "member.acknowledged": "Thank you. Ask once more for what you wanted.",
    "picture.hidden": "Moderators have hidden this picture: ask them if you need it.",
    "picture.explicit": "This picture is for age-restricted channels only: ask for it in one of those.",
    "picture.withheld": (
        "The pictures look explicit, so they are not shown here, and cost you nothing. Ask for something else, or ask "
        "in an age-restricted channel."
    ),
    "picture.unchecked": (
        "The pictures could not be checked, so they are not shown, and cost you nothing. Try again, or tell the host "
        "of this bot."
    ),
    "picture.denied": (
        "A picture that was given looks explicit, and nothing is drawn from it here. Give another one, or ask in an "
        "age-restricted channel."
    ),
    "pictures.description": "How pictures are checked here",
    "pictures.check": "Check pictures for nudity, or do not",
    "pictures.check.on": "Whether they are checked",
    "pictures.is_on": "Pictures are checked from now on: explicit ones are seen in age-restricted channels only.",
    "pictures.is_off": "Pictures are not checked any more. Sexual content with minors stays refused.",
    "pictures.channel": "Choose where explicit pictures are moved to; without a channel they are withheld",
    "pictures.channel.which": "An age-restricted channel",
    "pictures.withheld": "Explicit pictures are withheld from now on, and cost nothing.",
    "pictures.not_restricted": "{channel} is not age-restricted: set that in Discord first, or choose another one.",
    "pictures.not_there": (
        "The bot may not post in {channel}: let it see the channel, send messages and attach files there."
    ),
    "pictures.moved": "Explicit pictures are moved to {channel} from now on.",
    "picture.was_hidden": "This picture was hidden by moderators.",
    "reports.description": "Where members' reports go",
    "reports.channel": "Choose the channel that reports go to; none ends them",
    "reports.channel.which": "A channel that moderators alone see",
    "reports.on": "Reports go to {channel} from now on.",
    "reports.off": "Reports go nowhere any more, and members are told so.",
    "reports.not_there": (
        "The bot may not write to {channel}: let it see the channel, send messages and embed links there."
    ),
    "report.elsewhere": "Pictures are reported in a server: there are no moderators here.",
    "report.no_channel": "This server has no place for reports yet: tell one of its moderators.",
    "report.not_sent": "The report could not be sent just now: tell a moderator, please.",
    "report.done": "Thank you. The moderators were told, and nobody else.",
    "report.title": "A picture was reported",
    "report.told": "{by} reported a picture of {member}: {link}\n{prompt}",
    "report.words.title": "Watched words",
    "report.words": "{member} asked in {channel} for {words}. It was refused.\n{prompt}",
    "report.reason": "A picture of yours was reported, and the moderators agree.",
    "report.moderators_only": "Only moderators can do that.",
    "report.button.hide": "Hide",
    "report.button.delete": "Delete",
    "report.button.warn": "Warn",
    "report.button.mute": "Mute for a day",
    "report.was.hide": "Hidden by {moderator} {at}",
    "report.was.delete": "Deleted by {moderator} {at}",
    "report.was.warn": "Warned by {moderator} {at}",
    "report.was.mute": "Muted for a day by {moderator} {at}",
    "audit.words": "asked in {channel} for {subject}",
    "audit.word": "changed the word {subject}",
    "audit.allowed": "changed the allowed word {subject}",
    "audit.builtin": "changed the list {subject}",
    "audit.warning": "changed the warning of <@{subject}>",
    "audit.mute": "changed the mute of <@{subject}>",
    "audit.ban": "changed the ban of <@{subject}>",
    "audit.hidden": "hid the picture {subject}",
    "audit.reports": "changed where reports go",
    "audit.pictures": "changed how pictures are checked",
}
