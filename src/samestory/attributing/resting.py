"""Python's search for cycles of dead objects rests while one article is worked on.

It runs whenever some hundred objects more were made than freed, and looks at most of what an article makes again and again, though next to
none of it is dead: one part in twenty of the step's time (40 articles in turns, November 2026). What is counted is freed as ever.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector() -> Iterator[None]:
    """Within it no cycles are searched for; afterwards they are, if they were before.

    >>> with collector():
    ...     gc.isenabled()
    False
    >>> gc.isenabled()
    True
    """
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()
