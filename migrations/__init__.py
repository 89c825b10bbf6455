"""The database's revisions, oldest first; Fourup applies at its start what a database lacks."""
