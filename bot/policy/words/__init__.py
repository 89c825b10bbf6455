"""Words that may not be asked for: a text is read as people read it, and held to the lists of a server."""
