"""The scores on ../shared/data stay at or above benchmarks/floors.json (the quick claims)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.skipif(not (ROOT.parent / "shared" / "data").exists(), reason="../shared/data is not here: no score can be measured")
def test_quick_claims_hold() -> None:
    done = subprocess.run([sys.executable, "benchmarks/claims.py", "--quick"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
