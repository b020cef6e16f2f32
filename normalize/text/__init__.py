"""What is done to a text before any name is looked for, and how edits are laid over it."""
