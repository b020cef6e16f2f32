"""`python -m normalize.cli` is the command `normalize`."""

from normalize.cli.main import main

main()
