"""Reads found inputs again, without the fuzzer: `again.py TARGET FILE...` names for each what it does."""

from __future__ import annotations

import sys
import traceback
import warnings
from pathlib import Path

import targets


def main() -> None:
    """Run each input once and print the last line of what it raises, with the time it takes."""
    warnings.simplefilter("error")
    target = targets.TARGETS[sys.argv[1]]
    for name in sys.argv[2:]:
        try:
            targets.one(target, Path(name).read_bytes())
        except BaseException as problem:
            place = traceback.extract_tb(problem.__traceback__)[-1]
            print(f"{Path(name).name}: {type(problem).__name__}: {problem} ({place.filename}:{place.lineno})")
        else:
            print(f"{Path(name).name}: read as it should be")


if __name__ == "__main__":
    main()
