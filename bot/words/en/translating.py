"""English: /translate."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "imagine.window": "Imagine",
    "imagine.empty": "There is nothing to draw: write what is to be seen.",
    "translate.description": "A prompt in another model's syntax, weights and negatives included",
    "translate.prompt": "The prompt, as it is written for the first model",
    "translate.from": "The syntax that it is written in",
    "translate.to": "The syntax that you want it in",
    "translate.source": "Written for {source}",
    "translate.other": "Another syntax",
    "translate.imagine": "Imagine",
    "translate.unknown": (
        "I do not know the syntax `{value}`: choose midjourney, stable-diffusion, flux or dall-e from the list."
    ),
    "translate.nothing": "There is nothing to translate: write in words what is to be seen.",
    "translate.long": "The prompt has more than {most} characters: translate a part of it.",
    "translate.file": "The prompt is too long for a message: it is in the file.",
    "translate.settings": "Left out, since there is nothing like it: `{value}`.",
    "translate.images": "Pictures are no text: hand them over beside the prompt ({value}).",
    "translate.heavy": "Above 1.5, Stable Diffusion's weights break pictures: {value}.",
    "translate.degrees": "Sentences have no numbers: weights are said in five degrees.",
    "translate.negative": "Without a negative prompt, words in a sentence have to do, and may be overlooked: {value}.",
    "translate.parts": "Midjourney weighs parts of a prompt, so the text is cut where its weight changes.",
    "translate.switching": "Text that changes while a picture is drawn stays as it ends: `{value}`.",
    "translate.alternating": "Text that alternates is read as all of it together: `{value}`.",
}
