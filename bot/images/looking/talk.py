"""How the bot and the process that looks at pictures talk."""

import struct

LENGTH = struct.Struct(">I")
"""In front of what goes either way: how many bytes follow."""
SCORE = struct.Struct(">d")
SEEN, FAILED = b"+", b"-"
"""The answer's first byte: then the score, or nothing."""
FORMATS = ("PNG", "JPEG", "WEBP")
