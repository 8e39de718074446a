"""Whether a page writes the day before the month: is its "12/10/2020" in October or in December?

The lines of a page come in, with its language and its address; the order goes out, or None where nothing tells it. The page's
own dates that can only be read one way go first; then where it is published, then its language. That English is American is
nothing to go by: half the world's templates say "en-US".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from samestory.text import listed

_SLASHED = re.compile(r"(?<![\d/.])(\d{1,2})/(\d{1,2})/(?:\d{4}|\d\d)(?![\d/])")
TWO_WAYS = re.compile(r"(?<![\d/.])(?:0?[1-9]|1[0-2])/(?:0?[1-9]|1[0-2])/(?:\d{4}|\d\d)(?![\d/])")
# Countries whose newsrooms write in English and put the day first; not Canada and the Philippines, where both are written.
_DAY_FIRST = listed("uk ie au nz in za ng ke gh ug tz zm zw pk bd lk my sg mt jm tt bb gi bw na")
_MONTH_FIRST = listed("us gov mil edu")
# Languages in which nobody puts the month first. Not Spanish: papers of the United States and of Puerto Rico write it too.
_LANGUAGES = listed("fr de it pt nl pl ru uk cs sk ro el tr bg hr sr sl da nb no fi sv ca gl is et lv id vi ar he")


def day_first(lines: Iterable[str], language: str | None, address: str | None) -> bool | None:
    """True where the day stands before the month, False where behind it.

    >>> day_first(["Posted 25/12/2019", "12/10/2020"], "en", None), day_first(["12/10/2020"], "en", "https://ledger.example/")
    (True, None)
    >>> day_first(["12/10/2020"], "en", "https://ledger.co.uk/a"), day_first(["12/10/2020"], "fr", None)
    (True, True)
    """
    written = [(int(found[1]), int(found[2])) for line in lines if "/" in line for found in _SLASHED.finditer(line)]
    first, second = any(12 < one <= 31 >= other for one, other in written), any(12 < other <= 31 >= one for one, other in written)
    if first or second:
        return first if first != second else None
    country = _country(address)
    if country in _DAY_FIRST or country in _MONTH_FIRST:
        return country in _DAY_FIRST
    return True if language in _LANGUAGES else None


def _country(address: str | None) -> str:
    """The last part of the name in an address."""
    try:
        return (urlsplit(address or "").hostname or "").rsplit(".", 1)[-1]
    except ValueError:
        return ""
