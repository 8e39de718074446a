"""NewsML-G2 and NITF, the news agencies' XML.

A document's bytes come in; an article for each text item goes out, each line with its place in the XML. Nothing outside the
document is loaded: no entities, no network. Pictures and packages in a message are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from html import escape

from lxml import etree
from lxml.etree import _Element as Element

from samestory.model import Article, Unreadable
from samestory.reading import bylines, dates, page
from samestory.reading.draft import Draft, Mark, finish, language, squeezed
from samestory.reading.filling import Filling
from samestory.reading.limits import check_markup
from samestory.reading.placing import placed
from samestory.reading.source import CannotRead, Source

# What these hold is named otherwise in HTML.
_AS_HTML = {"media-caption": "figcaption", "media-producer": "figcaption", "hl1": "h1", "hl2": "h2", "media": "figure", "block": "div"}
_TAG = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def read(source: Source) -> Iterator[Article | Unreadable]:
    """The text items of a wire document."""
    tree = _parse(check_markup(source.text()))
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


def nitf(text: str) -> Draft:
    """The marked text of a NITF document that another format carries."""
    return _nitf(_parse(text))


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
    """The name without its namespace; of one whose prefix is declared nowhere, without that."""
    return str(element.tag).rpartition("}")[2].rpartition(":")[2]


def _all(tree: Element, *names: str) -> Iterator[Element]:
    yield from (element for element in tree.iter(etree.Element) if _name(element) in names)


def _words(element: Element | None) -> str | None:
    return squeezed(" ".join(str(piece) for piece in element.itertext())) if element is not None else None


def _line(element: Element | None) -> str | None:
    """The words of an element that is one line, whatever is marked in it."""
    return squeezed("".join(str(piece) for piece in element.itertext())) if element is not None else None


def _first(tree: Element, *names: str) -> Element | None:
    return next(_all(tree, *names), None)


def _markup(element: Element) -> str:
    """The inside of an element as HTML, without namespaces."""
    copy = deepcopy(element)
    for one in copy.iter(etree.Element):
        if _name(one) == "media-producer":
            one.set("class", "credit")
        name = _AS_HTML.get(_name(one), _name(one))
        one.tag = name if _TAG.fullmatch(name) else "span"
    etree.cleanup_namespaces(copy)
    return str(etree.tostring(copy, encoding="unicode", method="html", with_tail=False))


# -- NITF ------------------------------------------------------------------------------------


def _nitf(tree: Element) -> Draft:
    headline = _first(tree, "hl1")
    headline = headline if headline is not None else _first(tree, "title")
    title = _line(headline)
    content = _first(tree, "body.content")
    if content is None:
        raise CannotRead("the wire document holds no text")
    place = _first(tree, "dateline")
    dateline = _line(place)
    made = page.fragment((f"<p>{escape(dateline)}</p>" if dateline else "") + _markup(content), title)
    made = replace(made, marks=tuple(_dated(made, dateline)))
    filling = Filling(placed(made, [part for part in (headline, place, content) if part is not None]))
    _tell_nitf(tree, filling)
    filling.put("title", title, f"wire:{_name(headline)}" if headline is not None else "")
    identity = _first(tree, "doc-id")
    return replace(filling.draft(), key=identity.get("id-string") if identity is not None else None)


def _dated(made: Draft, dateline: str | None) -> Iterator[Mark]:
    for mark in made.marks:
        told = dateline and made.text[mark.start : mark.end] == dateline
        yield mark._replace(kind="dateline", rule="wire:dateline") if told else mark


def _tell_nitf(tree: Element, filling: Filling) -> None:
    """The fields that the head of a NITF document tells."""
    outlet = None
    for data in _all(tree, "pubdata"):
        outlet = outlet or squeezed(data.get("name"))
        filling.put("outlet", squeezed(data.get("name")), "wire:pubdata")
        filling.put("section", squeezed(data.get("position.section")), "wire:position.section")
        filling.put("url", _address(data.get("ex-ref")), "wire:ex-ref")
    filling.put("outlet", _words(_first(tree, "distributor")), "wire:distributor")
    if (signed := _first(tree, "byline")) is not None:
        people = [_words(one) for one in _all(signed, "person")]
        filling.sign(bylines.persons(people or _without(signed, "byttl"), outlet), "wire:byline")
    for name in ("date.issue", "date.release", "story.date"):
        if (told := _first(tree, name)) is not None:
            filling.put("published", dates.iso(told.get("norm")), f"wire:{name}")
    revised = [day for one in _all(tree, "revision-history") if (day := dates.iso(one.get("norm")))]
    filling.put("modified", max(revised, default=None), "wire:revision-history")
    filling.put("language", language(tree.get(_LANGUAGE)), "wire:lang")


def _without(element: Element, name: str) -> str | None:
    """The words of an element but for those of one kind of part."""
    copy = deepcopy(element)
    for part in list(_all(copy, name)):
        part.text = None
        del part[:]
    return _words(copy)


# -- NewsML-G2 -------------------------------------------------------------------------------


def _item(tree: Element) -> Draft | None:
    """A news item, if it holds text."""
    inline = _first(tree, "inlineXML", "inlineData")
    if inline is None:
        return None
    content = _first(inline, "body.content")
    body = content if content is not None else next(_all(inline, "body"), inline)
    headline = _first(tree, "headline")
    headline = headline if headline is not None else _first(inline, "hl1", "h1", "title")
    title = _line(headline)
    made = page.fragment(_markup(body), title)
    filling = Filling(placed(made, [part for part in (headline, body) if part is not None]))
    filling.put("title", title, f"wire:{_name(headline)}" if headline is not None else "")
    _tell_item(tree, inline, filling)
    return replace(filling.draft(), key=tree.get("guid"))


def _tell_item(tree: Element, inline: Element, filling: Filling) -> None:
    """The fields that the metadata of a news item tell."""
    outlet, where = _provider(tree)
    filling.put("outlet", outlet, where)
    for part, name in ((tree, "by"), (inline, "byline")):
        filling.sign(bylines.persons(_words(_first(part, name)), outlet), f"wire:{name}")
    filling.sign(bylines.persons([_words(_first(one, "name")) for one in _all(tree, "creator")], outlet), "wire:creator")
    for name in ("contentCreated", "firstCreated", "versionCreated"):
        filling.put("published", _when(tree, name), f"wire:{name}")
    published = filling.draft().published
    for name in ("contentModified", "versionCreated"):
        if (last := _when(tree, name)) and last != published:
            filling.put("modified", last, f"wire:{name}")
    filling.put("url", next((link for one in _all(tree, "link") if (link := _address(one.get("href")))), None), "wire:link")
    tongue = _first(tree, "language")
    filling.put("language", language(tongue.get("tag")) if tongue is not None else None, "wire:language")
    filling.put("language", language(tree.get(_LANGUAGE)), "wire:lang")


def _when(tree: Element, name: str) -> str | None:
    return dates.iso(_words(_first(tree, name)))


def _address(told: str | None) -> str | None:
    return told if told and told.startswith(("http://", "https://")) else None


def _provider(tree: Element) -> tuple[str | None, str]:
    for provider in _all(tree, "infoSource", "provider", "creditline"):
        name = _words(_first(provider, "name")) or _words(provider) or provider.get("literal")
        if name:
            return name, f"wire:{_name(provider)}"
    return None, ""
