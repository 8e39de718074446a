"""When an article was published and last changed, out of what the elements of its page tell.

A `Head` comes in; ISO dates and date-times go out with where they were found. The first that is told is believed, in the
newsroom's own zone where the page tells the same moment in it. Dates printed in the text are for `printed.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

from samestory.reading import dates
from samestory.reading.head import Head
from samestory.reading.jsonld import Record

_PUBLISHED_NAMES = """
    article:published_time og:article:published_time og:published_time article.published datepublished parsely-pub-date
    sailthru.date cxenseparse:recs:publishtime publish-date publishdate publish_date published_time pubdate pub_date publicationdate
    publication_date originalpublicationdate article_date_original citation_online_date dc.date.issued dcterms.created
    dcterms.date dc.date dc.date.created ptime article.created displaydate date bt:pubdate rnews:datepublished
    citation_publication_date prism.publicationdate"""
PUBLISHED = tuple(_PUBLISHED_NAMES.split())
_MODIFIED_NAMES = """
    article:modified_time og:updated_time og:article:modified_time article.updated datemodified parsely-mod-date lastmod
    last-modified revised modified modified_time dcterms.modified dc.date.modified utime last_updated_date"""
MODIFIED = tuple(_MODIFIED_NAMES.split())
_SCRIPTED = re.compile(
    r'"(?:date_?published|published_?(?:date|at|time|on)?|publish_?(?:date|time|ed_?at)|publication_?date)"\s*:\s*"([^"]{8,40})"', re.I
)
LONGEST_SCRIPT = 300_000  # characters of data looked through where nothing else tells a day
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?|[a-z]{3})[/-](\d\d?)(?=[/._-]|$)", re.I)
_UPDATED = re.compile(r"updat|modif|edited")
_PUBLISHED = re.compile(r"publi|pubdate|posted|\bcreated")
SAME_CLOCK = timedelta(days=7)  # within which clocks are hardly put forward or back
# These do not say of what they are the date; it may be that of an upload or of the last change.
WEAK = frozenset(
    f"meta:{name}" for name in ("date", "dc.date", "dcterms.date", "article.created", "dcterms.created", "dc.date.created", "ptime")
)
FARTHEST = timedelta(hours=14)  # of a zone from UTC
# An address is given once. A day told that is so much later than the address's own is that of a new edition; less can
# be a draft's. (In 361 pages the two differed by more than a zone on 1, by 2 years.)
RENEWED = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Moments:
    """What the elements tell of an article's times."""

    published: str | None
    published_where: str | None
    modified: str | None
    modified_where: str | None
    times: tuple[tuple[str, str, bool], ...] = ()  # the text of each <time>, its value, and whether it is that of a change
    address_day: str | None = None


def find(head: Head, records: list[Record], address: str | None) -> Moments:
    """When the article was published and last changed, as its elements tell."""
    published = list(_iso(_published(head, records)))
    modified = list(_iso(_modified(head, records)))
    stamps = [(stamp, day) for stamp in head.times if (day := dates.iso(stamp.value))]
    zoned = [day for _, day in (*published, *modified)] + [day for _, day in stamps]
    first = next(iter(published), (None, None))
    fitting = [one for one in modified if not (first[1] and earlier(one[1], first[1]))]
    later = [one for one in fitting if first[1] and one[1][:19] != first[1][:19]]  # some tell of no change but in one place
    last = next(iter(later or fitting), (None, None))
    return Moments(
        at_home(first[1], zoned) if first[1] else None,
        first[0],
        at_home(last[1], zoned) if last[1] else None,
        last[0],
        tuple((stamp.printed, day, "datemodified" in stamp.names) for stamp, day in stamps[:40] if stamp.printed),
        address_day(address),
    )


def _iso(told: Iterable[tuple[str, object]]) -> Iterator[tuple[str, str]]:
    for where, value in told:
        if day := dates.iso(value):
            yield where, day


def _published(head: Head, records: list[Record]) -> Iterator[tuple[str, object]]:
    yield from (("json-ld:datePublished", record.get("datePublished")) for record in records)
    yield from ((where, value) for value, where in head.told(PUBLISHED))
    yield from (("page:microdata-datePublished", value) for value in head.items.get("datepublished", ()))
    yield from (("page:time", stamp.value) for stamp in head.times if _PUBLISHED.search(stamp.names) and not _UPDATED.search(stamp.names))
    yield from (("json-ld:dateCreated", record.get("dateCreated")) for record in records)


def _modified(head: Head, records: list[Record]) -> Iterator[tuple[str, object]]:
    yield from (("json-ld:dateModified", record.get("dateModified")) for record in records)
    yield from ((where, value) for value, where in head.told(MODIFIED))
    yield from (("page:microdata-dateModified", value) for value in head.items.get("datemodified", ()))


def late(head: Head) -> tuple[str, str] | None:
    """A day for an article that neither its head nor its text dates: of a clip on the page, or the only one in its data."""
    for record in head.graph.clips:
        if day := dates.iso(record.get("uploadDate") or record.get("datePublished")):
            return day, "json-ld:uploadDate"
    told: set[str] = set()
    if day := _only(head):
        return day, "page:time"
    left = LONGEST_SCRIPT
    for script in head.scripts:
        told.update(day for found in _SCRIPTED.finditer(script, 0, left) if (day := dates.iso(found[1])))
        left -= len(script)
        if left <= 0:
            break
    return (told.pop(), "page:script") if len(told) == 1 else None


