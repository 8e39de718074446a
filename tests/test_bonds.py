"""What ties two articles of a story to one source. All people, places and outlets are invented."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from samestory.comparing import compare
from samestory.comparing.bonds import Key, Shared, independent
from samestory.comparing.speakers import Voice
from samestory.grouping.copies import Finder
from samestory.model import Link, QuoteKind, Telling
from telling_builder import Marks, Said, place, story, telling

DAY = "2025-03-04"
OURS = "The petrol in the guard's cellar was old said Jory Penhale."
THEIRS = "Buckets of petrol were handed along the whole cellar said Tamsin Orchard."


def citing(name: str, outlet: str, text: str, by: str, kind: QuoteKind = "direct") -> Telling:
    said = text.split(" said ")[0]
    return telling(name, text, Marks(says=[Said(said, by, kind)]), outlet=outlet, day=DAY)


ONE = citing("a", "Harbour Ledger", OURS, "Jory Penhale")
TWO = citing("b", "Wexley Daily", THEIRS, "Tamsin Orchard")


def apart(*told: Telling) -> tuple[str, ...]:
    finder = Finder()
    origins = compare(replace(story(*told, copies=finder.find(told)), signed=finder.signed(told)), told).origins
    assert origins is not None
    return origins.independent


def test_two_articles_that_nothing_ties() -> None:
    assert apart(ONE, TWO) == ("a", "b")


@pytest.mark.parametrize(
    "other",
    [
        citing("b", "The Harbour Ledger", THEIRS, "Tamsin Orchard"),  # one outlet
        citing("b", "Wexley Daily", THEIRS, "J. T. Penhale"),  # one last name
        telling(
            "b",
            f"Jory Penhale was there. {THEIRS}",
            Marks(says=[Said("Buckets of petrol were handed along the whole cellar", "Tamsin Orchard")], people=["Jory Penhale"]),
            day=DAY,
        ),
        telling(
            "b",
            THEIRS,
            Marks(
                says=[Said("Buckets of petrol were handed along the whole cellar", "Tamsin Orchard")],
                credits=[("Harbour Ledger", "along the")],
            ),
            day=DAY,
        ),
        citing("b", "Wexley Daily", THEIRS, "Tamsin Orchard", "indirect"),  # whose words may have come by way of anybody
        citing("b", "Wexley Daily", "Buckets of petrol stood in the cellar said Orchard.", "Orchard"),  # nobody knows which Orchard
    ],
)
def test_what_ties_two_articles(other: Telling) -> None:
    assert len(apart(ONE, other)) < 2


def test_a_passage_ties() -> None:
    passage = "In the night the owner walked up and down the empty street alone."
    one, two = (
        citing(name, outlet, f"{text} {passage}", by)
        for name, outlet, text, by in (("a", "Harbour Ledger", OURS, "Jory Penhale"), ("b", "Wexley Daily", THEIRS, "Tamsin Orchard"))
    )
    assert len(apart(one, two)) == 1


def test_a_link_and_a_byline_tie() -> None:
    one = replace(ONE, article=replace(ONE.article, url="https://ledger.example/mill"))
    two = replace(TWO, article=replace(TWO.article, links=(Link(place(TWO, "Buckets"), "https://ledger.example/mill"),)))
    assert len(apart(one, two)) == 1
    told = [replace(each, article=replace(each.article, byline=("Ann Doe",))) for each in (ONE, TWO)]
    assert len(apart(*told)) == 1


def test_an_office_that_one_quotes_and_the_other_mentions_ties() -> None:
    text = f"{OURS} Nobody was inside, police said."
    marks = Marks(says=[Said("The petrol in the guard's cellar was old", "Jory Penhale"), Said("Nobody was inside", "police", "indirect")])
    one = telling("a", text, marks, outlet="Harbour Ledger", day=DAY)
    group = replace(one.quotes[1], speaker=replace(one.quotes[1].speaker, kind="group")) if one.quotes[1].speaker else one.quotes[1]
    one = replace(one, quotes=(one.quotes[0], group))
    assert apart(one, TWO) == ("a", "b")
    assert len(apart(one, citing("b", "Wexley Daily", f"{THEIRS} Police closed it.", "Tamsin Orchard"))) == 1


def test_speakers_of_one_union_tie() -> None:
    def of(told: Telling, role: str) -> Telling:
        return replace(told, quotes=tuple(replace(q, speaker=replace(q.speaker, role=role)) for q in told.quotes if q.speaker))

    assert len(apart(of(ONE, "head of the Millers Union"), of(TWO, "spokeswoman for the Millers Union"))) == 1
    assert len(apart(of(ONE, "head of the Millers Union"), of(TWO, "baker"))) == 2


def test_hosts_are_not_one_outlet_by_their_first_label() -> None:
    one, two = (
        replace(told, article=replace(told.article, outlet=host))
        for told, host in ((ONE, "www.ledger.example"), (TWO, "www.wexley.example"))
    )
    assert len(apart(one, two)) == 2


def test_who_speaks_of_another_matter_bears_nobody_out() -> None:
    other = citing("b", "Wexley Daily", "Nobody in this town will want to wait long said Tamsin Orchard.", "Tamsin Orchard")
    assert len(apart(ONE, other)) == 1
    named = replace(ONE, article=replace(ONE.article, title="Petrol in the cellar of Sandlow mill"))
    assert len(apart(named, TWO)) == 1  # what the headline says already is no matter of one statement


def test_many_articles_are_read_once_each() -> None:
    """For whom the voices of an article speak is told without a look at the others."""

    class Counted(list[Telling]):
        rounds = 0

        def __iter__(self) -> Iterator[Telling]:
            Counted.rounds += 1
            return super().__iter__()

    told = Counted(citing(f"a{n}", f"Daily {n}", OURS, "Jory Penhale") for n in range(40))
    heard = {one.article.id: [(Voice("jory penhale", "Jory Penhale", None), one.quotes[0])] for one in told}
    ties: dict[str, set[Key]] = {one.article.id: set() for one in told}
    assert len(independent(Shared(told, (), ties, heard, frozenset()))) == 1
    assert Counted.rounds < len(told)
