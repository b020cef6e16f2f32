"""The editors' README: its entries keep the rules, its commands print what they show."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path
from textwrap import dedent, indent

import pytest
import yaml

from normalize import Normalizer
from normalize.audit.lint import lint
from normalize.lexicon.codes import IRREGULAR
from normalize.lexicon.schema import ENTRY, LANGUAGES
from normalize.normalizer import shipped_lexicons
from tests.cli.conftest import environment

TEXT = (shipped_lexicons() / "README.md").read_text(encoding="utf-8")
BLOCKS = [
    (name.strip(), dedent(block))
    for name, block in re.findall(r"^ *```yaml(.*)\n((?:.*\n)*?) *```$", TEXT, re.MULTILINE)
]
ENTRIES = [block for name, block in BLOCKS if not name]


@pytest.mark.parametrize("block", ENTRIES, ids=[block.split()[2] for block in ENTRIES])
def test_examples_keep_the_rules(block: str, tmp_path: Path) -> None:
    """An entry that an editor may copy is sound, and its tests hold."""
    path = tmp_path / "a.yaml"
    path.write_text("version: 1\nentries:\n" + indent(block, "  "), encoding="utf-8")
    problems = [problem for problem in lint([path]).problems if problem.code != "L404"]
    assert [str(problem) for problem in problems] == []
    normalizer = Normalizer.load(path)
    for entry in normalizer.lexicon.entries.values():
        for test in entry.tests:
            assert normalizer.normalize(test.text, test.lang).text == test.expected


def test_commands_print_what_they_show(tmp_path: Path) -> None:
    """The commands run one after another in a folder with the files that are named."""
    (tmp_path / "pyproject.toml").touch()
    for name, block in BLOCKS:
        if name:
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text(block, encoding="utf-8")
    ran = 0
    for block in re.findall(r"^```console\n(.*?)^```", TEXT, re.DOTALL | re.MULTILINE):
        for command, expected in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE):
            assert (command, run(command, tmp_path)) == (command, expected)
            ran += 1
    assert ran > 3


def run(command: str, folder: Path) -> str:
    """Return what a command prints, run with this checkout."""
    started = f'normalize() {{ {shlex.quote(sys.executable)} -m normalize.cli "$@"; }}; {command}'
    done = subprocess.run(
        ["bash", "-c", started],
        check=False,
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
    )
    return done.stdout


def test_every_field_is_explained() -> None:
    """No field, language or kind of exception is left out of the page."""
    for name in (*ENTRY.fields, *IRREGULAR.values()):
        assert f"`{name}" in TEXT
    for language in LANGUAGES.keys() - {"sr-Latn"}:
        assert f"`{language}`" in TEXT


def test_the_examples_of_other_tools_fit() -> None:
    """The hooks that are named exist, and the workflow runs commands that do."""
    hooks, workflow = (
        yaml.safe_load(block)
        for block in re.findall(r"^```yml\n(.*?)^```", TEXT, re.DOTALL | re.MULTILINE)
    )
    root = Path(__file__).parent.parent
    known = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    named = {hook["id"] for repository in hooks["repos"] for hook in repository["hooks"]}
    assert named <= {hook["id"] for hook in known}
    steps = " ".join(step.get("run", "") for step in workflow["jobs"]["names"]["steps"])
    entries = " ".join(hook["entry"] for hook in known)
    for command in re.findall(r"normalize ((?:lexicon )?[a-z]+)", f"{steps} {entries}"):
        group, _, name = command.rpartition(" ")
        given = (*filter(None, [group, name]), "--help")
        assert run(f"normalize {' '.join(given)}", root).startswith("Usage: "), command
