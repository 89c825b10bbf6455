"""Looks at pictures for nudity, in a process of its own: the classifier never shares the bot's memory or its loop."""
