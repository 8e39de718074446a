"""NewsML-G2 and NITF, the news agencies' XML.

A document's bytes come in; an article for each text item goes out. Nothing outside the document is loaded: no entities,
no network. Pictures and packages in a message are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import escape

from lxml import etree
from lxml.etree import _Element as Element

from samestory.model import Article, Unreadable
from samestory.reading import bylines, dates, page
from samestory.reading.draft import Draft, finish, language, squeezed
from samestory.reading.source import CannotRead, Source


def read(source: Source) -> Iterator[Article | Unreadable]:
    """The text items of a wire document."""
    tree = _parse(source.text())
    name = _name(tree)
    if name == "nitf":
        yield finish(_nitf(tree), source.origin)
        return
    items = [item for item in tree.iter(etree.Element) if _name(item) == "newsItem"] if name == "newsMessage" else [tree]
    made = [draft for item in items if (draft := _item(item))]
    if not made:
        raise CannotRead("the wire document holds no text")
    for number, draft in enumerate(made, 1):
        yield finish(draft, source.origin if name == "newsItem" else f"{source.origin}#{number}")


def _parse(text: str) -> Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=True, remove_comments=True, remove_pis=True)
    try:
        tree = etree.fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text).encode("utf-8", "replace"), parser=parser)
    except etree.XMLSyntaxError as problem:
        raise CannotRead("the XML is damaged") from problem
    if tree is None:
        raise CannotRead("the XML is damaged")
    return tree


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _all(tree: Element, *names: str) -> Iterator[Element]:
    yield from (element for element in tree.iter(etree.Element) if _name(element) in names)


def _words(element: Element | None) -> str | None:
    return squeezed(" ".join(str(piece) for piece in element.itertext())) if element is not None else None


def _first(tree: Element, *names: str) -> Element | None:
    return next(_all(tree, *names), None)


def _markup(element: Element) -> str:
    """The inside of an element as HTML, without namespaces."""
    for one in element.iter(etree.Element):
        one.tag = _name(one)
    etree.cleanup_namespaces(element)
    return str(etree.tostring(element, encoding="unicode", method="html", with_tail=False))


def _nitf(tree: Element) -> Draft:
    title = _words(_first(tree, "hl1")) or _words(_first(tree, "title"))
    content = _first(tree, "body.content")
    if content is None:
        raise CannotRead("the wire document holds no text")
    issued, data = _first(tree, "date.issue"), _first(tree, "pubdata")
    outlet = squeezed(data.get("name")) if data is not None else None
    byline = _words(_first(tree, "byline"))
    dateline = _words(_first(tree, "dateline"))
    made = page.fragment((f"<p>{escape(dateline)}</p>" if dateline else "") + _markup(content), title)
    identity = _first(tree, "doc-id")
    return Draft(
        made.text,
        tuple(
            replace(mark, kind="dateline", rule="nitf:dateline") if made.text[mark.start : mark.end] == dateline else mark
            for mark in made.marks
        ),
        title=title,
        byline=bylines.persons(byline, outlet) or made.byline,
        published=dates.iso(issued.get("norm")) if issued is not None else None,
        outlet=outlet or _words(_first(tree, "distributor")),
        language=language(tree.get("{http://www.w3.org/XML/1998/namespace}lang")),
        links=made.links,
        key=identity.get("id-string") if identity is not None else None,
    )


def _item(tree: Element) -> Draft | None:
    """A news item, if it holds text."""
    inline = _first(tree, "inlineXML", "inlineData")
    if inline is None:
        return None
    nitf = _first(inline, "body.content")
    body = nitf if nitf is not None else next(_all(inline, "body"), inline)
    title = _words(_first(tree, "headline")) or _words(_first(inline, "hl1", "h1", "title"))
    outlet = _provider(tree)
    byline = _words(_first(tree, "by")) or _words(_first(inline, "byline"))
    address = next((link for one in _all(tree, "link") if (link := one.get("href") or "").startswith("http")), None)
    tongue = _first(tree, "language")
    made = page.fragment(_markup(body), title)
    return Draft(
        made.text,
        made.marks,
        title=title,
        byline=bylines.persons(byline, outlet) or made.byline,
        published=dates.iso(_words(_first(tree, "firstCreated", "contentCreated"))) or dates.iso(_words(_first(tree, "versionCreated"))),
        outlet=outlet,
        url=address,
        language=language(tongue.get("tag")) if tongue is not None else None,
        links=made.links,
        key=tree.get("guid"),
    )


def _provider(tree: Element) -> str | None:
    for provider in _all(tree, "infoSource", "provider", "creditline"):
        name = _words(_first(provider, "name")) or _words(provider) or provider.get("literal")
        if name:
            return name
    return None
