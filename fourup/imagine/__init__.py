"""`fourup imagine`: pictures from the shell, by the same engine and the same path as the bot's."""
