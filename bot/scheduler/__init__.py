"""Who is next, what a job will take, and when those who wait can expect their pictures; docs/queue.md explains it."""
