"""What stays as it is in English: names of what is pressed, and words that another language has too."""

from collections import defaultdict
from collections.abc import Mapping

NAMES = frozenset(
    {
        *("U1", "U4", "V1", "V4", "Upscale", "Vary", "Vary (Region)", "Vary (Strong)", "Zoom Out", "Custom Zoom"),
        *("Cancel Job", "DM Results", "Use as image prompt", "Use this picture...", "Report picture"),
        *("Pocket", "Fourup", "Midjourney", "Discord", "PNG", "JPEG", "WebP", "GIF", "MiB", "KiB", "UTF-8", "RE2"),
        *("config.toml", "[models.NAME]", "22:00-07:00", "3:2"),
    }
)
"""Midjourney's buttons, the menus of messages, which are published in English, and proper names."""

SAME: Mapping[str, frozenset[str]] = defaultdict(
    frozenset,
    {
        "de": frozenset({"{before}, {each}"}),
        "es": frozenset({"No", "Turbo", "turbo", "niji {runs}", "{before}, {each}"}),
        "fr": frozenset({"Rectangle", "Lasso", "Turbo", "niji {runs}", "{before}, {each}"}),
        "ja": frozenset({"niji {runs}"}),
        "pt": frozenset({"Turbo", "turbo", "niji {runs}", "{before}, {each}"}),
        "zh": frozenset({"niji {runs}"}),
    },
)
"""By language: texts that are right though they are English's."""
