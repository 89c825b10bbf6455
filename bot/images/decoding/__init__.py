"""Hostile picture files, decoded in processes that have nothing to lose and nothing to find."""
