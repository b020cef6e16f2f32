"""Entries for other programs, and from them: one module for each format.

Each module says by `kept(entry)` what of an entry its format can hold: reading what `write`
made gives exactly that. `formats` lists them.
"""
