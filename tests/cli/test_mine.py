"""`normalize mine`, `lexicon accept` and `lexicon stats`, from the texts to the files."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from tests.cli.conftest import Run
from tests.conftest import LEXICON
from tests.mining.test_mine import TEXT


def test_from_texts_to_entries(folder: Path, run: Run) -> None:
    """Names are proposed, answered, and not proposed again, accepted or rejected."""
    lexicon = folder / "lexicon"
    lexicon.mkdir()
    shutil.copy(LEXICON, lexicon / "names.yaml")
    (folder / "text.txt").write_text(TEXT, encoding="utf-8")
    mine = ("mine", "text.txt", "--lexicon", "lexicon", "--output")
    written = run(*mine, "yaml", lexicon=False)
    assert written.exit_code == 0
    answered = written.stdout.replace("later\n", "accept\n", 1).replace(
        "decision: later\n", "decision: reject\n", 1
    )
    Path("proposals.yaml").write_text(answered, encoding="utf-8")
    accepted = run("lexicon", "accept", "proposals.yaml", "--lexicon", "lexicon", lexicon=False)
    assert accepted.exit_code == 0, accepted.stderr
    assert "1 entry added, 1 rejected, 1 left for later" in accepted.stderr
    assert (lexicon / "rejected.yaml").is_file()
    left = run(*mine, "jsonl", lexicon=False).stdout.splitlines()
    assert len(left) == 1
    assert json.loads(left[0])["contexts"]
    again = run("lexicon", "accept", "proposals.yaml", "--lexicon", "lexicon", lexicon=False)
    assert again.exit_code == 2
    assert "is in use" in again.stderr


def test_files_outside_the_lexicon_are_refused(folder: Path, run: Run) -> None:
    """An answer can't name a file elsewhere, and then nothing at all is written."""
    lexicon = folder / "lexicon"
    lexicon.mkdir()
    shutil.copy(LEXICON, lexicon / "names.yaml")
    Path("proposals.yaml").write_text(
        "proposals:\n"
        "  - {decision: accept, into: ../out.yaml,\n"
        "     entry: {id: omar-dayan, type: person, names: {en: Omar Dayan}}}\n",
        encoding="utf-8",
    )
    refused = run("lexicon", "accept", "proposals.yaml", "--lexicon", "lexicon", lexicon=False)
    assert refused.exit_code == 2
    assert "is not in the lexicon folder" in refused.stderr
    assert not Path("out.yaml").exists()


def test_stats_of_a_lexicon(folder: Path, run: Run) -> None:
    """Figures come as a table, or as JSON with the uses in a corpus."""
    (folder / "text.txt").write_text(TEXT, encoding="utf-8")
    told = run("lexicon", "stats", str(LEXICON), lexicon=False)
    assert told.exit_code == 0
    assert "person" in told.stdout
    found = run(
        "lexicon", "stats", str(LEXICON), "--corpus", "text.txt", "--output", "json", lexicon=False
    )
    assert json.loads(found.stdout)["mentions"]["abbas-araghchi"] == 3
