"""Where each telling has its knowledge from: whom it credits, copies, quotes from and links to.

A story and its tellings in order come in; one edge for each teller, origin and way goes out, with all places that
show it. An origin is an article of the story where one is of that outlet, else a name. No article has itself as origin. A text
that an agency signs is copied from the agency, not from the outlet that printed it first.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from samestory.comparing.outlets import KNOWN_AS, Outlets, host_key, keys_of, outlet_key
from samestory.comparing.ownwords import galleries
from samestory.comparing.revisions import last_versions
from samestory.model import How, Origins, Provenance, Quote, Revision, Span, Story, Telling

MEDIUM_OUTLET = re.compile(
    r"(?:interview|statement|conversation|comments?|remarks?|email|e-mail|call) (?:with|to|on|for) (?P<name>.+)$", re.I
)
SPOKEN_TO = re.compile(r"\b(?:tells?|told|telling|interview|spoke|speaking|talk(?:ed|ing)|statement to|e-?mailed to)\b", re.I)
TOLD = re.compile(r"^(?:told|tells|telling|informed|speaking to|spoke to|said to) (?P<name>.+)$", re.I)
# How a newspaper or a station is called; other outlets come as credits.
OUTLET_NAME = re.compile(
    r"\b(?:Times|Post|News|Radio|TV|Television|Herald|Gazette|Journal|Tribune|Magazine|Channel|Daily|Agency|Network|Courier|Ledger|Star"
    r"|Mail|Telegraph|Guardian|Observer|Chronicle|Globe|Sun|Mirror|Express|Standard|Examiner|Inquirer|Enquirer|Weekly|Today|Advertiser"
    r"|Echo|Argus|Bulletin|Sentinel|[KW][A-Z]{2,3}|CNN|BBC|NPR|ITV|CNBC|MSNBC|PBS|CBC|HBO|MTV)$"
)
# "(Ann Doe/Northfield Daily via AP, File)", "in this photo released by", "grab from a video obtained via": whose picture it is.
_VIA = re.compile(r"via\b", re.I)
_CLOSED = re.compile(r"(?:,\s*\w+)?\s*\)")
_PICTURE = re.compile(r"\b(?:photos?|photograph|pictures?|images?|grab|footage|video|clip|still)\b[^.\n]{0,60}$", re.I)
_HANDED = re.compile(r"(?:released|provided|obtained|taken|supplied|issued|shared|handout|courtesy|via)\b", re.I)
_OF_PICTURES = frozenset({"caption", "photo_credit"})
BEFORE = 120  # characters in which the picture is told
FEWEST_COPIED = 4  # words of a passage that is shown as copied; "said" stands in everybody's sentences


def find(story: Story, tellings: Sequence[Telling], revisions: Sequence[Revision] = ()) -> tuple[Provenance, ...]:
    """The edges of the story: tellers in story order; credits, copies, quotes, links; then by place of the first evidence."""
    outlets = Outlets(tellings)
    last = last_versions(revisions)
    edges: dict[tuple[str, How, str, bool], set[Span]] = defaultdict(set)
    for telling in tellings:
        for how, name, span in (*_credited(telling), *_told(telling), *_signed(story, telling)):
            origin = outlets.origin(name, telling)
            if origin is not None:
                edges[telling.article.id, how, *origin].add(span)
        for copied, is_article, spans in _copied(story, telling, outlets):
            if is_article and last.get(telling.article.id, "") == last.get(copied):
                continue  # a version of one article is no copy of another
            edges[telling.article.id, "copies", copied, is_article] |= spans
        for name, known, span in _linked(telling, outlets):
            edges[telling.article.id, "links", name, known].add(span)
    found = [Provenance(teller, origin, known, how, tuple(sorted(spans))) for (teller, how, origin, known), spans in edges.items()]
    return _in_order(found, tellings)


def with_documents(edges: Sequence[Provenance], origins: Origins, tellings: Sequence[Telling]) -> tuple[Provenance, ...]:
    """The edges, and those to the posts, filings and statements that the articles have their words from: the primary sources."""
    quoted = [
        Provenance(article, source.name, False, "quotes", tuple(span for span in source.evidence if span.article == article))
        for source in origins.sources
        for article in (source.articles if source.kind == "statement" else ())
    ]
    return _in_order([*edges, *quoted], tellings)


def _in_order(edges: Sequence[Provenance], tellings: Sequence[Telling]) -> tuple[Provenance, ...]:
    places = {telling.article.id: place for place, telling in enumerate(tellings)}
    return tuple(sorted(edges, key=lambda edge: (places[edge.teller], _HOWS.index(edge.how), edge.evidence, edge.origin)))


_HOWS: tuple[How, ...] = ("credits", "copies", "quotes", "links")


def _credited(telling: Telling) -> Iterator[tuple[How, str, Span]]:
    """Outlets credited; one that somebody spoke to ("told the Harbour Ledger") is quoted from."""
    shown = galleries(telling)
    for credit in telling.credits:
        if _of_a_picture(telling, credit.span) or any(gallery.holds(credit.span) for gallery in shown):
            continue
        spoken_to = SPOKEN_TO.search(telling.article.words(credit.span))
        yield "quotes" if spoken_to else "credits", credit.outlet, credit.span


def _of_a_picture(telling: Telling, span: Span) -> bool:
    """Whether the outlet is credited with a picture; what the article tells is not from there."""
    article = telling.article
    if any(block.kind in _OF_PICTURES and block.span.holds(span) for block in article.blocks):
        return True
    words = article.words(span)
    if _VIA.match(words) and _CLOSED.match(article.text[span.end : span.end + BEFORE]):
        return True
    return bool(_HANDED.match(words) and _PICTURE.search(article.text[max(0, span.start - BEFORE) : span.start]))


def _told(telling: Telling) -> Iterator[tuple[How, str, Span]]:
    """Statements that were made to another outlet: "told the Harbour Ledger"."""
    shown = galleries(telling)
    for quote in telling.quotes:
        name = _outlet_of(quote)
        if quote.medium is None or any(gallery.holds(quote.medium.span) for gallery in shown):
            continue
        if name and not any(credit.span.overlaps(quote.medium.span) for credit in telling.credits):
            yield "quotes", name, quote.medium.span


def _outlet_of(quote: Quote) -> str | None:
    if quote.medium is None:
        return None
    found = MEDIUM_OUTLET.search(quote.medium.name) or TOLD.search(quote.medium.name)
    name = found["name"].strip() if found else None
    return name if name and name[:1].isalnum() and _names_something(name) else None


def _names_something(name: str) -> bool:
    """Whether the words are an outlet's name: "the Harbour Ledger", "CNN"; not "a friend", "Tuesday" or "Kimmel"."""
    words = name.removeprefix("the ").removeprefix("The ").split()
    return bool(words) and words[0][:1].isupper() and bool(OUTLET_NAME.search(name) or outlet_key(name) in KNOWN_AS.values())


