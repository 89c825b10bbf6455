"""English: looking for pictures that were made."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "history.description": "Leaf through your pictures, your favourites, or another member's",
    "history.words": "Words in the prompt",
    "history.only_favourites": "Only those that you gave a ❤️, whoever made them",
    "history.member": "Whose: of others, what stands here for everybody",
    "history.title.own": "Your pictures",
    "history.title.favourites": "Your favourites",
    "history.title.of": "Pictures of {member}",
    "history.place": "{first} to {last} of {total}, the latest first",
    "history.look": "Look at one",
    "history.newer": "Newer",
    "history.older": "Older",
    "history.favourites": "Favourites only",
    "history.find": "Look for words",
    "history.no_words": "All of them have to be in the prompt; leave it empty to see all pictures",
    "history.none.own": "You have no pictures yet. Type `/imagine` and say what is to be seen.",
    "history.none.words": "No picture here has all of these words. Look for fewer, or for none.",
    "history.none.favourites": (
        "Nothing is a favourite yet. Press ❤️ under a picture by itself, or ℹ️ under a grid and ❤️ there."
    ),
    "history.none.of": (
        "There is nothing of {member} to be seen here. Others' pictures are seen in the server that they stand in."
    ),
}
