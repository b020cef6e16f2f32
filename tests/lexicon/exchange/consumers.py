"""Programs that the exports are for, some of which may not be installed."""

from __future__ import annotations

import os
from importlib import import_module
from typing import Any

import pytest


def needs(module: str) -> Any:
    """Return a module; without it the test is skipped, but not where everything is checked."""
    if os.environ.get("CI"):
        return import_module(module)
    return pytest.importorskip(module, reason=f"{module} is not installed; it comes with [dev]")
