"""Application commands and their options."""
