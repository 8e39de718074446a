"""What a page says about its article: headline, authors, outlet, times, section, address, language, and where it says so.

A page's tree comes in, then its laid-out lines; a `Metadata` goes out. Order of trust: JSON-LD, meta tags, then what is
printed on the page; the page is believed against its head only where it shows that the head is wrong. What is not told
stays None; an outlet is never guessed from an address.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import chain

from selectolax.lexbor import LexborHTMLParser

from samestory.model import Told
from samestory.reading import authors, bylines, fields, moments, printed
from samestory.reading.head import Head, gather
from samestory.reading.jsonld import Record
from samestory.reading.layout import Line
from samestory.reading.printed import Kind, Page
from samestory.reading.stamps import Stamp
from samestory.text import key

# The names of all meta tags that tell something.
META = frozenset(
    (*fields.TITLES, *fields.OUTLETS, *fields.SECTIONS, *fields.ADDRESSES, *fields.LANGUAGES, *authors.AUTHORS, *authors.LABELLED)
) | frozenset((*moments.PUBLISHED, *moments.MODIFIED))
FIELDS = ("title", "byline", "outlet", "published", "modified", "section", "language", "url")
HEADLINE_LIKE = 0.5  # share of the shorter headline's words by which a record is about the page


@dataclass(frozen=True, slots=True)
class Hints:
    """What the elements tell that only the lines around the headline can confirm."""

    times: tuple[tuple[str, str, bool], ...] = ()  # the words of each <time>, its value, and whether it is that of a change
    late: tuple[str, str] | None = None  # a day for an article that nothing else dates, and where it was found
    address_day: str | None = None
    signed: tuple[str, ...] = ()  # the only persons that any rel=author link names
    organised: tuple[str, ...] = ()  # the keys of names that the page gives to organisations


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says about its article."""

    title: str | None
    byline: tuple[str, ...]
    outlet: str | None
    published: str | None
    url: str | None
    language: str | None
    modified: str | None = None
    section: str | None = None
    told: tuple[Told, ...] = ()
    hints: Hints = field(default_factory=Hints)


def find(tree: LexborHTMLParser) -> Metadata:
    """What the elements of a page say about its article, its text aside."""
    head = gather(tree, META)
    records = _of_the_page(head)
    about = [*records, *head.graph.pages]
    url = fields.address(head, about)
    outlet = fields.outlet(head, url and url[0])
    title = fields.title(head, records, outlet and outlet[0])
    section = fields.section(head, about, outlet and outlet[0])
    language = fields.language(head, about)
    organised = authors.organisations(head, about, outlet and outlet[0])
    byline, signed_at = authors.find(head, about, organised)
    times = moments.find(head, about, url and url[0])
    places = (
        ("title", title and title[1]),
        ("byline", signed_at),
        ("outlet", outlet and outlet[1]),
        ("published", times.published_where),
        ("modified", times.modified_where),
        ("section", section and section[1]),
        ("language", language and language[1]),
        ("url", url and url[1]),
    )
    return Metadata(
        title[0] if title else None,
        byline,
        outlet[0] if outlet else None,
        times.published,
        url[0] if url else None,
        language[0] if language else None,
        times.modified,
        section[0] if section else None,
        tuple(Told(name, where) for name, where in places if where),
        Hints(times.times, None if times.published else moments.late(head), times.address_day, _signed(head, organised), organised),
    )


def complete(told: Metadata, lines: Sequence[Line], kinds: Sequence[Kind], headline_line: int | None) -> Metadata:
    """The same with what is printed on the page, given its lines, what each was taken for, and which is the headline."""
    page = Page(lines, kinds, headline_line, told.hints.organised)
    page.language, page.address = told.language, told.url
    return _dated(_signed_by(_titled(told, lines, headline_line), page), page)


def _titled(told: Metadata, lines: Sequence[Line], headline_line: int | None) -> Metadata:
    """With the headline as it stands on the page, if that is another than the one told."""
    if headline_line is None or key(lines[headline_line].text) == key(told.title or ""):
        return told
    return _with(told, "page:headline", title=lines[headline_line].text)


# -- records ---------------------------------------------------------------------------------


def _of_the_page(head: Head) -> list[Record]:
    """The articles in JSON-LD that the page is about, the surest first; teasers of other articles are none."""
    records = head.graph.articles
    if len(records) < 2:
        return records
    own = {fields.urlsplit_path(address) for address in (*head.canonical, *head.metas.get("og:url", ()))} - {""}
    titles = [title for title in (head.title, *head.metas.get("og:title", ()), *head.tops[:3]) if title]
    marks = [(bool(own & {fields.urlsplit_path(one) for one in fields.addresses(record)}), _alike(record, titles)) for record in records]
    best = sorted(range(len(records)), key=lambda number: (-marks[number][0], -marks[number][1], number))
    fitting = [records[number] for number in best if marks[number][0] or marks[number][1] >= HEADLINE_LIKE]
    return fitting or (records if not titles else records[:1])


def _alike(record: Record, titles: list[str]) -> float:
    mine = set(key(fields.plain(record.get("headline") or record.get("name")) or "").split())
    theirs = [set(key(title).split()) for title in titles]
    return max((len(mine & other) / max(3, min(len(mine), len(other))) for other in theirs if other and mine), default=0.0)


def _signed(head: Head, organised: tuple[str, ...]) -> tuple[str, ...]:
    """The persons that rel=author links name in full, where they all name the same."""
    named = {bylines.persons(words) for words in head.signed} - {()}
    names = named.pop() if len(named) == 1 else ()
    return tuple(name for name in bylines.of_persons(names, organised) if " " in name)


# -- who -------------------------------------------------------------------------------------


# Where the page itself says that somebody wrote the article.
_SURE = ("page:signed-line", "page:byline-line", "page:author-link")


