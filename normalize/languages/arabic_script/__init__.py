"""What Arabic, Persian and Sorani have in common, and their tables, which editors can change."""
