"""The authors that the elements of a page tell: JSON-LD, meta tags, microdata.

A `Head` comes in; persons go out with where they were found. Bylines printed on the page are for `printed.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

from samestory.reading import bylines, fields, jsonld
from samestory.reading.head import Head
from samestory.reading.jsonld import Graph, Record
from samestory.text import key

_AUTHORS = """
    author parsely-author article:author sailthru.author dc.creator dcterms.creator byl byline citation_author
    cxenseparse:author twitter:creator:name article:author:name article:author_name author_name rbauthors"""
AUTHORS = tuple(_AUTHORS.split())
# What Yoast and others print under a shared link: twitter:label1 "Written by", twitter:data1 "Ann Ode".
_LABELS = ("written by", "verfasst von", "geschrieben von", "escrito por", "écrit par", "scritto da", "geschreven door", "author", "by")
LABELLED = ("twitter:label1", "twitter:data1", "twitter:label2", "twitter:data2")
MOST_PERSONS = 30


def find(head: Head, records: list[Record], organised: tuple[str, ...]) -> tuple[tuple[str, ...], str | None]:
    """The persons told and where; of two sources the one that has all names of the surer one and more."""
    best: tuple[str, ...] = ()
    place: str | None = None
    for given, where in _told(head, records):
        names = bylines.of_persons(bylines.persons(given), organised)[:MOST_PERSONS]
        if names and (not best or (len(names) > len(best) and {key(name) for name in best} < {key(name) for name in names})):
            best, place = names, where
    return best, place


def _told(head: Head, records: list[Record]) -> Iterator[tuple[list[str], str]]:
    for record in records:
        for name in ("author", "creator"):
            yield list(_called(record.get(name), head.graph)), f"json-ld:{name}"
    for name in AUTHORS:
        yield [plain for value in head.metas.get(name, ()) if "://" not in value and (plain := fields.plain(value))], f"meta:{name}"
    for number in "12":
        label = next(iter(head.metas.get(f"twitter:label{number}", ())), "")
        if label.casefold().strip(" :") in _LABELS:
            yield head.metas.get(f"twitter:data{number}", []), f"meta:twitter:data{number}"
    yield head.items.get("author", []), "page:microdata-author"


def _called(value: object, graph: Graph) -> Iterator[str]:
    """The names of authors, organisations left out."""
    for one in value[:100] if isinstance(value, list) else [value]:
        node = graph.resolved(one)
        if isinstance(node, dict) and _organisation(node):
            continue
        yield from (name for given in fields.called(node) if (name := fields.plain(given)))


def _organisation(node: Record) -> bool:
    given = node.get("@type")
    kinds = [kind for kind in (given if isinstance(given, list) else [given]) if isinstance(kind, str)]
    return bool(kinds) and "Person" not in kinds and any(jsonld.ORGANISATIONS.search(kind) for kind in kinds)


def _is_person(graph: Graph, outlet: str | None) -> bool:
    """True where the page says that its publisher is a person: the outlet is named for its author."""
    for node in graph.sites:
        publisher = graph.resolved(node.get("publisher"))
        if isinstance(publisher, dict) and outlet:
            named = publisher.get("name", node.get("name"))
            person = "Person" in str(publisher.get("@type")) or "/schema/person/" in str(publisher.get("@id"))
            if person and isinstance(named, str) and key(named) == key(outlet):
                return True
    return False


def organisations(head: Head, records: list[Record], outlet: str | None) -> tuple[str, ...]:
    """The names that the page gives to organisations, and its own: nobody called so is its author."""
    nodes = [head.graph.resolved(record.get(name)) for record in records for name in ("author", "publisher", "creator")]
    flat = [head.graph.resolved(one) for node in nodes for one in (node if isinstance(node, list) else [node])]
    named = [name for node in flat if isinstance(node, dict) and _organisation(node) for name in fields.called(node)]
    if outlet and not _is_person(head.graph, outlet):
        named.append(outlet)
    return tuple(dict.fromkeys(key(name) for name in named))
