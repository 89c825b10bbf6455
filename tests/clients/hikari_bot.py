"""The small bot with hikari, pointed at the playground by its public `rest_url`."""

import os
from collections.abc import Awaitable, Callable
from typing import Any

import hikari
from hikari import OptionType, ResponseType

bot = hikari.GatewayBot(
    os.environ["DISCORD_TOKEN"],
    rest_url=os.environ["DISCORD_API"] + "/v10",
    intents=hikari.Intents.GUILDS,
    banner=None,
    suppress_optimization_warning=True,
)

PICTURE = (
    bot.rest.slash_command_builder("picture", "Give a picture back.")
    .add_option(
        hikari.CommandOption(type=OptionType.ATTACHMENT, name="image", description="The picture", is_required=True)
    )
    .add_option(
        hikari.CommandOption(
            type=OptionType.STRING,
            name="style",
            description="How",
            choices=[hikari.CommandChoice(name=name.title(), value=name) for name in ("plain", "bold")],
        )
    )
    .add_option(hikari.CommandOption(type=OptionType.STRING, name="subject", description="What", autocomplete=True))
)


def buttons(*, is_done: bool = False) -> list[Any]:
    """Two buttons and a select."""
    row = bot.rest.build_message_action_row()
    row.add_interactive_button(hikari.ButtonStyle.PRIMARY, "again", label="Again", is_disabled=is_done)
    row.add_interactive_button(hikari.ButtonStyle.SECONDARY, "words", label="Words")
    choice = bot.rest.build_message_action_row()
    menu = choice.add_text_menu("size")
    for size in ("small", "large"):
        menu.add_option(size, size)
    return [row, choice]


@bot.listen(hikari.StartedEvent)
async def publish(_event: hikari.StartedEvent) -> None:
    application = await bot.rest.fetch_application()
    await bot.rest.set_application_commands(application.id, [PICTURE])


async def picture(interaction: hikari.CommandInteraction) -> None:
    await interaction.create_initial_response(ResponseType.DEFERRED_MESSAGE_CREATE)
    given = {option.name: option.value for option in interaction.options or ()}
    assert interaction.resolved is not None
    body = await next(iter(interaction.resolved.attachments.values())).read()
    content = f"{given.get('subject', 'nothing')} in {given.get('style', 'plain')}: {len(body)} bytes"
    await interaction.edit_initial_response(content, attachment=hikari.Bytes(body, "answer.png"), components=buttons())


async def suggest(interaction: hikari.AutocompleteInteraction) -> None:
    typed = next(option.value for option in interaction.options if option.is_focused)
    things = ("tree", "house")
    await interaction.create_response(
        [hikari.impl.AutocompleteChoiceBuilder(f"{typed} {thing}", f"{typed}-{thing}") for thing in things]
    )


async def press(interaction: hikari.ComponentInteraction) -> None:
    if interaction.custom_id == "words":
        field = bot.rest.build_modal_action_row().add_text_input("text", "Which words?")
        await interaction.create_modal_response("Words", "words", component=field)
    elif interaction.custom_id == "again":
        await interaction.create_initial_response(
            ResponseType.MESSAGE_UPDATE, "again", components=buttons(is_done=True)
        )
    else:
        await interaction.create_initial_response(ResponseType.MESSAGE_UPDATE, f"size: {interaction.values[0]}")


async def fill_in(interaction: hikari.ModalInteraction) -> None:
    field = interaction.components[0].components[0]
    await interaction.create_initial_response(
        ResponseType.MESSAGE_CREATE, f"words: {field.value}", flags=hikari.MessageFlag.EPHEMERAL
    )


ANSWERS: dict[type[Any], Callable[[Any], Awaitable[None]]] = {
    hikari.CommandInteraction: picture,
    hikari.AutocompleteInteraction: suggest,
    hikari.ComponentInteraction: press,
    hikari.ModalInteraction: fill_in,
}


@bot.listen(hikari.InteractionCreateEvent)
async def answer(event: hikari.InteractionCreateEvent) -> None:
    for kind, handle in ANSWERS.items():
        if isinstance(event.interaction, kind):
            await handle(event.interaction)


if __name__ == "__main__":
    bot.run(check_for_updates=False)
