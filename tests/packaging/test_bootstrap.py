"""The set-up script on machines that are made up of a folder of small fake programs.

Each machine has only what a test gives it, so nothing is installed and nothing is downloaded.
"""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BASICS = "sh cat dirname env ls mkdir cp sed sort touch tr true".split()
# Answers the questions that the script asks of an interpreter, by what the machine has.
PYTHON = """
case "$*" in
    *version_info*'< (3, 11)'*) exit 0 ;;
    *ensurepip*) test -e "$HAS/venv" ;;
    *Python.h*) test -e "$HAS/headers" ;;
    *print*) echo python3.11 ;;
    *'import icu'*) test -e "$HAS/pyicu" ;;
    *'-m venv --clear'*)
        mkdir -p "$4/bin" && touch "$4/pyvenv.cfg" && cp "$HAS/../bin/python3" "$4/bin/python" ;;
    *'pip --version'*) exit 0 ;;
    *) echo "python $* PKG_CONFIG_PATH=${PKG_CONFIG_PATH:-}" >>"$HAS/log" ;;
esac
"""
# Installs every package by making the fake programs and files that come with it.
INSTALL = """
echo "{name} $*" >>"$HAS/log"
case "$*" in *install*) ;; *) exit 0 ;; esac
for package; do
    case $package in
        python3-venv) touch "$HAS/venv" ;;
        python3-dev | python3-devel) touch "$HAS/headers" ;;
        libicu-dev | libicu-devel | icu4c) touch "$HAS/icu" ;;
        g++ | gcc-c++) cp "$HAS/yes" "$BIN/g++" ;;
        make) cp "$HAS/yes" "$BIN/make" ;;
        pkg-config | pkgconf | pkgconf-pkg-config) cp "$HAS/pkg-config" "$BIN/pkg-config" ;;
    esac
done
"""
SHEBANG = "#!/bin/sh\n"
PKG_CONFIG = 'test -e "$HAS/icu"'
DEBIAN = "g++ libicu-dev make pkg-config python3-dev python3-venv"


