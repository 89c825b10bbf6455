"""English: /edit, /region, and replies that mention the bot."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "editing.edit": "Change any picture in words: make it night, remove the hat, warmer",
    "editing.instruction": "What is to change: make the colours warmer, more detail in the background, as a watercolor",
    "editing.region": "Draw a part of any picture anew",
    "editing.prompt": "What the picture is to show afterwards, where it is marked above all",
    "editing.image": "The picture",
    "editing.link": "Or a link to it, or to a message of this bot with it",
    "editing.where": "Where: top left, right third, not the center",
    "editing.mask": "Or a picture of the same shape: white is drawn anew, black stays",
    "editing.places": (
        "left half, right half, top half, bottom half, center, not the center, left third, right third, top third, "
        "bottom third, top left, top right, bottom left, bottom right, edges"
    ),
    "editing.no_picture": "Which picture? Attach one as image, or give a link to one.",
    "editing.not_ours": (
        "That link leads to a message that shows none of my pictures. Attach the picture, or right click the message: "
        "Apps, Use this picture..."
    ),
    "linked.unread": "I cannot read that message, or you cannot: give a link to one in a channel that both of us read.",
    "linked.which": (
        "This message shows {most} {most:picture|pictures}: say which by its number behind the link, such as {example}."
    ),
    "editing.which.attached": "Which of the {most} pictures? Begin with its number: `2: make it night`.",
    "editing.which": (
        "Which of the {most}? Begin with its number, `2: make it night`, or take one out with U1 to U4 first."
    ),
    "editing.how": (
        "Reply to a picture, mention me, and say what is to change: `make the colours warmer`, "
        "`remove the hat in the top "
        "third`. Or attach a picture to your message. /imagine draws new ones."
    ),
    "editing.unseen": (
        "I see no picture there: Discord shows me only my own in a reply. Right click that message: Apps, Use this "
        "picture... Or attach the picture to your own message."
    ),
    "editing.long": "That is too long for an edit: {most} characters are the most.",
    "editing.private": "It is being drawn, and comes to you by direct message.",
}
