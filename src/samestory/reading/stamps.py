"""Dates as a page prints them in a line: each with its clock, its zone and whether it tells of publication or of a change.

A line comes in; its stamps go out, in order. Whether a line stands where an article's date stands is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from samestory.reading import dates

Role = Literal["published", "modified"]
LONGEST = 200  # characters of a line that can be looked at for stamps
_MAY = re.compile(r"\d{4}|\d[/.]\d\d?[/.]\d\d")
# "Updated: Nov. 12", "zuletzt geändert am", "mis à jour le", "actualizado", "bijgewerkt"
_MODIFIED = re.compile(
    r"updat|modif|edited|revised|changed|corrected|aktualisiert|geändert|geaendert|bearbeitet|mis à jour|actuali[sz]|atualiza|aggiorna"
    r"|gewijzigd|bijgewerkt|uppdatera|oppdatert|opdateret|수정|更新",
    re.I,
)
_PUBLISHED = re.compile(
    r"publi|posted|written|created|filed|issued|first|erstellt|veröffentlicht|datum|publicad|fecha|pubblica|geplaatst|gepubliceerd|\bon:?\s*$"
    r"|\bdate\b|입력|公開",
    re.I,
)
_CLOCK = re.compile(
    r"(?<![0-9:.])([0-9]{1,2})(?:[:.]([0-9]{2})(?::([0-9]{2}))?\s*([ap]\.?\s?m\b\.?)?|\s*([ap]\.?m\b\.?))(?![\d/])"
    r"\s*\(?(GMT|UTC|EST|EDT|PST|PDT|MST|MDT|CDT|CET|CEST|BST|[+-](?:0[0-9]|1[0-4]):[0-5][0-9](?![0-9]))?",
    re.I,
)
# Left out: CST, IST and the like, which are several zones, and ET, PT, which are two.
_ZONES = {"GMT": 0, "UTC": 0, "EST": -5, "EDT": -4, "PST": -8, "PDT": -7, "MST": -7, "MDT": -6, "CDT": -5, "CET": 1, "CEST": 2, "BST": 1}
_NEAR = 32  # characters after a date in which its clock begins
_BEFORE = 24  # characters before a date in which its clock begins
_ADJOINING = 14  # characters between that clock and the date: 10:12 a.m. ET, Wednesday, Nov. 20, 2019


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date in a line."""

    day: str
    clock: str | None  # "08:30:00"
    zone: str | None  # "-05:00"
    role: Role | None

    @property
    def iso(self) -> str:
        return f"{self.day}T{self.clock}{self.zone or ''}" if self.clock else self.day


def read(line: str, *, day_first: bool | None = None) -> list[Stamp]:
    """The dates in a line; `day_first` as in `dates.spans`.

    >>> [(one.iso, one.role) for one in read("Published Nov. 12, 2019 at 8:30 p.m. | Updated: 13 Nov 2019")]
    [('2019-11-12T20:30:00', 'published'), ('2019-11-13', 'modified')]
    """
    if len(line) > LONGEST or not _MAY.search(line):
        return []
    spans = dates.spans(line, day_first=day_first)
    found, used = [], 0  # how far a clock was taken
    for number, (start, end, day) in enumerate(spans):
        last = spans[number - 1][1] if number else 0
        following = spans[number + 1][0] if number + 1 < len(spans) else len(line)
        before = _CLOCK.search(line, max(last, used, start - _BEFORE), start)
        after = _CLOCK.search(line[end : min(following, end + _NEAR)])  # cut out, as it may stick to the year
        clock = before if before and start - before.end() <= _ADJOINING else after
        used = end + after.end() if after and clock is after else end
        found.append(Stamp(day, *_clock(clock), _role(line[last:start])))
    return found


def bare(line: str) -> str:
    """What a line says besides its dates and clocks."""
    pieces, at = [], 0
    for start, end, _ in dates.spans(line):
        pieces.append(line[at:start])
        at = end
    return " ".join(_CLOCK.sub(" ", " ".join((*pieces, line[at:]))).split())


def _clock(found: re.Match[str] | None) -> tuple[str | None, str | None]:
    if not found:
        return None, None
    hour, minute, second = int(found[1]), found[2] or "00", found[3] or "00"
    half = (found[4] or found[5] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None, None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if hour > 23 or int(minute) > 59 or int(second) > 59:
        return None, None
    return f"{hour:02}:{minute}:{second}", _zone(found[6])


def _zone(name: str | None) -> str | None:
    if not name:
        return None
    if name.upper() in _ZONES:
        return f"{_ZONES[name.upper()]:+03}:00"
    return name


def _role(words: str) -> Role | None:
    """What the words before a date say of it; of several the last."""
    changed = _last(_MODIFIED.finditer(words))
    published = _last(_PUBLISHED.finditer(words))
    if changed < 0 and published < 0:
        return None
    return "modified" if changed >= published else "published"


def _last(found: Iterator[re.Match[str]]) -> int:
    return max((one.start() for one in found), default=-1)
