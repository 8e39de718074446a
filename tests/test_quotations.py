"""How many quotations articles share. All people and outlets are invented."""

from __future__ import annotations

from samestory.comparing import compare
from samestory.model import Telling
from telling_builder import Marks, Said, story, telling

ROOF = "We lost the whole roof of the mill tonight."
RAIN = "The rain came through the floor of every family."
SPRING = "In spring we will build the mill up again."


def shared(*told: Telling) -> int:
    summary = compare(story(*told), told).summary
    assert summary is not None
    return summary.shared_quotations


def quoting(name: str, text: str, *said: str) -> Telling:
    return telling(name, text, Marks(says=[Said(one, "Ines Corbridge") for one in said]), outlet=f"Daily {name}", day="2025-03-04")


def test_sentences_of_one_unbroken_quotation_are_one() -> None:
    whole = f'"{ROOF} {RAIN} {SPRING}"'
    one = quoting("a", f"The mayor was sad: {whole} She wept.", whole)
    two = quoting("b", f"A mayor spoke. {whole} Nobody answered.", whole)
    assert len(compare(story(one, two), (one, two)).sayings) == 3
    assert shared(one, two) == 1
    short = quoting("c", f'She spoke at noon. "{ROOF}" Then she left.', f'"{ROOF}"')
    assert shared(one, two, short) == 1


def test_what_is_broken_off_everywhere_is_two() -> None:
    text = f'"{ROOF}" said the mayor of the town. Later that night she came back. "{SPRING}"'
    told = [quoting(name, f"{before} {text}", f'"{ROOF}"', f'"{SPRING}"') for name, before in (("a", "It rained."), ("b", "It was late."))]
    assert shared(*told) == 2


def test_words_without_marks_in_all_but_one_article_are_shared_by_nobody() -> None:
    one = quoting("a", f'The mayor was sad. "{ROOF}" she said.', f'"{ROOF}"')
    two = telling("b", f"It was told all over. {ROOF} Nobody was hurt.", outlet="Daily b", day="2025-03-04")
    assert len(compare(story(one, two), (one, two)).sayings) == 1
    assert shared(one, two) == 0
