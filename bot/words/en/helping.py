"""English: what /help says, and the greeting."""

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
    "help.pocket": "What it can draw",
    "help.pocket.list": (
        "Pocket draws here, the small model that comes with Fourup. It knows some 250 things (animals, food, plants, "
        "vehicles, faces and what lies about the house) in eight places and eight media, and draws the nearest it "
        "knows for anything else. For more, the host puts a big model beside it: `[models.NAME]` in config.toml."
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
        "**Under a picture by itself**: Upscale makes it twice as large, Vary draws it again, or a region of "
        "it, Zoom Out and the arrows show more around it and beside it, Custom Zoom asks for the prompt first.\n"
        "❤️ keeps it as a favourite, ✏️ changes the prompt before it is drawn again, 🗑️ takes it away (its author only).\n"
        "ℹ️ tells you alone its seed, parameters and numbers, and leads to what it comes from and what came of it; "
        "so does `/show`, which shows a job of yours once more.\n"
        "**Cancel Job** is for the one who asked, and for moderators.\n"
        "**Right click on a message, Apps**: Cancel Job, DM Results, Use as image prompt; "
        "Use this picture... makes a style, a character, a blend or an edit of any picture in any message.\n"
        "**Reply to a picture, mention the bot and say what is to change**: `make it night`. `/edit` does the same "
        "with any picture, `/region` draws a part of one anew.\n"
        "`/history` leafs through your pictures and your favourites.\n"
        "**React** with ✉️ to get a result by direct message, with ❌ to cancel your own job or take its message "
        "away."
    ),
}
