"""`fourup play`: Discord on this machine and the bot in it, as two processes that are looked after together."""
