"""A job: what one grid or one picture goes through between the command and the message with the result."""
