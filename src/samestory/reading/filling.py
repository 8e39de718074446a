"""What a document tells of an article, put over what its text tells, with where each field was found.

A `Draft` of the text comes in; the values that a feed, a wire item or a row tells are put over it, the most trusted first; the
filled `Draft` goes out. Nothing is looked for here.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, TypedDict

from samestory.model import Told
from samestory.reading.draft import Draft

Text = Literal["title", "outlet", "published", "modified", "section", "language", "url"]
TEXTS: tuple[Text, ...] = ("title", "outlet", "url", "section")  # those that a row gives as they are
FIELDS = ("title", "byline", "outlet", "published", "modified", "section", "language", "url")


class _Values(TypedDict, total=False):
    title: str
    outlet: str
    published: str
    modified: str
    section: str
    language: str
    url: str
    byline: tuple[str, ...]


class Filling:
    """The fields of one article as they are found; the first that tells a field is believed."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._values = _Values()
        self._told: dict[str, Told] = {}

    def put(self, field: Text, value: str | None, where: str) -> None:
        """A field as text; None tells nothing."""
        if value and field not in self._told:
            self._values[field] = value
            self._told[field] = Told(field, where)

    def sign(self, persons: tuple[str, ...], where: str) -> None:
        """Who wrote it."""
        if persons and "byline" not in self._told:
            self._values["byline"] = persons
            self._told["byline"] = Told("byline", where)

    def draft(self) -> Draft:
        """The draft with all that was put; what was not put stays as the text tells it."""
        told = {one.field: one for one in self._draft.told} | self._told
        return replace(self._draft, **self._values, told=tuple(told[name] for name in FIELDS if name in told))
