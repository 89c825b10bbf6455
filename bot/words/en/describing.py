"""English: /describe and /shorten."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "describe.description": "Four prompts for a picture, and what it is made of",
    "describe.image": "The picture",
    "describe.link": "Or a link to it, or to a message of this bot with it",
    "describe.one": "Attach a picture, or give a link to one: one of the two.",
    "describe.failed": "The picture could not be read just now: try again in a moment, or tell the host of this bot.",
    "describe.all": "Imagine all",
    "describe.form": "For which model",
    "describe.for": "Written for {model}",
    "describe.breakdown": "What it is made of",
    "describe.subject": "Subject",
    "describe.medium": "Medium and style",
    "describe.setting": "Setting and time",
    "describe.lighting": "Lighting",
    "describe.composition": "Composition",
    "describe.mood": "Mood",
    "describe.palette": "Palette",
    "describe.outside": (
        "**This is outside of what I can name.** I know {count} things, all of them drawn; what stands here as "
        "subject, medium and setting is only the nearest. Light, composition, mood and palette are measured, and hold."
    ),
    "describe.world": "Recognised by {by}, which knows {count} drawn things · light, mood and palette are measured",
    "describe.by": "Recognised by {by} · light, mood and palette are measured",
    "shorten.description": "Which words of a prompt matter, and shorter ones",
    "shorten.prompt": "The prompt",
    "shorten.nothing": "There are no words in it: write what is to be seen.",
    "shorten.one": "A single word cannot be shortened.",
    "shorten.parts": "Give one part of the prompt at a time, without `::`: words are weighed within their part.",
    "shorten.long": "The prompt is too long for this: {most} words and 1,500 characters are the most. Give a part.",
    "shorten.failed": "The prompt could not be read just now: try again in a moment, or tell the host of this bot.",
    "shorten.important": "Important words",
    "shorten.shorter": "Shortened prompts",
    "shorten.press": "Press a number to imagine that prompt.",
    "shorten.show": "Show details",
    "shorten.details": "What each word weighs",
    "shorten.how": "How far the meaning moves, in degrees, when a word is left out; measured with {by}'s text encoder.",
    "use.describe": "Describe",
}
