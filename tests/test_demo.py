"""The demo's articles hold what was planted in them, and the line finds it (`demo_truth.json`).

Lines under `missed` are not found yet; one that is found is to be moved to `planted`.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import case_rows
from case_files import Row, complaints, expectation
from samestory.model import Comparison

TRUTH = json.loads((Path(__file__).parent / "demo_truth.json").read_text(encoding="utf-8"))
PLANTED = [(step, line) for step, lines in TRUTH["planted"].items() for line in lines]


@pytest.fixture(scope="module")
def names(demo: tuple[Comparison, ...]) -> dict[str, str]:
    """The short name of each article, by its id."""
    short = {title: name for name, title in TRUTH["articles"].items()}
    return {t.article.id: short.get(t.article.title or "", t.article.id) for one in demo for t in one.tellings}


@pytest.fixture(scope="module")
def found(demo: tuple[Comparison, ...], names: dict[str, str]) -> dict[str, list[Row]]:
    """Every finding of every step in words."""
    tellings = [telling for one in demo for telling in one.tellings]
    articles = {telling.article.id: telling.article for telling in tellings}
    return {
        "read": [row for a in articles.values() for row in case_rows.of_document(names[a.id], a)],
        "attribute": [row for t in tellings for row in case_rows.of_telling(names[t.article.id], t)],
        "group": list(case_rows.of_stories(tuple(one.story for one in demo), articles, names)),
        "compare": [row for one in demo for row in case_rows.of_comparison(one, names)],
    }


def test_every_article_is_read_with_its_title(names: dict[str, str]) -> None:
    assert sorted(names.values()) == sorted(TRUTH["articles"])


@pytest.mark.parametrize(("step", "line"), [pytest.param(step, line, id=f"{step}: {line}") for step, line in PLANTED])
def test_what_was_planted_is_found(found: dict[str, list[Row]], step: str, line: str) -> None:
    said = complaints([expectation(line)], found[step])
    if said:
        near = [f"  {row}" for row in found[step] if row.kind == expectation(line).row.kind and _about(row, line)]
        pytest.fail("\n" + "\n".join(said) + "\n\nWhat was found in those articles:\n" + "\n".join(near), pytrace=False)


def test_what_is_known_to_be_missed_is_still_missed(found: dict[str, list[Row]]) -> None:
    now_found = [one["line"] for one in TRUTH["missed"] if not complaints([expectation(one["line"])], found[one["step"]])]
    assert not now_found, "found now: move these lines to 'planted'"


def _about(row: Row, line: str) -> bool:
    """Whether a finding is of one of the articles that a line names."""
    return any(name in line for key, values in row.keys for name in (key, *values) if name in TRUTH["articles"])
