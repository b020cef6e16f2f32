"""What was found and done, told to people and to programs."""
