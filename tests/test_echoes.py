"""Words of a saying that an article has without a known quotation: between marks, in single marks, without marks, as a report."""

from __future__ import annotations

from dataclasses import replace

import pytest

from samestory.comparing import versions
from samestory.comparing.persons import of_story
from samestory.comparing.utterances import spoken
from samestory.model import GivenTo, Saying, Span, Telling
from telling_builder import Marks, Said, telling

WORDS = "We lost the old mill today, but nobody was hurt in the fire"


def sayings(*tellings: Telling) -> tuple[Saying, ...]:
    return versions.find(tellings, of_story(tellings))


def quoted(name: str, words: str = WORDS, by: str | None = "Ann Harwick") -> Telling:
    return telling(name, f'"{words}," said {by}, the owner.', Marks(says=[Said(f'"{words},"', by)]))


def kinds(saying: Saying) -> list[tuple[str, str, list[str]]]:
    return [(version.article, version.kind, [edit.kind for edit in version.edits]) for version in saying.versions]


def test_a_second_paragraph_between_marks_joins_the_saying_without_a_speaker() -> None:
    loose = telling("b", f'The owner came at noon.\n"{WORDS}."')
    (saying,) = sayings(quoted("a"), loose)
    assert kinds(saying) == [("a", "direct", []), ("b", "direct", [])]
    assert [version.speaker for version in saying.versions] == ["Ann Harwick", None]


def test_single_marks_are_marks() -> None:
    single = telling("b", f"'{WORDS},' she told the Courier. The miller's wife wept.")
    (saying,) = sayings(quoted("a"), single)
    assert kinds(saying)[1] == ("b", "direct", [])
    assert saying.versions[1].text == WORDS


def test_what_single_marks_hid_keeps_its_source() -> None:
    text = f"'{WORDS},' she told the Courier."
    single = telling("b", text, Marks(says=[Said(f"'{WORDS},'", "Ann Harwick", kind="indirect")]))
    assert [(one.loose, one.speaker) for one in spoken(single, 0)] == [(False, "Ann Harwick")]


def test_words_that_nobody_is_known_to_say_are_a_saying_only_where_they_are_many() -> None:
    long = "The picture may not get any better in some games, or it may change"
    two = [telling(name, f'The notice reads: "{long}."') for name in "ab"]
    assert len(sayings(*two)) == 1
    assert sayings(*(telling(name, 'They sang "I would sail away with you" once more.') for name in "ab")) == ()
    title = "The Long Road Home: Bakers, Millers and the Great Flood That Came"
    assert sayings(*(telling(name, f'He wrote "{title}" in a year.') for name in "ab")) == ()


def test_the_same_words_without_marks_are_told_as_that() -> None:
    plain = telling("b", f"The fire began at noon. {WORDS}. The road is closed.")
    (saying,) = sayings(quoted("a"), plain)
    assert kinds(saying) == [("a", "direct", []), ("b", "indirect", ["marks"])]
    assert saying.versions[1].speaker is None
    assert saying.versions[1].text == WORDS


def test_words_that_stood_without_marks_first_have_lost_none() -> None:
    plain = telling("a", f"The fire began at noon. {WORDS}. The road is closed.")
    (saying,) = sayings(plain, quoted("b"))
    assert kinds(saying) == [("a", "indirect", []), ("b", "direct", [])]


@pytest.mark.parametrize(
    "text",
    [
        f"{WORDS}. — Ann Harwick (@annharwick) March 4, 2025",  # a post that is shown whole
        f"“The day was long. It was hot.\n{WORDS}. We will build again.”",  # a quotation of two paragraphs, the second without a mark
    ],
)
def test_a_post_and_a_quotation_that_runs_on_need_no_marks(text: str) -> None:
    (saying,) = sayings(quoted("a"), telling("b", text))
    assert kinds(saying)[1] == ("b", "direct", [])


