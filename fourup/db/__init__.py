"""`fourup db`: brings the database up to date, looks at it, copies it while the bot runs, and puts a copy back."""
