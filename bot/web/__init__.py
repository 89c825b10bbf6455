"""The bot's one web application: full pictures for whoever has the link, health and measurements for the host."""
