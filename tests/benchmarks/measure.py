"""Throughputs: medians of several runs, all in one process and on one core."""

from __future__ import annotations

import gc
import os
import platform
import subprocess
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from tests.benchmarks.contenders import Contender, Task

MEGABYTE = 1_000_000
_PACKAGES = ("ahocorasick_rs", "flashtext2", "flashtext", "spacy", "numpy", "pyicu")


@dataclass(frozen=True)
class Measurement:
    """How fast one contender was over one text with one set of spellings.

    `throughput` is the median of `rounds` runs, in million bytes of UTF-8 in a second, `slowest`
    and `fastest` are its limits; `build` is in seconds.
    """

    contender: str
    note: str
    text: str
    forms: int
    megabytes: float
    build: float
    rounds: int
    throughput: float
    slowest: float
    fastest: float
    found: int | None


def measure(
    contender: Contender, task: Task, text: str, documents: list[str], rounds: int | None = None
) -> Measurement:
    """Build a contender and run it over the documents, or the first of them if it is slow."""
    documents = take(documents, contender.limit)
    megabytes = sum(len(document.encode()) for document in documents) / MEGABYTE
    prepared = contender.prepare(documents)
    started = perf_counter()
    run = contender.build(task)
    build = perf_counter() - started
    seconds = []
    found = None
    for _ in range(rounds or contender.rounds):
        gc.collect()
        started = perf_counter()
        found = run(prepared)
        seconds.append(perf_counter() - started)
    return Measurement(
        contender=contender.name,
        note=contender.note,
        text=text,
        forms=task.limit,
        megabytes=round(megabytes, 2),
        build=round(build, 2),
        rounds=len(seconds),
        throughput=megabytes / median(seconds),
        slowest=megabytes / max(seconds),
        fastest=megabytes / min(seconds),
        found=found,
    )


def take(documents: list[str], limit: int | None) -> list[str]:
    """Return the first documents, until they have `limit` bytes; all without a limit."""
    if limit is None:
        return documents
    taken: list[str] = []
    for document in documents:
        if limit <= 0:
            break
        taken.append(document)
        limit -= len(document.encode())
    return taken


def describe_machine() -> dict[str, Any]:
    """Return what the figures depend on: processor, cores, Python, versions."""
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "system": platform.platform(),
        "python": platform.python_version(),
        "packages": {name: _version(name) for name in _PACKAGES},
    }


def _processor() -> str:
    if platform.system() == "Darwin":
        asked = ["sysctl", "-n", "machdep.cpu.brand_string"]
        return subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()
    facts = Path("/proc/cpuinfo")
    lines = facts.read_text(encoding="utf-8").splitlines() if facts.exists() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def table(measurements: Sequence[Measurement]) -> str:
    """Return the figures as a table; the last columns say how many times faster ours are."""
    columns = "{:<28}{:>9}{:>16}{:>9}{:>8}{:>7}{:>9}{:>11}"
    lines = [
        columns.format("", "MB/s", "from - to", "build s", "MB", "runs", "exact ×", "pipeline ×")
    ]
    ours = {m.contender: m.throughput for m in measurements}
    for m in measurements:
        ratios = [
            f"{ours[name] / m.throughput:.2f}" if name in ours else ""
            for name in ("ours, exact", "ours, default pipeline")
        ]
        limits = f"{m.slowest:.1f} - {m.fastest:.1f}"
        figures = (f"{m.throughput:.1f}", limits, f"{m.build:.2f}", f"{m.megabytes:.0f}", m.rounds)
        lines.append(columns.format(m.contender, *figures, *ratios) + f"   {m.note}")
    return "\n".join(lines)


def as_json(measurements: Sequence[Measurement]) -> dict[str, Any]:
    """Return everything that was measured, ready for JSON."""
    return {"machine": describe_machine(), "measurements": [asdict(m) for m in measurements]}
