"""What is wrong with a lexicon that loads: `lint`, and one module for each sort of rule."""
