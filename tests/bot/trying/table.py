"""How each line of the table is tried, and which lines are about what the bot has."""

from collections.abc import Awaitable, Callable

from bot.buttons.ids import Act
from bot.commands.routes import TOPICS
from tests.bot.trying.cell import Try
from tests.bot.trying.commands import COMMANDS
from tests.bot.trying.pictures import PICTURES

TRIES: dict[str, Callable[[Try], Awaitable[bool]]] = {
    "`/imagine`": Try.imagine,
    "`/blend`": Try.blend,
    "`/edit`": Try.edit,
    "`/region`": Try.region,
    "`/show`": Try.show,
    "U1 to U4": Try.upsample,
    "V1 to V4": Try.vary,
    "🔄": Try.reroll,
    "❤️": Try.keep,
    "ℹ️": Try.about,
    "✏️": Try.once,
    "🗑️": Try.take_away,
    "Cancel Job, the button": Try.cancel,
    "Cancel Job, in the menu": Try.cancel_by_menu,
    "DM Results": Try.dm_results,
    "Use as image prompt": Try.image_prompt,
    "Use this picture...": Try.use,
    "✉️": Try.letter,
    "❌ on a waiting job": Try.cross_on_waiting,
    "❌ on a result": Try.cross_on_result,
    "`/admin limits set`": Try.set_limit,
    "`/admin limits set`, a role's share": Try.set_share,
    "`/admin undo`": Try.undo,
    "the log's Undo": Try.press_undo,
    "the panel's buttons": Try.press_panel,
    "an order's Yes": Try.order_yes,
    "an order's Cancel All": Try.order_cancel,
    "the queue's To the front": Try.queue_front,
    "the queue's Cancel it": Try.queue_cancel,
    "the queue's Pause and Drain": Try.queue_stop,
    "the queue's Let it go on": Try.queue_resume,
    **COMMANDS,
    **PICTURES,
}
"""How each line is tried; a line that is not here is a command that needs nothing beside its name."""

COVERED: dict[str, str] = {
    "FU::Admin::": "the panel's buttons",
    "FU::Select::Admin::": "the panel's buttons",
    "FU::Settings::": "`/settings`'s buttons",
    "FU::Select::Model": "`/settings`'s buttons",
    "FU::Select::Language": "`/settings`'s buttons",
    "FU::Privacy::": "`/privacy forget`'s Delete everything",
    "FU::Again::": "Edit again",
    "FU::About::": "ℹ️",
    "FU::Once::": "✏️",
    "FU::Bin::": "🗑️",
    "FU::Walk::": "ℹ️'s ways up and down",
    "FU::Select::Walk": "ℹ️'s ways up and down",
    "FU::Show::": "ℹ️'s 📌",
    "FU::RegionModal": "Vary (Region), and its window",
    "FU::RegionWords::": "Vary (Region), and its window",
    "MJ::RemixModal": "✏️'s window",
    "MJ::ImagineModal": "`/shorten`'s 1️⃣ to 5️⃣",
    "MJ::PanModal": "Custom Zoom, and its window",
    "MJ::OutpaintCustomZoomModal": "Custom Zoom, and its window",
    "FU::Ask::see::": "`/ask`'s buttons",
    "FU::Ask::try::": "`/ask`'s buttons",
    "FU::Confirm": "a question's Yes, draw it",
    "FU::Acknowledge": "a warning's I have read it",
    "MJ::Job::PicReader::": "`/describe`'s 1️⃣ to 4️⃣",
    "MJ::Picread::Retry": "`/describe`'s 🔄",
    "FU::Select::Describe::": "`/describe`'s form",
    "MJ::Job::PromptAnalyzer::": "`/shorten`'s 1️⃣ to 5️⃣",
    "MJ::Job::PromptAnalyzerExtended": "`/shorten`'s 📊",
    "FU::Translated::Imagine": "`/translate`'s form",
    "FU::Select::Translated": "`/translate`'s form",
    "MJ::Picreader::Modal": "`/describe`'s 1️⃣ to 4️⃣",
    "FU::History::": "`/history`'s 🔎",
    "FU::HistoryFind::": "`/history`'s 🔎",
    "FU::HistoryFound::": "`/history`'s 🔎",
    "FU::Select::History": "`/history`'s 🔎",
    "FU::Order::": "an order's Yes",
    "FU::Queue::": "the queue's To the front",
    "FU::Select::Queue::": "the queue's To the front",
    "FU::Report::": "a report's buttons",
    "FU::Use::": "Use this picture...'s buttons",
    "FU::Select::Use": "Use this picture...'s buttons",
    "FU::Using::": "Use this picture...'s buttons",
    "FU::Taking::": "Use this picture...'s buttons",
    "FU::TakingAgain::": "Use this picture...'s buttons",
}
"""Which line a button, select or window belongs to, by what its custom id begins with: panels have one for all."""
OF_A_JOB: dict[Act, str] = {
    Act.UPSAMPLE: "U1 to U4",
    Act.VARIATION: "V1 to V4",
    Act.REROLL: "🔄",
    Act.HIGH_VARIATION: "Vary (Strong)",
    Act.LOW_VARIATION: "Vary (Subtle)",
    Act.UPSCALE_SUBTLE: "Upscale (Subtle)",
    Act.UPSCALE_CREATIVE: "Upscale (Creative)",
    **dict.fromkeys((Act.PAN_LEFT, Act.PAN_RIGHT, Act.PAN_UP, Act.PAN_DOWN), "⬅️ ➡️ ⬆️ ⬇️"),
    Act.ZOOM_2: "Zoom Out 2x",
    Act.ZOOM_1_5: "Zoom Out 1.5x",
    Act.SQUARE: "Make Square",
    Act.CUSTOM_ZOOM: "Custom Zoom, and its window",
    Act.FAVOURITE: "❤️",
    Act.REGION: "Vary (Region), and its window",
    Act.CANCEL: "Cancel Job, the button",
}
"""The same for the buttons of a job's."""


def lacking(commands: set[str], rows: set[str]) -> set[str]:
    """What the bot has and no line is about: commands, menus, and what custom ids begin with."""
    lines = {**COVERED, **OF_A_JOB}
    buttons = {str(each) for each in (*TOPICS, *Act) if lines.get(each) not in rows}
    return buttons | (commands - rows)
