"""Finding the spans of a text that name an entry."""
