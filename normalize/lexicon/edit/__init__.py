"""Lexicon files changed in place: only the characters that an editor means to change."""
