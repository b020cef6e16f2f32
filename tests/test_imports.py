"""The order of the modules: imports go one way, and modules and functions stay short."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from textwrap import dedent

import pytest

PACKAGE = Path(__file__).parent.parent / "normalize"
# Each part may import those on the lines above its own. `normalize` stands for the public names
# of `normalize/__init__.py`.
ORDER = """
    model
    errors
    options
    text translit
    languages
    lexicon
    matching
    rewriting
    normalizer
    normalize
    audit documents mining report
    integrations
    cli
"""
LEVELS = {part: level for level, line in enumerate(ORDER.split("\n")) for part in line.split()}
ONLY_IMPORTER = {"icu": "normalize.translit.icu"}
MODULE_LINES = 400
FUNCTION_LINES = 45


@dataclass(frozen=True)
class Module:
    """A parsed module and the names by which it can be imported."""

    name: str
    path: Path
    tree: ast.Module
    lines: int
    is_package: bool


@dataclass(frozen=True)
class Import:
    """One module that another one imports, and where it does."""

    importer: Module
    imported: str
    line: int

    def __str__(self) -> str:
        return f"{self.importer.name}:{self.line}"


def read_modules(package: Path) -> dict[str, Module]:
    """Return every module below a package folder under its dotted name."""
    modules = {}
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package.parent).with_suffix("").parts
        is_package = parts[-1] == "__init__"
        name = ".".join(parts[:-1] if is_package else parts)
        text = path.read_text(encoding="utf-8")
        tree = ast.parse(text, str(path))
        modules[name] = Module(name, path, tree, len(text.splitlines()), is_package)
    return modules


def part_of(name: str) -> str:
    """Return which line of ORDER a module of the package belongs to."""
    return name.split(".")[1] if "." in name else name


def find_imports(module: Module, known: Mapping[str, Module]) -> Iterator[Import]:
    """Yield what a module imports anywhere in it, functions and type checking included."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(module, alias.name, node.lineno)
        elif isinstance(node, ast.ImportFrom):
            source = absolute_source(module, node)
            for alias in node.names:
                submodule = f"{source}.{alias.name}"
                yield Import(module, submodule if submodule in known else source, node.lineno)


def absolute_source(module: Module, node: ast.ImportFrom) -> str:
    """Return the dotted name after `from`, with leading dots resolved."""
    if not node.level:
        return node.module or ""
    dropped = node.level - 1 if module.is_package else node.level
    parents = module.name.split(".")
    return ".".join([*parents[: len(parents) - dropped], *filter(None, [node.module])])


def find_faults(package: Path) -> list[str]:
    """Return one line for each way in which a package breaks the order of its modules."""
    modules = read_modules(package)
    imports = [one for module in modules.values() for one in find_imports(module, modules)]
    return [
        *find_unplaced(modules),
        *find_upward_imports(imports, modules),
        *find_cycles(imports, modules),
        *find_stray_importers(imports),
        *find_long_pieces(modules),
        *find_definitions(modules[package.name]),
    ]


def find_unplaced(modules: Mapping[str, Module]) -> Iterator[str]:
    """Yield the parts of the package that have no place in ORDER."""
    for part in sorted({part_of(name) for name in modules} - LEVELS.keys()):
        yield f"normalize/{part} has no place in the order of the modules"


def find_upward_imports(imports: list[Import], known: Mapping[str, Module]) -> Iterator[str]:
    """Yield imports of a part that stands beside or above the importer's own."""
    for one in imports:
        source, target = part_of(one.importer.name), part_of(one.imported)
        placed = one.imported in known and {source, target} <= LEVELS.keys()
        if placed and source != target and LEVELS[source] <= LEVELS[target]:
            yield f"{one}: {source} may not import {target}"


def find_cycles(imports: list[Import], known: Mapping[str, Module]) -> Iterator[str]:
    """Yield one circle of modules that import one another, if there is any."""
    graph: dict[str, set[str]] = {name: set() for name in known}
    for one in imports:
        # A package's own modules may be named through the package.
        if one.imported in known and one.imported != one.importer.name:
            graph[one.importer.name].add(one.imported)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        circle = error.args[1][1:]
        first = circle.index(min(circle))
        around = [*circle[first:], *circle[: first + 1]]
        yield "modules import one another: " + " < ".join(around)


def find_stray_importers(imports: list[Import]) -> Iterator[str]:
    """Yield imports of a library that belongs to one module, made by another."""
    for one in imports:
        library = one.imported.split(".")[0]
        if ONLY_IMPORTER.get(library, one.importer.name) != one.importer.name:
            yield f"{one}: only {ONLY_IMPORTER[library]} imports {library}"


