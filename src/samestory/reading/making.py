"""Frozen values of the model, made by the hundred for a page, at half the cost.

A frozen dataclass sets each of its fields by a call; of a page's 10 ms these calls took half a millisecond. What is made here is
first an open object of the same slots, filled as any other, and then declared to be of the frozen class: the same value.
Nothing here checks a field.
"""

from __future__ import annotations

from typing import Any

from samestory.model import Block, BlockKind, Selector, Span


class _Span:
    __slots__ = Span.__slots__

    def __init__(self, article: str, start: int, end: int) -> None:
        self.article, self.start, self.end = article, start, end


class _Selector:
    __slots__ = Selector.__slots__

    def __init__(self, xpath: str, start: int, end: int) -> None:
        self.xpath, self.start, self.end = xpath, start, end


class _Block:
    __slots__ = Block.__slots__

    def __init__(self, span: Span, kind: BlockKind, rule: str, selector: Selector | None) -> None:
        self.span, self.kind, self.rule, self.selector = span, kind, rule, selector


def selector(xpath: str, start: int, end: int) -> Selector:
    """
    >>> selector("/html/body/p[1]", 0, 5) == Selector("/html/body/p[1]", 0, 5)
    True
    """
    made: Any = _Selector(xpath, start, end)
    made.__class__ = Selector
    return made  # type: ignore[no-any-return]


def span(article: str, start: int, end: int) -> Span:
    """
    >>> span("one", 0, 5) == Span("one", 0, 5)
    True
    """
    made: Any = _Span(article, start, end)
    made.__class__ = Span
    return made  # type: ignore[no-any-return]


def block(span: Span, kind: BlockKind, rule: str, selector: Selector | None) -> Block:
    """
    >>> block(span("one", 0, 5), "body", "html:p", None) == Block(Span("one", 0, 5), "body", "html:p")
    True
    """
    made: Any = _Block(span, kind, rule, selector)
    made.__class__ = Block
    return made  # type: ignore[no-any-return]
