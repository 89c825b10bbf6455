"""The store: jobs, what is still to be posted, and what was, in a database; jobs go in and out, never rows."""
