"""The two articles that it all began with, where the research data lie beside the project: who says each quoted stretch, and
what comes out where they are laid side by side.

The places are character counts of the files, the expected speakers were told by a person; no sentence of the data stands here.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest

from samestory import attributing, reading
from samestory.comparing import compare
from samestory.model import Article, Comparison, Quote, Story, Telling

SEEDS = Path(__file__).resolve().parents[2] / "shared" / "data" / "seeds"
FIRST, SECOND = "000_7975170bc6569b27.txt", "003_ae90554be9d3a1c9.txt"
# (first character of the quoted stretch, kind of speaker, name)
QUOTED = {
    FIRST: [
        (1246, "person", "Hilaria Baldwin"), (1375, "person", "Hilaria Baldwin"), (1623, "person", "Carmen"),
        (1710, "person", "Hilaria Baldwin"), (1803, "person", "Hilaria Baldwin"), (1941, "person", "Hilaria Baldwin"),
        (2043, "person", "Hilaria Baldwin"), (2341, "person", "Hilaria Baldwin"), (2564, "person", "Hilaria Baldwin"),
        (2926, "person", "Ireland Baldwin"), (2970, "unnamed", None), (3036, "unnamed", None),
    ],
    SECOND: [(359, "person", "Hilaria Baldwin"), (458, "person", "Hilaria Baldwin"), (727, "person", "Hilaria Baldwin")],
}  # fmt: skip
# Without marks: who reports, and where what is reported begins.
TOLD = {
    FIRST: [(989, "outlet", "People"), (1091, "outlet", "USA Today"), (2202, "person", "Hilaria Baldwin")],
    SECOND: [(1466, "group", "many women"), (1722, "unnamed", None)],
}

pytestmark = pytest.mark.skipif(not SEEDS.exists(), reason="the research data do not lie beside the project")


@lru_cache
def telling(name: str) -> Telling:
    (article,) = (found for found in reading.read(SEEDS / name) if isinstance(found, Article))
    return attributing.attribute(article)


def speaker(quote: Quote) -> tuple[str, str | None] | None:
    return (quote.speaker.kind, quote.speaker.name) if quote.speaker else None


@pytest.mark.parametrize("name", [FIRST, SECOND])
def test_every_quoted_stretch_has_its_speaker(name: str) -> None:
    said = {span.start: speaker(quote) for quote in telling(name).quotes if quote.kind == "direct" for span in quote.content}
    assert said == {start: (kind, who) for start, kind, who in QUOTED[name]}


@pytest.mark.parametrize("name", [FIRST, SECOND])
def test_reports_without_marks_are_there(name: str) -> None:
    told = {quote.content[0].start: speaker(quote) for quote in telling(name).quotes if quote.kind == "indirect"}
    assert {start: told.get(start) for start, _, _ in TOLD[name]} == {start: (kind, who) for start, kind, who in TOLD[name]}


def test_the_husband_has_not_spoken_and_the_writer_is_not_quoted() -> None:
    found = telling(SECOND)
    assert [silence.speaker.name for silence in found.silences if silence.speaker] == ["Alec Baldwin"]
    assert not any(found.article.words(span).lower() in {"we", "i"} for quote in found.quotes for span in quote.source)


# Where the three shared sentences begin, in the first article and in the second.
SHARED = [(1247, 360), (1376, 459), (1455, 728)]


@lru_cache
def comparison() -> Comparison:
    tellings = (telling(FIRST), telling(SECOND))
    return compare(Story("seeds", "Seeds", None, None, tuple(one.article.id for one in tellings)), tellings)


def point(kind: str, about: str) -> tuple[str, str]:
    (found,) = (one for one in comparison().points if one.kind == kind and about in one.about.lower())
    return found.verdict, found.why


def test_three_sentences_are_shared_and_only_their_punctuation_drifts() -> None:
    sayings = comparison().sayings
    assert [tuple(version.content[0].start for version in saying.versions) for saying in sayings] == SHARED
    assert {saying.speaker for saying in sayings} == {"Hilaria Baldwin"}
    assert [saying.given_to for saying in sayings] == [(), (), ()]
    assert {edit.kind for saying in sayings for version in saying.versions for edit in version.edits} <= {"punctuation"}
    assert {saying.versions[0].medium for saying in sayings} == {"Instagram post"}


def test_the_second_miscarriage_is_one_told_in_two_ways() -> None:
    verdict, why = point("count", "miscarriage")
    assert verdict in ("compatible", "agree")
    assert "April" in why
    assert point("count", "babies")[0] == "agree"
    assert not [one for one in comparison().points if one.verdict == "contradict"]


def test_her_age_and_her_husbands_silence_stand_in_one_telling_only() -> None:
    assert point("age", "hilaria baldwin")[0] == "alone"
    second = telling(SECOND)
    (silence,) = second.silences
    (only,) = (one for one in comparison().only_in if one.article == second.article.id)
    assert only.spans[0].overlaps(silence.span)
    assert comparison().left_out == ()
