"""The articles that `samestory demo` shows: invented ones, in the formats that newsrooms use. Reads nothing itself."""

from __future__ import annotations

from pathlib import Path


def articles() -> Path:
    """The folder of the demo's articles."""
    return Path(__file__).parent / "articles"
