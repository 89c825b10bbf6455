"""Messages: text, embeds, rows, layouts, files, emoji."""
