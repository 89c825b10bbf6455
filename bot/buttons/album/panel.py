"""The panel of a picture, for one member: what there is to say of it, and the ways from it to its relatives."""

import io
from contextlib import suppress
from functools import partial
from typing import Any, cast

import discord
from discord import ui

from bot.buttons import ids, views
from bot.buttons.album import about, lineage
from bot.buttons.album.lineage import Relatives
from bot.buttons.album.sight import may_see
from bot.buttons.connection import acknowledged, insist
from bot.buttons.desk import Desk
from bot.buttons.embeds import ACCENT
from bot.buttons.hidden import unless_hidden
from bot.buttons.items import Choice, Interaction, Press, button
from bot.images.errors import PictureGone
from bot.jobs.job import Job
from bot.messages.lines import called
from bot.policy.errors import ACTION_RESTRICTED, Refused
from bot.words import say

WALK, SELECT, SHOW = "FU::Walk::", "FU::Select::Walk", "FU::Show::"
LABEL = 100  # characters of a choice, Discord's limit
_SMALL, _PROMPT = "picture.webp", "prompt.txt"


def is_panel(interaction: Interaction) -> bool:
    """True where the button stands on such a panel, and not below a picture."""
    flags = interaction.message.flags if interaction.message else None
    return flags is not None and flags.ephemeral and flags.components_v2


async def opened(interaction: Interaction, desk: Desk, custom_id: str) -> None:
    """ℹ️ was pressed. Raises UnknownJob, Refused."""
    job = await desk.store.jobs.get(custom_id.removeprefix(ids.ABOUT))
    await unless_hidden(interaction, desk, job)
    await open_for(interaction, desk, job)


async def open_for(interaction: Interaction, desk: Desk, job: Job) -> None:
    """The panel as an answer of its own."""
    await acknowledged(partial(interaction.response.defer, ephemeral=True, thinking=True))
    view, files = await panel(interaction, desk, job)
    await insist(partial(interaction.edit_original_response, view=view, attachments=files))


async def walked(interaction: Interaction, desk: Desk, custom_id: str) -> None:
    """The panel turns to a relative. Raises UnknownJob, Refused."""
    chosen = cast("dict[str, Any]", interaction.data).get("values") or [custom_id.removeprefix(WALK)]
    job = await desk.store.jobs.get(chosen[0])
    if not await may_see(interaction, desk, job):
        raise Refused(ACTION_RESTRICTED, "about.not_for_you")
    await turn(interaction, desk, job)


async def turn(interaction: Interaction, desk: Desk, job: Job) -> None:
    """The panel is about this job from now on."""
    if not interaction.response.is_done():
        await acknowledged(partial(interaction.response.defer))
    view, files = await panel(interaction, desk, job)
    await insist(partial(interaction.edit_original_response, view=view, attachments=files))


async def follow_with(interaction: Interaction, desk: Desk, job: Job) -> None:
    """The panel below an answer that stands already."""
    view, files = await panel(interaction, desk, job)
    await interaction.followup.send(view=view, files=files, ephemeral=True)


async def panel(interaction: Interaction, desk: Desk, job: Job) -> tuple[ui.LayoutView, list[discord.File]]:
    """Its layout, and the files in it."""
    locale, store = interaction.locale.value, desk.store
    found = await lineage.relatives(interaction, desk, job)
    facts = about.Facts(
        recipe=about.recipe_of(await desk.delivery.texts(job)),
        origin=await lineage.origin(interaction.client, desk, job, found.parent, locale),
        children=len(found.children),
        is_binned=await store.album.is_binned(job.id),
    )
    prompt = about.pasted(job, found.parent, desk.rules)
    files: list[discord.File] = []
    title = say("about.title" if len(job.pictures) == 1 else "about.title.grid", locale)
    head: list[ui.Item[Any]] = [ui.TextDisplay(f"## {title}\n{about.shown(prompt, locale)}")]
    with suppress(PictureGone):
        small = await desk.delivery.small(job)
        files.append(discord.File(io.BytesIO(small), _SMALL))
        is_explicit = await store.rulings.are_explicit(job.with_parent)
        head = [ui.Section(*head, accessory=ui.Thumbnail(f"attachment://{_SMALL}", spoiler=is_explicit))]
    if about.is_long(prompt):
        files.append(discord.File(io.BytesIO(prompt.encode(errors="replace")), _PROMPT))
        head.append(ui.File(f"attachment://{_PROMPT}"))
    hearts = await store.album.favourites(job.id)
    rows = _rows(job, found, hearts, is_own=job.asked.member.id == interaction.user.id, locale=locale)
    body = ui.TextDisplay[Any](about.lines(job, facts, locale))
    view: ui.LayoutView = ui.LayoutView(timeout=None)
    return view.add_item(ui.Container(*head, ui.Separator(), body, *rows, accent_colour=ACCENT)), files


def _rows(job: Job, found: Relatives, hearts: int, *, is_own: bool, locale: str) -> list[ui.ActionRow[Any]]:
    """Up, here, and what is done with it; down, where there is something."""
    first: list[Press] = []
    if found.parent:
        first.append(button(say("about.parent", locale), f"{WALK}{found.parent.id}", emoji="⬆️"))
    first.append(views.favourite(job.id, hearts))
    first.append(button(say("about.once", locale), ids.once(job.id), emoji=views.PEN))
    if is_own:
        first.append(button(say("about.show", locale), f"{SHOW}{job.id}", emoji="📌"))
        first.append(button(None, ids.bin_of(job.id), emoji=views.BIN))
    rows: list[ui.ActionRow[Any]] = [ui.ActionRow(*first)]
    if found.children:
        select: ui.Select[Any] = ui.Select(custom_id=SELECT, placeholder=say("about.down", locale))
        for each in found.children:
            number = f"#{each.index} " if each.index else ""
            label = f"{number}{called(each)} · {' '.join(each.prompt.split())}"
            select.add_option(label=_cut(label), value=each.id, emoji="⬇️")
        rows.append(ui.ActionRow(Choice(select)))
    return rows


def _cut(label: str) -> str:
    return label if len(label) <= LABEL else f"{label[: LABEL - 1]}…"
