"""`normalize lexicon`: what editors of lexicons need, one module for each command."""
