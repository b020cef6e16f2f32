"""`normalize lexicon explain-code`: what a code of `lint` means."""

from __future__ import annotations

import click


@click.command("explain-code")
@click.argument("codes", nargs=-1, metavar="[CODE]...")
def explain_code_command(codes: tuple[str, ...]) -> int:
    """Say what a code of `lint` means, why it is a mistake, and how to mend it.

    Without CODE, all codes are listed.
    """
    from normalize.cli.console import write
    from normalize.lexicon.codes import explain, rules
    from normalize.report.problems import explanation

    if codes:
        write("\n".join(explanation(explain(code)) for code in codes))
    else:
        lines = (f"{r.code}  {r.severity:7}  {r.name}\n" for r in rules().values())
        write("".join(lines))
    return 0
