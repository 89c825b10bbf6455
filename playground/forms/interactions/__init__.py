"""Interactions: what members ask, what bots answer, and modals between them."""
