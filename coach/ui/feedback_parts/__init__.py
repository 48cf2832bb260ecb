"""Parts of the feedback page."""