def _linked(telling: Telling, outlets: Outlets) -> Iterator[tuple[str, bool, Span]]:
    """Links to an article of the story, or to another page of an outlet of the story."""
    for link in telling.article.links:
        linked = outlets.linked(link.url)
        if linked is not None and linked != telling.article.id:
            yield linked, True, link.span
        elif linked is None and host_key(link.url) not in keys_of(telling) and (name := outlets.host(link.url)):
            yield name, False, link.span


def _signed(story: Story, telling: Telling) -> Iterator[tuple[How, str, Span]]:
    """Agencies that sign the text and are no credit yet: a byline, a copyright line, "contributed to this report"."""
    for signed in story.signed:
        if signed.article == telling.article.id and signed.span and not any(c.span.overlaps(signed.span) for c in telling.credits):
            yield "credits", signed.agency, signed.span


def _copied(story: Story, telling: Telling, outlets: Outlets) -> Iterator[tuple[str, bool, set[Span]]]:
    """What it copies: an article of the story; the agency itself where it signs the text as the agency's, whichever outlet came first."""
    own = next((one for one in story.signed if one.article == telling.article.id and one.how not in ("outlet", "contributed")), None)
    for copy in story.copies:
        if copy.article == telling.article.id != copy.of and copy.of in outlets.articles:
            ours = {passage for passage, _ in copy.passages}
            long = {passage for passage in ours if len(telling.article.words(passage).split()) >= FEWEST_COPIED}
            if own is None or outlets.origin(own.agency, telling) == (copy.of, True):
                yield copy.of, True, long or ours
            else:
                yield own.agency, False, (long or ours) | ({own.span} if own.span else set())
