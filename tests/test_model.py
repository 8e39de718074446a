"""The values answer about themselves."""

from __future__ import annotations

import pytest

from samestory.model import Article, Comparison, Published, Span, Story, Telling

ARTICLE = Article("a", "a.txt", None, None, None, (), None, None, "Rain fell.", ())


def test_spans() -> None:
    rain, fell, all_of_it = Span("a", 0, 4), Span("a", 5, 9), Span("a", 0, 10)
    assert not rain.overlaps(fell)
    assert rain.overlaps(all_of_it)
    assert all_of_it.holds(fell)
    assert not fell.holds(all_of_it)
    assert not Span("b", 0, 10).holds(fell)
    assert not Span("b", 0, 10).overlaps(fell)
    assert fell.of(ARTICLE.text) == ARTICLE.words(fell) == "fell"
    assert ARTICLE.span(5, 9) == fell


def test_the_day_of_a_telling() -> None:
    assert Telling(ARTICLE, None).day is None
    assert Telling(ARTICLE, Published("2025-03-04", True, "weekday with month and day")).day == "2025-03-04"


def test_the_telling_of_an_article() -> None:
    telling = Telling(ARTICLE, None)
    comparison = Comparison(Story("s", "Rain", None, None, ("a",)), (telling,))
    assert comparison.telling("a") is telling
    with pytest.raises(StopIteration):
        comparison.telling("b")
