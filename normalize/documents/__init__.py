"""Files in and out: where the prose is in a file, and how edits get back into it."""
