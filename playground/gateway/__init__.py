"""The gateway: what clients hear, in order, with nothing lost between a dropped socket and its RESUME."""
