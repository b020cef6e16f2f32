"""The command line: options in, exit codes out, and messages that fit on a line."""
