"""A module for each revision, named by its number and what it does; each says which one it follows."""