def _signed_by(told: Metadata, page: Page) -> Metadata:
    """The byline printed where the head tells none, more persons of it where the page names them too, or another where
    nobody of the head's is named on the page at all."""
    names, where = printed.persons(page)
    if not names and not told.byline:
        names, where = (boxed, "page:author-box") if (boxed := printed.boxed(page)) else (told.hints.signed, "page:rel-author")
    if not names or not where or names == told.byline:
        return told
    have, found = {key(name) for name in told.byline}, {key(name) for name in names}
    if have == found and any(name.isupper() for name in told.byline):
        return replace(told, byline=names)  # the same persons, in the letters of their names
    if not have or (have < found and where in ("page:signed-line", "page:author-link")):
        return _with(told, where, byline=names)
    if where in _SURE and not have & found and not any(printed.printed(page, name) for name in told.byline):
        return _with(told, where, byline=names)
    return told


# -- when ------------------------------------------------------------------------------------


def _dated(told: Metadata, page: Page) -> Metadata:
    """Day and time as printed where the head tells none, and the newsroom's own where the head tells them in UTC."""
    found = list(chain(printed.dated(page), () if told.published else printed.dated_behind(page)))
    by_head = told.published
    sure = {told.hints.address_day, *(stamp.day for stamp, _, _ in found if stamp.role != "modified")}
    for stamp, line, where in found:
        value, changed = _timed(told, stamp, line)
        if stamp.role == "modified" or (changed and not stamp.role):
            told = _changed(told, value, where)
        elif not told.published:
            told = _with(told, where, published=value)
        elif told.published == by_head and (better := _better(told, stamp, confirmed=by_head[:10] in sure)):
            told = _with(_relabelled(told, better), where, published=better)
    return _one_zone(_by_address(told))


def _changed(told: Metadata, value: str, where: str) -> Metadata:
    """With a change that is printed, where the head tells none or tells it in UTC."""
    if not told.modified:
        late = not (told.published and moments.earlier(value, told.published))
        return _with(told, where, modified=value) if late else told
    at_home = _at_home(told.modified, value)
    return _with(told, where, modified=at_home) if at_home and len(at_home) > 19 else told


def _relabelled(told: Metadata, published: str) -> Metadata:
    """With the change put right too, where the head's clock of the publication was that of UTC under another label."""
    modified = told.modified or ""
    wrong = moments.relabelled(told.published or "") == published and len(modified) > 19 and modified[19:] == published[19:]
    return replace(told, modified=moments.relabelled(modified)) if wrong else told


def _one_zone(told: Metadata) -> Metadata:
    """Publication and change in the zone of the one that is told in a zone of its own."""
    published = moments.same_zone(told.published, told.modified)
    return replace(told, published=published, modified=moments.same_zone(told.modified, published))


def _timed(told: Metadata, stamp: Stamp, line: str) -> tuple[str, bool]:
    """A printed date with the moment that the <time> around it has, and whether that is said to be of a change."""
    times = ((value, changed) for words, value, changed in told.hints.times if words in line and value[:10] == stamp.day)
    value, changed = next(times, (stamp.iso, False))
    return (value if len(value) > 10 else stamp.iso), changed


def _better(told: Metadata, stamp: Stamp, *, confirmed: bool) -> str | None:
    """A printed date where it shows that the head's is wrong or in another zone; a day alone does not where something
    else confirms the head's."""
    head = told.published or ""
    found = (_at_home(head, stamp.iso) or moments.mislabelled(head, stamp.iso)) if len(head) > 10 else None
    if found and (len(found) > 10 or not confirmed):
        return found
    if not confirmed and any(place.field == "published" and place.where in moments.WEAK for place in told.told):
        return stamp.iso
    # a head that knows of one moment only, that of the last change, over a page that says "published" of an earlier day
    return stamp.iso if stamp.role == "published" and head == told.modified and stamp.day < head[:10] else None


def _at_home(moment: str, printed_at: str) -> str | None:
    """A moment told in UTC, as the page prints it: in the zone that its clock shows, or else its day."""
    if not moments.newsroom_day(moment, printed_at[:10]) and moment[:10] != printed_at[:10]:
        return None
    utc = moments.in_utc(moment)
    if len(printed_at) > 10:
        there = datetime.fromisoformat(printed_at)
        zone = moments.zone_between(utc or datetime.fromisoformat(moment[:19]).replace(tzinfo=UTC), there.replace(tzinfo=None), exact=False)
        if utc and zone and there.tzinfo in (None, zone):
            return utc.astimezone(zone).isoformat()
        if zone and len(moment) == 19:  # both without a zone: the clock that readers see
            return printed_at
    return printed_at[:10] if moment[:10] != printed_at[:10] else None


def _by_address(told: Metadata) -> Metadata:
    """The day that the address has: where nothing else tells one, where it is the newsroom's, or where the one told is of a
    later edition."""
    day = told.hints.address_day or moments.address_day(told.url)
    if not told.published and told.hints.late:
        told = _with(told, told.hints.late[1], published=told.hints.late[0])
    if not day:
        return told
    if not told.published or moments.newsroom_day(told.published, day):
        return _with(told, "page:address", published=day)
    if moments.renewed(told.published, day):
        if not told.modified:
            where = next((place.where for place in told.told if place.field == "published"), "page:address")
            told = _with(told, where, modified=told.published)
        return _with(told, "page:address", published=day)
    return told


def _with(told: Metadata, where: str, **values: object) -> Metadata:
    """The same with one field changed and where it was found."""
    (name,) = values
    places = {place.field: place for place in told.told} | {name: Told(name, where)}
    return replace(told, told=tuple(places[one] for one in FIELDS if one in places), **values)  # type: ignore[arg-type]
