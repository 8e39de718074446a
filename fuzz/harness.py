"""The program that the fuzzer runs: `harness.py TARGET [options of libFuzzer] FOLDER...`. See README.md; `run.sh` calls it.

Coverage-guided by atheris (libFuzzer): what the readers do with an input decides which inputs are kept and changed further.
"""

from __future__ import annotations

import logging
import sys
import warnings

import atheris

with atheris.instrument_imports(include=["samestory", "feedparser"]):
    from samestory.reading import read_bytes

import mutating
import targets


def main() -> None:
    """Fuzz one target until the time is over or something is found."""
    target = targets.TARGETS[sys.argv.pop(1)]
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("error")  # as in the tests
    assert read_bytes
    options = {}
    if target.name in mutating.MUTATIONS:
        mutation = mutating.MUTATIONS[target.name]
        options["custom_mutator"] = lambda data, most, seed: mutation(data, most, seed, atheris.Mutate)
    atheris.Setup(sys.argv, lambda data: targets.one(target, data), **options)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
