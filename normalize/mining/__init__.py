"""What a lexicon lacks, and how much of it is used: names and acronyms mined from texts."""
