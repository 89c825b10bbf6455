"""Libraries that load models keep their bars and their advice to themselves: what the process prints is for others."""

from diffusers.utils import logging as diffusers_logging
from transformers.utils import logging as transformers_logging


def be_quiet() -> None:
    """No progress bars, and no warnings."""
    diffusers_logging.set_verbosity_error()
    diffusers_logging.disable_progress_bar()
    transformers_logging.set_verbosity_error()
    transformers_logging.disable_progress_bar()
