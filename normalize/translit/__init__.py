"""From script to script: ICU with rule files of our own."""
