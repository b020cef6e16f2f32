"""Deciding what each mention becomes, and writing it into its place."""