@dataclass(frozen=True)
class Machine:
    """A folder with the programs of a made-up machine, and a checkout on it."""

    folder: Path

    @property
    def checkout(self) -> Path:
        return self.folder / "checkout"

    @property
    def log(self) -> list[str]:
        """What was called that would change the machine."""
        path = self.folder / "has" / "log"
        return path.read_text(encoding="utf-8").splitlines() if path.exists() else []

    def add_program(self, name: str, script: str = "") -> None:
        path = self.folder / "bin" / name
        path.write_text(SHEBANG + script, encoding="utf-8")
        path.chmod(0o755)

    def add_everything(self) -> None:
        """Add all that the script asks for."""
        for name in ("g++", "make"):
            self.add_program(name)
        self.add_program("pkg-config", PKG_CONFIG)
        for name in ("venv", "headers", "icu"):
            (self.folder / "has" / name).touch()

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run the script with nothing but this machine's programs."""
        places = {
            "PATH": str(self.folder / "bin"),
            "HAS": str(self.folder / "has"),
            "BIN": str(self.folder / "bin"),
        }
        command = [str(self.folder / "bin" / "sh"), str(self.checkout / ".ci/bootstrap")]
        return subprocess.run(
            [*command, *arguments],
            env=places | environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Return a Linux machine with an unprivileged user, Python, and nothing else."""
    made = Machine(tmp_path)
    for folder in ("bin", "has", "checkout/.ci"):
        (tmp_path / folder).mkdir(parents=True)
    for name in BASICS:
        (tmp_path / "bin" / name).symlink_to(str(shutil.which(name)))
    for name in (".ci/bootstrap", "pyproject.toml"):
        shutil.copy(ROOT / name, made.checkout / name)
    made.add_program("uname", "echo Linux")
    made.add_program("id", "echo 1000")
    made.add_program("python3", PYTHON)
    for name, script in (("yes", ""), ("pkg-config", PKG_CONFIG)):
        made.add_program(name, script)
        (tmp_path / "bin" / name).rename(tmp_path / "has" / name)
    return made


def add_macos(machine: Machine, *, tools: bool = True, brew: bool = True) -> None:
    """Turn the machine into a Mac, with the command line tools and Homebrew or without."""
    machine.add_program("uname", "echo Darwin")
    machine.add_program("xcode-select", f"exit {0 if tools else 2}")
    machine.add_program("make")
    if brew:
        answer = 'case "$1" in --prefix) echo /brew/icu4c; exit ;; esac'
        machine.add_program("brew", answer + INSTALL.format(name="brew"))
    for name in ("venv", "headers"):
        (machine.folder / "has" / name).touch()


def test_nothing_missing(machine: Machine) -> None:
    """The environment is made and the package installed, and the system is left alone."""
    machine.add_everything()
    done = machine.run()
    assert done.returncode == 0
    assert (machine.checkout / ".venv/pyvenv.cfg").exists()
    (installed,) = machine.log
    assert installed.startswith("python -m pip install --quiet --editable .[dev]")


def test_second_run_does_nothing(machine: Machine) -> None:
    """Only a changed pyproject.toml is installed again, and other extras are."""
    machine.add_everything()
    assert (machine.run().returncode, len(machine.log)) == (0, 1)
    assert (machine.run().returncode, machine.run().stderr, len(machine.log)) == (0, "", 1)
    with (machine.checkout / "pyproject.toml").open("a", encoding="utf-8") as project:
        project.write("\n# changed\n")
    assert (machine.run().returncode, len(machine.log)) == (0, 2)
    assert (machine.run("bench").returncode, len(machine.log)) == (0, 3)
    assert ".[dev,bench]" in machine.log[-1]


def test_moved_checkout_is_installed_again(machine: Machine) -> None:
    """An editable installation holds the checkout's path, so a new path is a new installation."""
    machine.add_everything()
    machine.run()
    for folder in ("bin", "checkout", "has"):
        shutil.copytree(machine.folder / folder, machine.folder / "moved" / folder, symlinks=True)
    moved = Machine(machine.folder / "moved")
    assert (moved.run().returncode, len(moved.log)) == (0, 2)


def test_unprivileged_user_is_told_the_command(machine: Machine) -> None:
    """Without root and sudo, the command for root is printed and nothing is tried."""
    machine.add_program("apt-get", INSTALL.format(name="apt-get"))
    done = machine.run()
    assert (done.returncode, machine.log) == (2, [])
    install = f"apt-get install --yes --no-install-recommends {DEBIAN}"
    assert f"    su -c 'apt-get update'\n    su -c '{install}'\n" in done.stderr
    assert "Python's headers, a C++ compiler, pkg-config, the ICU headers, make." in done.stderr


def test_password_is_never_asked_for(machine: Machine) -> None:
    """With a sudo that wants a password, the command with sudo is printed."""
    machine.add_program("dnf", INSTALL.format(name="dnf"))
    machine.add_program("sudo", "exit 1")
    done = machine.run()
    packages = "gcc-c++ libicu-devel make pkgconf-pkg-config python3-devel python3-libs"
    install = f"dnf install --assumeyes --setopt=install_weak_deps=False {packages}"
    assert (done.returncode, machine.log) == (2, [])
    assert f"    sudo {install}\n" in done.stderr


@pytest.mark.parametrize("user", ["root", "sudo"])
def test_what_is_missing_is_installed(machine: Machine, user: str) -> None:
    """Root, and a user whose sudo wants no password, get everything installed."""
    machine.add_program("apt-get", INSTALL.format(name="apt-get"))
    if user == "root":
        machine.add_program("id", "echo 0")
    else:
        machine.add_program("sudo", 'test "$1" = -n && shift && exec "$@"')
    done = machine.run()
    assert done.returncode == 0, done.stderr
    update, install, package = machine.log
    assert update == "apt-get update"
    assert install == f"apt-get install --yes --no-install-recommends {DEBIAN}"
    assert package.startswith("python -m pip install")


def test_failed_installation_is_told(machine: Machine) -> None:
    """When the package manager fails, the script does too, and names the commands."""
    machine.add_program("apt-get", "exit 100")
    machine.add_program("id", "echo 0")
    done = machine.run()
    assert done.returncode == 2
    assert "Installing failed, see above." in done.stderr
    assert not (machine.checkout / ".venv").exists()


def test_homebrew_installs_icu_and_shows_it_to_pip(machine: Machine) -> None:
    """On macOS the keg-only ICU is installed, and pip finds it through pkg-config."""
    add_macos(machine)
    done = machine.run()
    assert done.returncode == 0, done.stderr
    install, package = machine.log
    assert install == "brew install icu4c pkgconf"
    assert package.endswith("PKG_CONFIG_PATH=/brew/icu4c/lib/pkgconfig")


def test_macos_without_homebrew(machine: Machine) -> None:
    """Without Homebrew the user is told where it is."""
    add_macos(machine, brew=False)
    done = machine.run()
    assert (done.returncode, machine.log) == (2, [])
    assert "https://brew.sh" in done.stderr


def test_macos_without_compiler(machine: Machine) -> None:
    """The command line tools are installed by a window, so the user is told to open it."""
    add_macos(machine, tools=False)
    done = machine.run()
    assert (done.returncode, machine.log) == (2, [])
    assert "xcode-select --install" in done.stderr


def test_other_system_is_told_what_is_needed(machine: Machine) -> None:
    """Where no package manager is known, the things themselves are named."""
    machine.add_everything()
    (machine.folder / "has/icu").unlink()
    done = machine.run()
    assert (done.returncode, machine.log) == (2, [])
    assert "what is not installed here: the ICU headers." in done.stderr
    assert "Neither apt-get nor dnf is here" in done.stderr


def test_working_pyicu_needs_nothing_of_the_system(machine: Machine) -> None:
    """Once PyICU is compiled, a changed project installs where no compiler is left."""
    machine.add_everything()
    machine.run()
    (machine.folder / "has/pyicu").touch()
    (machine.folder / "bin/g++").unlink()
    (machine.checkout / "pyproject.toml").write_text("# another\n", encoding="utf-8")
    assert (machine.run().returncode, len(machine.log)) == (0, 2)


def test_folder_that_is_no_environment_is_left_alone(machine: Machine) -> None:
    """A folder of the user's own is not cleared for an environment."""
    machine.add_everything()
    precious = machine.folder / "precious"
    precious.mkdir()
    (precious / "letter.txt").touch()
    done = machine.run(VENV=str(precious))
    assert done.returncode == 2
    assert "is no virtual environment" in done.stderr
    assert [path.name for path in precious.iterdir()] == ["letter.txt"]


def test_interpreter_that_is_asked_for_must_fit(machine: Machine) -> None:
    """PYTHON= names an interpreter; one that is not there or too old is refused."""
    done = machine.run(PYTHON="/nowhere/python3")
    assert done.returncode == 2
    assert done.stderr == "PYTHON=/nowhere/python3 is not Python 3.11 or later.\n"