def find_long_pieces(modules: Mapping[str, Module]) -> Iterator[str]:
    """Yield modules and functions that are too long to be taken in."""
    for module in modules.values():
        if module.lines > MODULE_LINES:
            yield f"{module.name} has {module.lines} lines, more than {MODULE_LINES}"
        for node in ast.walk(module.tree):
            if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > FUNCTION_LINES:
                place = f"{module.name}:{node.lineno}: {node.name}"
                yield f"{place} has {lines} lines, more than {FUNCTION_LINES}"


def find_definitions(module: Module) -> Iterator[str]:
    """Yield what the package's own module does beyond naming what is public.

    `__getattr__` is allowed there, since names that load when first used need it.
    """
    for node in module.tree.body:
        names = isinstance(node, ast.Import | ast.ImportFrom | ast.Assign | ast.AnnAssign)
        docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        typing = isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        lazy = isinstance(node, ast.FunctionDef) and node.name in {"__getattr__", "__dir__"}
        if not (names or docstring or typing or lazy):
            yield f"{module.name}:{node.lineno}: __init__.py only names what is public"


def test_package_keeps_the_order() -> None:
    """Every module of the package imports downwards, without circles, and is short."""
    assert find_faults(PACKAGE) == []


SOUND = {
    "__init__.py": '"""Docstring."""\nfrom normalize.model import Edit\n__all__ = ["Edit"]',
    "model.py": "class Edit: ...",
    "text/__init__.py": "",
    "text/fold.py": "from ..model import Edit",
    "translit/icu.py": "import icu",
    "lexicon/load.py": "from normalize.lexicon import nodes\nfrom normalize.text.fold import f",
    "lexicon/nodes.py": "import normalize.model",
    "cli/main.py": "from normalize import Edit\nfrom normalize.lexicon.load import load",
}
LONG_FUNCTION = "def long():\n" + "    pass\n" * FUNCTION_LINES
BROKEN = {
    "a part of the same level": (
        {"text/fold.py": "from normalize.translit.icu import fold"},
        "normalize.text.fold:1: text may not import translit",
    ),
    "a part above, inside a function": (
        {"lexicon/nodes.py": "def f():\n    from normalize.cli import main"},
        "normalize.lexicon.nodes:2: lexicon may not import cli",
    ),
    "a part above, by a relative import": (
        {"lexicon/nodes.py": "from ..cli.main import run"},
        "normalize.lexicon.nodes:1: lexicon may not import cli",
    ),
    "the public names from below": (
        {"text/fold.py": "from normalize import Edit"},
        "normalize.text.fold:1: text may not import normalize",
    ),
    "a circle in one part": (
        {"lexicon/nodes.py": "from . import load"},
        "modules import one another: "
        "normalize.lexicon.load < normalize.lexicon.nodes < normalize.lexicon.load",
    ),
    "PyICU elsewhere": (
        {"text/fold.py": "import icu"},
        "normalize.text.fold:1: only normalize.translit.icu imports icu",
    ),
    "an unknown part": (
        {"utils.py": ""},
        "normalize/utils has no place in the order of the modules",
    ),
    "a long module": (
        {"model.py": "\n" * 401},
        "normalize.model has 401 lines, more than 400",
    ),
    "a long function": (
        {"model.py": LONG_FUNCTION},
        "normalize.model:1: long has 46 lines, more than 45",
    ),
    "code in __init__": (
        {"__init__.py": "def normalize(text): ..."},
        "normalize:1: __init__.py only names what is public",
    ),
}


def write_package(folder: Path, files: Mapping[str, str]) -> Path:
    """Write a made-up package into a folder and return its place."""
    for name, text in files.items():
        path = folder / "normalize" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")
    return folder / "normalize"


def test_sound_package_has_no_faults(tmp_path: Path) -> None:
    """A package that keeps the order passes."""
    assert find_faults(write_package(tmp_path, SOUND)) == []


@pytest.mark.parametrize(("change", "fault"), BROKEN.values(), ids=BROKEN)
def test_broken_package_is_found_out(tmp_path: Path, change: dict[str, str], fault: str) -> None:
    """Each way of breaking the order is reported, with its place, and nothing else is."""
    faults = find_faults(write_package(tmp_path, SOUND | change))
    assert fault in faults
    assert [other for other in faults if "one another" not in other and other != fault] == []
