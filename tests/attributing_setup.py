"""Articles for the tests of attributing: plain paragraphs as body blocks."""

from __future__ import annotations

from samestory import language
from samestory.language import Passage
from samestory.model import Article, Block, Span
from samestory.text import lines


def article(text: str) -> Article:
    """An article of which every line is a paragraph."""
    blocks = tuple(Block(Span("a", start, end), "body", "test") for start, end in lines(text))
    return Article("a", "test", None, None, None, (), None, "en", text, blocks)


def passages(text: str) -> tuple[Article, tuple[Passage, ...]]:
    """The article and its parsed paragraphs."""
    made = article(text)
    return made, language.parse(made)