def _only(head: Head) -> str | None:
    """The moment of a page whose times all fall on one day."""
    told = [day for stamp in head.times if not _UPDATED.search(stamp.names) and (day := dates.iso(stamp.value))]
    return told[0] if len({day[:10] for day in told}) == 1 else None


def address_day(address: str | None) -> str | None:
    """The day in an address, written year, month, day.

    >>> address_day("/2019/11/12/pier"), address_day("/2019/nov/12/pier"), address_day("/2019/13/12/")
    ('2019-11-12', '2019-11-12', None)
    """
    found = _IN_ADDRESS.search(address) if address else None
    if not found:
        return None
    month = found[2] if found[2].isdigit() else str(dates.MONTHS.get(found[2].lower(), 0))
    return dates.iso(f"{found[1]}-{month:0>2}-{found[3]:0>2}")


# -- moments and zones -----------------------------------------------------------------------


def earlier(one: str, other: str) -> bool:
    """True where a moment is surely before another, whatever zone is left untold."""
    if len(one) == 10 or len(other) == 10:
        return one[:10] < other[:10]
    first, second = datetime.fromisoformat(one), datetime.fromisoformat(other)
    if first.tzinfo and second.tzinfo:
        return first < second
    return first.replace(tzinfo=None) < second.replace(tzinfo=None) - FARTHEST


def at_home(moment: str, told: Iterable[str]) -> str:
    """A moment told in UTC, in the newsroom's own zone where the page tells it there too, even if without naming the zone.

    >>> at_home("2019-11-12T01:30:07+00:00", ["2019-11-11T20:30:07"]), at_home("2019-11-12T01:30:07+00:00", ["2019-11-11"])
    ('2019-11-11T20:30:07-05:00', '2019-11-12T01:30:07+00:00')
    """
    utc = in_utc(moment)
    if not utc:
        return moment
    for other in told:
        if len(other) > 10 and not other.endswith("+00:00"):
            there = datetime.fromisoformat(other)
            if there.tzinfo and abs(there - utc) < timedelta(minutes=1):
                return utc.astimezone(there.tzinfo).isoformat()
            if not there.tzinfo and (zone := zone_between(utc, there)):
                return utc.astimezone(zone).isoformat()
    return moment


def same_zone(moment: str | None, other: str | None) -> str | None:
    """A moment told in UTC, in the zone of another within days of it, where that is told in a zone of its own.

    >>> same_zone("2019-11-12T01:30:07+00:00", "2019-11-11T20:00:00-05:00")
    '2019-11-11T20:30:07-05:00'
    """
    utc = in_utc(moment) if moment else None
    there = datetime.fromisoformat(other) if other and len(other) > 19 else None
    if utc and there and there.tzinfo and abs(there - utc) <= SAME_CLOCK:
        return utc.astimezone(there.tzinfo).isoformat()
    return moment


def in_utc(moment: str) -> datetime | None:
    """A moment told in UTC to the minute; midnight sharp is a day in disguise."""
    if not moment.endswith("+00:00") or moment[11:19] == "00:00:00":
        return None
    return datetime.fromisoformat(moment)


def zone_between(utc: datetime, local: datetime, *, exact: bool = True) -> timezone | None:
    """The zone in which a moment is a clock's time; `exact`: to the second. None where no zone makes them one."""
    bare = utc.replace(tzinfo=None)
    apart = local - (bare if exact else bare.replace(second=0, microsecond=0))
    quarters = apart / timedelta(minutes=15)
    if apart and abs(apart) <= FARTHEST and quarters == int(quarters):
        return timezone(apart)
    return None


def mislabelled(moment: str, printed: str) -> str | None:
    """A moment whose clock is that of UTC under the label of the newsroom's zone, put right by the clock that the page prints.

    >>> mislabelled("2019-11-20T04:31:13-06:00", "2019-11-19T22:31:00")
    '2019-11-19T22:31:13-06:00'
    """
    right = relabelled(moment)
    return right if right and len(printed) > 10 and right[:16] == printed[:16] else None


def relabelled(moment: str) -> str | None:
    """A moment with its clock taken as that of UTC and told in the zone of its label; None where that is UTC or none."""
    told = datetime.fromisoformat(moment)
    return told.replace(tzinfo=UTC).astimezone(told.tzinfo).isoformat() if told.utcoffset() else None


def newsroom_day(moment: str, day: str) -> bool:
    """True where a moment told in UTC can fall on that day in some newsroom's zone, the day before or after its own in UTC.

    >>> newsroom_day("2019-11-12T01:30:00+00:00", "2019-11-11"), newsroom_day("2019-11-12T20:30:00+00:00", "2019-11-11")
    (True, False)
    """
    if not (moment.endswith("+00:00") or len(moment) == 19) or moment[11:19] == "00:00:00" or len(moment) == 10:
        return False
    at = datetime.fromisoformat(moment).replace(tzinfo=None)
    start = datetime.combine(date.fromisoformat(day), datetime.min.time())
    first, last = at - timedelta(hours=12), at + FARTHEST
    return at.date().isoformat() != day and first < start + timedelta(days=1) and last >= start


def renewed(told: str, address: str) -> bool:
    """True where a day told is so much later than that in the address that it must be a later edition's."""
    return date.fromisoformat(told[:10]) - date.fromisoformat(address) > RENEWED
