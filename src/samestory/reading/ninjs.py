"""ninjs 1.x to 3.x, the news agencies' JSON.

An item that was parsed comes in; a `Draft` goes out. 1.x and 2.x carry the body in fields named body_<form>, 3.x in a list
`bodies`; headline and byline likewise. Pictures and other items without a body are left to the caller as unreadable.
"""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from samestory.reading import bylines, dates, page, plain
from samestory.reading.draft import Draft, language, squeezed, whole

Item = dict[str, object]

_FORMS = ("body_xhtml", "body_html", "body_html5", "body_text", "body")


def fits(item: Item) -> bool:
    """True for an item that has an identifier and a body or headline as ninjs names them."""
    if not isinstance(item.get("uri"), str) or isinstance(item.get("text"), str):
        return False
    return any(name in item for name in ("bodies", "headlines", "headline", "body", *_FORMS))


def draft(item: Item) -> Draft:
    """The marked text of an item, with what it says of itself."""
    title = squeezed(item.get("headline")) or _told(item.get("headlines")) or squeezed(item.get("title"))
    markup, text = _body(item)
    made = page.fragment(markup, title) if markup else plain.draft(whole(text), title)
    outlet = _outlet(item)
    authors = squeezed(item.get("byline")) or _told(item.get("bylines")) or _people(item)
    published = dates.iso(item.get("versioncreated") or item.get("versionCreated"))
    return replace(
        made,
        title=title or made.title,
        byline=bylines.persons(authors, outlet) or made.byline,
        published=dates.iso(item.get("firstcreated") or item.get("firstCreated")) or published or made.published,
        outlet=outlet,
        url=_address(item),
        language=language(item.get("language")) or made.language,
        key=squeezed(item.get("uri")),
    )


def _body(item: Item) -> tuple[str, str]:
    """The body as markup or as plain text."""
    found = [(form, item[form]) for form in _FORMS if isinstance(item.get(form), str)]
    for one in _list(item.get("bodies")):
        form = f"{one.get('contenttype') or one.get('contentType') or ''} {one.get('role') or ''}"
        found.append((form, one.get("value")))
    for form, body in sorted(found, key=lambda one: "html" not in one[0]):
        if isinstance(body, str) and body.strip():
            return (body, "") if "html" in form or ("<p" in body and "</p>" in body) else ("", body)
    return "", ""


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


def _outlet(item: Item) -> str | None:
    source = squeezed(item.get("source"))
    for name in ("infosource", "infosources", "infoSources", "organisation", "organisations"):
        for one in _list(item.get(name)):
            if one.get("rel", "publisher") in ("publisher", "source", "creator") and name.startswith("info"):
                return squeezed(one.get("name")) or source
    return source or squeezed(item.get("copyrightholder")) or squeezed(item.get("copyrightHolder"))


def _address(item: Item) -> str | None:
    """The address of the article, where the item's name is one or it gives a rendition on the web."""
    links = [one.get("href") for one in _list(item.get("altids")) + _list(item.get("links"))]
    told = [item.get("url"), item.get("uri"), *links]
    return next((text for one in told if (text := squeezed(one)) and text.startswith(("http://", "https://"))), None)