def test_a_report_that_exchanges_words_and_keeps_their_order_is_of_the_same_speaker_only() -> None:
    said = "My thinking is that these fast whirls could suck up small fishes and carry them at high speed over the whole of the bay"
    report = "that according to him these quick eddies could take up little fishes and carry them at high speed over the whole of the bay"
    told = telling("b", f"He holds {report}.", Marks(says=[Said(report, "Ben Oduya", kind="indirect")]))
    (saying,) = sayings(quoted("a", said, "Ben Oduya"), told)
    assert kinds(saying)[1] == ("b", "indirect", [])
    other = telling("b", f"He holds {report}.", Marks(says=[Said(report, "Ann Harwick", kind="indirect")]))
    assert sayings(quoted("a", said, "Ben Oduya"), other) == ()


def test_a_report_that_keeps_nearly_all_words_has_lost_its_marks() -> None:
    told = telling("b", f"She said that {WORDS}.", Marks(says=[Said(f"that {WORDS}", "Ann Harwick", kind="indirect")]))
    (saying,) = sayings(quoted("a"), told)
    assert kinds(saying)[1] == ("b", "indirect", ["marks"])


def test_opposite_words_are_one_saying_only_of_one_speaker() -> None:
    said, denied = "This is just an issue on which we two disagree", "This is not just an issue on which we two disagree"
    assert sayings(quoted("a", said), quoted("b", denied, "Ben Oduya")) == ()
    (saying,) = sayings(quoted("a", said), quoted("b", denied))
    assert kinds(saying)[1] == ("b", "direct", ["negation"])
    both = telling(
        "b",
        f'"{said}," Ann Harwick said. "{denied}," she added.',
        Marks(says=[Said(f'"{said},"', "Ann Harwick"), Said(f'"{denied},"', "Ann Harwick")]),
    )
    assert [len(one.versions) for one in sayings(quoted("a", said), both)] == [2]


def test_sentences_that_run_on_without_what_stood_between() -> None:
    before, between, after = "We found the boat at dawn.", "It had sunk in the night below the weir.", "Nobody was on board of it."
    whole = f'"{before} {between} {after}" said Ann Harwick.'
    short = f'"{before} {after}" said Ann Harwick.'
    a = telling("a", whole, Marks(says=[Said(f'"{before} {between} {after}"', "Ann Harwick")]))
    b = telling("b", short, Marks(says=[Said(f'"{before} {after}"', "Ann Harwick")]))
    found = sayings(a, b)
    assert [kinds(saying)[1][2] for saying in found] == [[], ["joined"]]
    (edit,) = found[1].versions[1].edits
    assert edit.theirs == between
    assert [kinds(saying)[1][2] for saying in sayings(b, a)] == [[], []]


def _plain(name: str, by: str, score: float = 1.0, source: str | None = None) -> Telling:
    """A telling whose quotation has a cue and a source that names the speaker."""
    text = f'"{WORDS}," said {by}.'
    base = telling(name, text, Marks(says=[Said(f'"{WORDS},"', source or by)]))
    cue, start = text.index("said"), text.index(by, text.index("said"))
    (quote,) = base.quotes
    placed = replace(quote, cue=(Span(name, cue, cue + 4),), source=(Span(name, start, start + len(by)),), score=score)
    return replace(base, quotes=(placed,))


def test_words_given_to_two_people_are_told_in_so_many_words() -> None:
    (saying,) = sayings(_plain("a", "Ann Harwick"), _plain("b", "Ben Oduya"), _plain("c", "Ann Harwick"))
    assert saying.given_to == (GivenTo("Ann Harwick", ("a", "c")), GivenTo("Ben Oduya", ("b",)))


@pytest.mark.parametrize(
    "other",
    [
        _plain("b", "Ben Oduya", score=0.4),  # an unsure attribution
        _plain("b", "Oduya"),  # a last name alone
        _plain("b", "he", source="Ben Oduya"),  # a pronoun
        _plain("b", "Anne Harwick"),  # one person, spelt otherwise
    ],
)
def test_nobody_is_accused_for_what_may_be_misread(other: Telling) -> None:
    (saying,) = sayings(_plain("a", "Ann Harwick"), other)
    assert saying.given_to == ()
