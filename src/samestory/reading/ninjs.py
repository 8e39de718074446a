"""ninjs 1.x to 3.x, the news agencies' JSON.

An item that was parsed comes in; a `Draft` goes out. 1.x carries the body in fields named body_<form>, 2.x and 3.x in a list
`bodies`, headlines likewise; 3.x writes names with capitals inside. A body may be HTML (a piece or a whole document), plain text
or NITF. The place of a block is that in the body's own markup. Pictures and other items without a body are left to the caller as
unreadable.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from typing import cast

from samestory.reading import bylines, dates, page, plain, wire
from samestory.reading.draft import Draft, language, squeezed, whole
from samestory.reading.filling import Filling
from samestory.reading.source import CannotRead

Item = dict[str, object]

_FORMS = ("body_xhtml", "body_html", "body_html5", "body_text", "body_nitf", "body")
_ORDER = ("html", "text", "nitf")
_HEAD = re.compile(r"<head\b.{0,20000}?</head>", re.I | re.S)  # of a body that is a whole document


def fits(item: Item) -> bool:
    """True for an item that has an identifier and a body or headline as ninjs names them."""
    if not isinstance(item.get("uri"), str) or isinstance(item.get("text"), str):
        return False
    return any(name in item for name in ("bodies", "headlines", "headline", "body", *_FORMS))


def draft(item: Item) -> Draft:
    """The marked text of an item, with what it says of itself."""
    title, where = _headline(item)
    filling = Filling(_laid_out(item, title))
    filling.put("title", title, where)
    outlet, where = _outlet(item)
    filling.put("outlet", outlet, where)
    for name in ("byline", "by"):
        filling.sign(bylines.persons(squeezed(item.get(name)), outlet), f"wire:{name}")
    filling.sign(bylines.persons(_told(item.get("bylines")), outlet), "wire:bylines")
    filling.sign(bylines.persons(_people(item), outlet), "wire:person")
    _date(item, filling)
    filling.put("section", squeezed(item.get("section")), "wire:section")
    filling.put("language", language(item.get("language")), "wire:language")
    filling.put("url", *_address(item))
    return replace(filling.draft(), key=squeezed(item.get("uri")))


def _headline(item: Item) -> tuple[str | None, str]:
    told = squeezed(item.get("headline")), _told(item.get("headlines")), squeezed(item.get("title"))
    return next(((text, f"wire:{name}") for text, name in zip(told, ("headline", "headlines", "title"), strict=True) if text), (None, ""))


def _date(item: Item, filling: Filling) -> None:
    """The first version's time is that of publication, a later version's that of the last change."""
    first, last, made = (_when(item, name) for name in ("firstcreated", "versioncreated", "contentcreated"))
    filling.put("published", first, "wire:firstcreated")
    filling.put("published", made, "wire:contentcreated")
    filling.put("published", last, "wire:versioncreated")
    if first and last and first != last:
        filling.put("modified", last, "wire:versioncreated")


def _when(item: Item, name: str) -> str | None:
    return dates.iso(item.get(name)) or dates.iso(item.get(name.replace("created", "Created")))


def _laid_out(item: Item, title: str | None) -> Draft:
    form, body = _body(item)
    if form == "nitf":
        with suppress(CannotRead):
            return wire.nitf(body)
    if form in ("html", "nitf"):
        return page.fragment(_HEAD.sub("", body, count=1), title)
    return plain.draft(whole(body), title)


def _body(item: Item) -> tuple[str, str]:
    """The body and its form: the markup of pages before plain text, both before NITF."""
    found = [(form, item[form]) for form in _FORMS if isinstance(item.get(form), str)]
    for one in _list(item.get("bodies")):
        form = f"{one.get('contenttype') or one.get('contentType') or ''} {one.get('role') or ''}"
        found.append((form, one.get("value")))
    told = [(_form(form.lower(), body), body) for form, body in found if isinstance(body, str) and body.strip()]
    return min(told, key=lambda one: _ORDER.index(one[0]), default=("text", ""))


def _form(told: str, body: str) -> str:
    if "nitf" in told or "<body.content" in body:
        return "nitf"
    return "html" if "html" in told or ("<p" in body and "</p>" in body) else "text"


def _list(value: object) -> list[Item]:
    return [cast(Item, one) for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _told(value: object) -> str | None:
    """The first of several headlines or bylines."""
    return next((text for one in _list(value) if (text := squeezed(one.get("value")))), None)


def _people(item: Item) -> list[str]:
    return [
        name
        for one in _list(item.get("infosource")) + _list(item.get("person"))
        if one.get("rel") == "author" and (name := squeezed(one.get("name")))
    ]


def _outlet(item: Item) -> tuple[str | None, str]:
    source = squeezed(item.get("source"))
    for name in ("infosource", "infosources", "infoSources"):
        for one in _list(item.get(name)):
            if one.get("rel", "publisher") in ("publisher", "source", "creator") and (told := squeezed(one.get("name"))):
                return told, f"wire:{name}"
    if source:
        return source, "wire:source"
    return squeezed(item.get("copyrightholder")) or squeezed(item.get("copyrightHolder")), "wire:copyrightholder"


def _address(item: Item) -> tuple[str | None, str]:
    """The address of the article, where the item's name is one or it gives a rendition on the web."""
    told = [(item.get("url"), "url"), (item.get("uri"), "uri")]
    told += [(one.get("href"), name) for name in ("altids", "links") for one in _list(item.get(name))]
    found = ((text, f"wire:{name}") for one, name in told if (text := squeezed(one)) and text.startswith(("http://", "https://")))
    return next(found, (None, ""))
