"""Interactions: the member's side (`acting`), the bot's first answer (`callbacks`), and its token (`webhooks`)."""
