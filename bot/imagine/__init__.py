"""The use cases: a prompt becomes jobs, jobs are drawn, their buttons make new ones; no Discord in it."""
