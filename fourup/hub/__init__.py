"""`fourup models`: checkpoints from Hugging Face's hub or a mirror, pinned at the first pull and verified after."""
