"""Fingerprints by which a later run of `show` knows what it need not do again.

Bytes and text come in; SHA-256 digests in hex go out. Decides nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent
KINDS = {".py", ".sql", ".css", ".js", ".html"}  # weights are left out: what the attribution made has a version of its own


def of(pieces: Iterable[bytes]) -> str:
    """The fingerprint of some pieces in their order; ("ab", "c") is not ("a", "bc").

    >>> of([b"ab", b"c"]) == of([b"a", b"bc"])
    False
    """
    digest = hashlib.sha256()
    for piece in pieces:
        digest.update(len(piece).to_bytes(8, "big"))
        digest.update(piece)
    return digest.hexdigest()


@cache
def code() -> bytes:
    """The fingerprint of samestory itself: what an earlier version compared and wrote is made anew."""
    parts = sorted(path for path in PACKAGE.rglob("*") if path.suffix in KINDS and path.is_file())
    return of(piece for path in parts for piece in (path.relative_to(PACKAGE).as_posix().encode(), path.read_bytes())).encode()
