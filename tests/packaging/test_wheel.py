"""The package as a user gets it: built into a wheel, installed, run far from the checkout."""

from __future__ import annotations

import os
import site
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@dataclass(frozen=True)
class Installed:
    """An environment that holds the wheel, and an empty folder to work in."""

    folder: Path
    empty: Path

    def run(self, *command: str, text: str = "") -> subprocess.CompletedProcess[str]:
        """Run a program of the environment in the empty folder."""
        program, *arguments = command
        path = self.folder / "bin" / program
        return run([str(path), *arguments], self.empty, text, check=False)


def run(
    command: list[str], cwd: Path = ROOT, text: str = "", *, check: bool = True
) -> subprocess.CompletedProcess[str]:
    """Run a command away from this process's own Python path, and keep what it said."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(
        command,
        cwd=cwd,
        input=text,
        check=check,
        capture_output=True,
        encoding="utf-8",
        env=environment | {"PYTHONUTF8": "1"},
    )


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the source distribution and the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("dist")
    run([sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)])
    return folder


@pytest.fixture(scope="session")
def wheel(built: Path) -> Path:
    """Return the wheel's path."""
    (path,) = built.glob("*.whl")
    return path


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Return a new environment that has the wheel, and sees only the libraries of this one."""
    folder = tmp_path_factory.mktemp("environment")
    run([sys.executable, "-m", "venv", "--without-pip", str(folder)])
    python = str(folder / "bin" / "python")
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index"]
    run([*pip, str(wheel)])
    # Folders named in a .pth file do not have their own .pth files read, so the editable
    # installation in them, which would lead back to the checkout, stays unseen.
    packages = run([python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"])
    libraries = Path(packages.stdout.strip()) / "libraries-of-the-tests.pth"
    libraries.write_text("\n".join(site.getsitepackages()), encoding="utf-8")
    return Installed(folder, tmp_path_factory.mktemp("empty"))


def files_below(folder: Path) -> set[str]:
    """Return the relative paths of a folder's files, without what Python leaves there."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(p.relative_to(folder)) for p in files if "__pycache__" not in p.parts}


def test_wheel_holds_the_package_and_the_lexicons(wheel: Path) -> None:
    """The wheel has every file of the package, every lexicon, and nothing else of the checkout."""
    carried = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    code = {f"normalize/{name}" for name in files_below(ROOT / "normalize")}
    lexicons = {f"normalize/shipped_lexicons/{name}" for name in files_below(ROOT / "lexicons")}
    assert carried == code | lexicons


def test_source_distribution_holds_the_tests(built: Path) -> None:
    """The source distribution has what it takes to build, to test and to demonstrate."""
    (path,) = built.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        carried = {name.partition("/")[2] for name in archive.getnames()}
    wanted = {"LICENSE", "Makefile", "pyproject.toml", "README.md", ".ci/bootstrap", ".ci/run"}
    assert wanted | {f"tests/demo/{name}" for name in files_below(ROOT / "tests/demo")} <= carried


def test_installed_package_is_not_the_checkout(installed: Installed) -> None:
    """What is imported is the wheel's copy."""
    found = installed.run("python", "-c", "import normalize; print(normalize.__file__)")
    assert Path(found.stdout.strip()).is_relative_to(installed.folder)


def test_installed_command_tells_its_version(installed: Installed) -> None:
    """`normalize --version` says the version that pyproject.toml states."""
    told = installed.run("normalize", "--version")
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.split()[-1] == PROJECT["version"]


def test_installed_command_rewrites_with_the_shipped_lexicons(installed: Installed) -> None:
    """One line is rewritten far from any checkout."""
    done = installed.run("normalize", "rewrite", "-", text="Abbas Araqchi spoke. Nobody left.\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Abbas Araghchi spoke. Nobody left.\n"
