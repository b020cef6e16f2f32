"""`normalize resolve`."""

from __future__ import annotations

from click.testing import CliRunner, Result

from normalize.cli.main import commands
from tests.conftest import LEXICON


def run(*names: str) -> Result:
    """Run the command with the lexicon of the cases."""
    return CliRunner().invoke(commands, ["resolve", "--lexicon", str(LEXICON), *names])


def test_names_are_resolved_in_any_order_and_script() -> None:
    """Each line has the name, the entry and the score."""
    result = run("Haftar, Khalifa", "عباس عراقچی")
    lines = [line.split("\t")[:2] for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert lines == [["Haftar, Khalifa", "khalifa-haftar"], ["عباس عراقچی", "abbas-araghchi"]]


def test_a_stranger_is_told_by_the_exit_code() -> None:
    """A name that means no entry is a line without one."""
    result = run("Nobody Whatsoever", "Khalifa Hifter")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[0] == "Nobody Whatsoever\t-"
