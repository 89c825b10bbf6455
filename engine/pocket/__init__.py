"""Pocket: the model that the project ships, and how it was made."""
