"""The drawing process: pictures of any jobs at any step, denoised as rows of one batch."""
