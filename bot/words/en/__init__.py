"""English: the source that every other language translates."""
