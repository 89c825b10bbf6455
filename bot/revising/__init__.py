"""Edits in words: "make it night", "remove the hat": what is said read, and what is to be done about it."""
