"""The lines left out of a body: all of them are listed, with the rule in words, and no rule is without words."""

from __future__ import annotations

import ast
import itertools
import json
import re
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import samestory.reading
from case_files import Case, cases
from samestory import cli
from samestory.model import Article
from samestory.reading import furniture, giveaways, page, read_bytes, signs
from samestory.showing import removed

ROOT = Path(__file__).parents[1]
LEFT_OUT = ("furniture", "caption", "photo_credit", "byline", "dateline")
FOLDER = Path(__file__).parent / "cases" / "read"
TEXT = """Pier Reopens In Wexley

By Ann Ode

The pier at Wexley reopened on Saturday after four months of repairs that cost the town a great deal of money.

READ NEXT: Ten Piers That Fell

Mayor Ines Corbridge walked to the end of it and back, and said that it felt longer than it used to be.
"""


def read(text: str = TEXT) -> Article:
    (found,) = read_bytes(text.encode(), "pier.txt")
    assert isinstance(found, Article)
    return found


def rules_in_the_sources() -> Iterator[str]:
    """Every rule that reading can write: those of the tables of patterns, and those written out."""
    yield from (rule for rule, *_ in (*furniture.PATTERNS, *giveaways.PATTERNS, *signs.CREDITS, *signs.BYLINES))
    yield from (rule.rpartition(":")[2] for rule, _ in page.OUTSIDE)
    for file in Path(samestory.reading.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            yield from _written(node)


def _written(node: ast.AST) -> Iterator[str]:
    """A kind beside its rule, as in `line.be("furniture", "kicker")`, `_Kind("caption", "html:caption")`, `return "caption", "x"`."""
    pair = isinstance(node, ast.Tuple) and len(node.elts) == 2
    beside = node.args if isinstance(node, ast.Call) else node.elts if isinstance(node, ast.Tuple) and pair else []
    values = [one.value for one in beside if isinstance(one, ast.Constant)]
    for kind, rule in itertools.pairwise(values):
        if kind in LEFT_OUT and isinstance(rule, str) and re.fullmatch(r"[\w:-]{4,}", rule):
            yield rule.rpartition(":")[2]


def test_every_rule_has_its_words() -> None:
    """A new rule in reading needs a line in `showing/removed.py` and in docs/rules.md."""
    missing = set(rules_in_the_sources()) - set(removed.REASONS) - {*LEFT_OUT, "heading", "body", "title"}
    assert missing == set()


@pytest.mark.parametrize(("rule", "words"), removed.REASONS.items())
def test_every_rule_is_documented(rule: str, words: str) -> None:
    assert f"| `{rule}` | {words} |" in (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", [c for file in sorted(FOLDER.glob("*.txt")) for c in cases(file)], ids=lambda case: case.title)
def test_the_rules_that_the_cases_meet_have_words(case: Case, tmp_path: Path) -> None:
    for given in case.inputs:
        name = f"{given.letter}.{given.headers.get('format', 'txt')}"
        for article in read_bytes(given.text.encode(), name):
            if isinstance(article, Article):
                assert not [row["rule"] for row in removed.rows(article) if row["why"].startswith("a rule without words")]


def test_rows_hold_whole_lines_and_fit_the_schema() -> None:
    article = read()
    rows = list(removed.rows(article))
    assert [(row["kind"], row["text"]) for row in rows] == [("byline", "By Ann Ode"), ("furniture", "READ NEXT: Ten Piers That Fell")]
    schema = json.loads(files("samestory").joinpath("schemas/removed.json").read_text(encoding="utf-8"))
    for row in rows:
        Draft202012Validator(schema).validate(row)
        assert article.text[row["start"] : row["end"]] == row["text"]


def test_no_line_is_neither_kept_nor_listed() -> None:
    article = read()
    listed = {(row["start"], row["end"]) for row in removed.rows(article)}
    kept = {(b.span.start, b.span.end) for b in article.blocks if b.kind in removed.KEPT}
    assert listed | kept == {(b.span.start, b.span.end) for b in article.blocks}
    rest = "".join(c if not any(s <= at < e for s, e in listed | kept) else "" for at, c in enumerate(article.text))
    assert not rest.strip()


def test_a_terminal_shows_short_lines_and_counts_at_the_end() -> None:
    seen: Counter[str] = Counter()
    long = read(TEXT.replace("Ten Piers That Fell", "Ten Piers That Fell " * 10))
    shown = removed.plain(long, seen)
    assert "…" in shown
    assert max(map(len, shown.splitlines())) < 120
    assert "points to another article" in shown
    assert removed.counts(seen).splitlines()[0] == "2 lines left out"
    assert removed.counts(Counter()) == "0 lines left out"


def test_the_command_lists_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"%PDF-1.7 ...")
    assert cli.run(["read", "--removed", str(tmp_path)]) == 1
    out = capsys.readouterr().out
    assert "Pier Reopens In Wexley" in out
    assert "UNREADABLE" in out
    assert "2 lines left out" in out
    assert cli.run(["read", "--removed", "--json", str(tmp_path)]) == 1
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row.get("rule", "unreadable") for row in rows] == ["text:byline", "text:related", "unreadable"]
