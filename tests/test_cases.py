"""Every plain-text case in `cases/<step>/*.txt` is run through its step, and what must always hold is checked on it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import case_rows
from case_files import BadCase, Case, Input, Row, cases, complaints, expectation, row
from samestory.attributing import attribute
from samestory.comparing import compare
from samestory.grouping import group
from samestory.model import Article, Comparison, Span, Story, Telling, Unreadable
from samestory.pipeline import in_order
from samestory.reading import read
from samestory.showing import lines
from samestory.store import Compared, Store

Value = Article | Unreadable | Telling | Story | Comparison

FOLDER = Path(__file__).parent / "cases"
STEPS = ("read", "attribute", "group", "compare")
SCHEMAS = {Article: "article", Unreadable: "unreadable", Telling: "telling", Story: "story", Comparison: "comparison"}
ALL = [(step, case) for step in STEPS for file in sorted((FOLDER / step).glob("*.txt")) for case in cases(file)]


@pytest.mark.parametrize(("step", "case"), [pytest.param(s, c, id=f"{s}/{c.file.stem}: {c.title}") for s, c in ALL])
def test_case(step: str, case: Case, tmp_path: Path) -> None:
    articles = {letter: one for given in case.inputs for letter, one in _read(step, given, tmp_path)}
    values, found = RUN[step](articles)
    again, _ = RUN[step](articles)
    assert values == again, "the same input gave another result the second time"
    for value in values:
        _check_spans(value, {a.id: a for a in articles.values() if isinstance(a, Article)})
        _check_json(value)
    _check_store(values, tmp_path)
    said = complaints(case.expected, found)
    if said:
        there = "\n".join(f"  {one}" for one in found) or "  nothing"
        pytest.fail(f"\n{case.file}: {case.title}\n" + "\n".join(said) + f"\n\nWhat was found:\n{there}", pytrace=False)


def test_a_case_file_that_breaks_the_format_is_named(tmp_path: Path) -> None:
    file = tmp_path / "bad.txt"
    file.write_text("A title\n.\nThe text.\n.\n", encoding="utf-8")
    with pytest.raises(BadCase, match=r"bad\.txt.*three parts"):
        list(cases(file))
    file.write_text("A title\n.\nThe text.\n.\nquote direct | We are open\n.\n", encoding="utf-8")
    with pytest.raises(BadCase, match=r"bad\.txt.*key: words"):
        list(cases(file))


def test_what_is_missing_and_what_must_not_be_there_is_said_in_words() -> None:
    found = [
        row("quote", "direct", content="“We are open ... and we will stay open.”", speaker="Ann Harwick"),
        row("quote", "indirect", content="it rained"),
    ]
    assert not complaints([expectation("quote | content: We are open ... and we will stay open")], found)
    assert complaints([expectation("quote direct | speaker: none")], found) == ["missing:  quote direct | speaker: none"]
    assert len(complaints([expectation("no quote indirect")], found)) == 1
    assert len(complaints([expectation("only quote"), expectation("quote direct | speaker: Ann Harwick")], found)) == 1


# -- input -----------------------------------------------------------------------------------


def _read(step: str, given: Input, folder: Path) -> Iterator[tuple[str, Article | Unreadable]]:
    """The article of an input, by its letter; a read case may hold several in one file: a, b, c."""
    if step == "read" or "format" in given.headers:
        file = folder / f"{given.letter}.{given.headers.get('format', 'txt')}"
        file.write_text(given.text + "\n", encoding="utf-8")
    else:
        file = folder / f"{given.letter}.jsonl"
        headers = {key: value for key, value in given.headers.items() if key != "format"}
        file.write_text(json.dumps({"id": given.letter, "text": given.text, **headers}) + "\n", encoding="utf-8")
    read_ones = list(read(file))
    assert read_ones == list(read(file)), "the same file was read another way the second time"
    for at, article in enumerate(read_ones):
        yield (given.letter if not at else f"{given.letter}{at + 1}"), _with_headers(article, given.headers)


def _with_headers(article: Article | Unreadable, headers: dict[str, str]) -> Article | Unreadable:
    if isinstance(article, Unreadable):
        return article
    known = {"outlet": headers.get("outlet"), "published": headers.get("date"), "title": headers.get("title"), "url": headers.get("url")}
    return replace(article, **{key: value for key, value in known.items() if value})


# -- running ---------------------------------------------------------------------------------

Values = tuple[Sequence[Value], list[Row]]


def _run_read(articles: dict[str, Article | Unreadable]) -> Values:
    return list(articles.values()), [one for letter, document in articles.items() for one in case_rows.of_document(letter, document)]


def _run_attribute(articles: dict[str, Article | Unreadable]) -> Values:
    tellings = _tellings(articles)
    return list(tellings.values()), [one for letter, telling in tellings.items() for one in case_rows.of_telling(letter, telling)]


def _run_group(articles: dict[str, Article | Unreadable]) -> Values:
    tellings = _tellings(articles)
    names = {telling.article.id: letter for letter, telling in tellings.items()}
    stories = group(list(tellings.values()))
    found = case_rows.of_stories(stories, {t.article.id: t.article for t in tellings.values()}, names)
    return list(stories), list(found)


def _run_compare(articles: dict[str, Article | Unreadable]) -> Values:
    """The articles of a case are taken to be one story, whatever grouping says of so few words."""
    tellings = _tellings(articles)
    names = {telling.article.id: letter for letter, telling in tellings.items()}
    ordered = in_order(tellings.values())
    days = [t.day for t in ordered if t.day]
    copies = tuple(copy for story in group(ordered) for copy in story.copies)
    story = Story("case", "Case", min(days, default=None), max(days, default=None), tuple(t.article.id for t in ordered), copies)
    comparison = compare(story, ordered)
    return [comparison], list(case_rows.of_comparison(comparison, names))


RUN = {"read": _run_read, "attribute": _run_attribute, "group": _run_group, "compare": _run_compare}


def _tellings(articles: dict[str, Article | Unreadable]) -> dict[str, Telling]:
    tellings = {}
    for letter, one in articles.items():
        assert isinstance(one, Article), one
        before = one.text
        tellings[letter] = attribute(one)
        assert tellings[letter].article == one, "the article was changed"
        assert one.text == before, "the article's text was changed"
    return tellings


# -- what must always hold -----------------------------------------------------------------------


def _check_spans(value: object, articles: dict[str, Article]) -> None:
    for span in _spans(value):
        assert span.article in articles, f"a span points to no article of the case: {span}"
        text = articles[span.article].text
        assert 0 <= span.start < span.end <= len(text), f"a span lies outside its article or is empty: {span}"
        assert text[span.start : span.end].strip(), f"a span holds blanks only: {span}"


def _check_json(value: Value) -> None:
    made = lines.row(value)
    assert json.loads(json.dumps(made)) == made, "its JSON does not give back what it got"
    _validator(SCHEMAS[type(value)]).validate(made)


@cache
def _validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads(files("samestory").joinpath(f"schemas/{name}.json").read_text(encoding="utf-8")))


def _check_store(values: Sequence[Value], folder: Path) -> None:
    tellings = [value for value in values if isinstance(value, Telling)]
    tellings += [telling for value in values if isinstance(value, Comparison) for telling in value.tellings]
    store = Store(folder / "case.db")
    try:
        store.put(tellings)
        assert list(store.tellings([t.article.id for t in tellings])) == tellings, "the store does not give back what it got"
        store.replace_stories([Compared(value, "", "", "") for value in values if isinstance(value, Comparison)])
    finally:
        store.close()


def _spans(value: object) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from _spans(getattr(value, field.name))
    elif isinstance(value, tuple):
        for one in value:
            yield from _spans(one)
