"""Which version this is."""

from __future__ import annotations


def installed_version() -> str:
    """Return the version of the package, or that it runs without being installed."""
    # Imported here because that takes as long as all else that a start needs.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("normalize-names")
    except PackageNotFoundError:
        return "0 (not installed)"
